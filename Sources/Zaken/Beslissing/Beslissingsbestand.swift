public import Basics
import Crypto
public import Dmn
import Foundation

/// A DMN file, read and compiled, with all that is wrong with it.
public struct Beslissingsbestand: Sendable {
    public let bron: String
    /// Its name in small letters and digits; the code of the model that it belongs to may be another (see ``Plaatsing``).
    public let code: String
    public let naam: String
    public let program: DmnProgram
    public let opmerkingen: [Diagnostic]

    /// Reads a file that imports nothing; refused with its flaws when it is no DMN at all.
    public init(bron: String) throws { try self.init(bron: bron, naast: []) }

    /// Reads the file, with the models that it may import.
    public init(bron: String, naast: [DmnModel]) throws {
        var flaws: [Diagnostic] = []
        guard let file = DmnFile(Array(bron.utf8), diagnostics: &flaws) else { throw BeslissingRefusal.flaws(flaws) }
        self.bron = bron
        naam = file.model.name
        code = Beslissingsbestand.code(of: file.model.name)
        program = DmnProgram(file.model, imports: naast)
        opmerkingen = flaws + file.diagnostics + program.diagnostics + Beslissingsbestand.unnamed(file.model)
    }

    /// Whether it can be published.
    public var isSound: Bool { !opmerkingen.contains { $0.severity == .error } }

    public var hash: String { SHA256.hash(data: Data(bron.utf8)).hexadecimal }

    /// A name in small letters and digits, as it stands in an address.
    static func code(of name: String) -> String {
        let plain = name.folding(options: .diacriticInsensitive, locale: nil).lowercased()
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.joined(separator: "-")
    }

    private static func unnamed(_ model: DmnModel) -> [Diagnostic] {
        var flaws: [Diagnostic] = []
        if code(of: model.name).isEmpty {
            flaws.append(Diagnostic(.error, "no-name", "the definitions have no name", line: 1))
        }
        if model.decisions.isEmpty { flaws.append(Diagnostic(.error, "no-decision", "the file has no decision")) }
        return flaws
    }
}

/// Why a decision model cannot be published, or a decision not be changed.
public enum BeslissingRefusal: Error, Hashable {
    case flaws([Diagnostic])
    /// A decision of this id stands in another model already.
    case decisionElsewhere(decision: String, model: String)
    /// It has nothing in common with the model that it would be a version of.
    case notItsVersion(String)
    /// It is the newest version already.
    case unchanged
    /// It would hold before the version that it follows.
    case beforeItsPredecessor(Day)
    /// It would say that it held on days on which another version decided.
    case inThePast(today: Day, versie: Int)
    /// No decision of that name was made for this zaak.
    case notMade(String)
    /// The outcome is none that the table can give.
    case notAnOutcome(String)
}
