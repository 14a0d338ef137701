import Basics
import Dmn

/// Where a file belongs among the published decision models: what it may be the next version of.
public struct Plaatsing: Hashable, Sendable {
    /// What a person says of it.
    public enum Keuze: Hashable, Sendable {
        /// Nobody chose: a version of what it certainly follows, otherwise a model of its own.
        case vanzelf
        case versie(van: String)
        /// Another table than those that are there.
        case andere
    }

    /// By what a file and a model are alike, the surest first.
    public enum Grond: Int, Hashable, Sendable, Comparable {
        /// They make the same decisions, by id.
        case beslissingen
        /// It is the same file, by the id that its makers' program gave it, with other decisions in it.
        case bestand
        /// They only have the same name, as all new files of a program may have.
        case naam

        public static func < (one: Grond, other: Grond) -> Bool { one.rawValue < other.rawValue }
    }

    /// A model that the file may be the next version of.
    public struct Kandidaat: Hashable, Sendable {
        /// Its newest version.
        public let model: Beslissingsmodel
        public let grond: Grond
        /// Whether no person has to be asked.
        public let isZeker: Bool
        /// The decisions that would no longer be made, by name.
        public let verdwijnt: [String]
    }

    /// The likeliest first.
    public let kandidaten: [Kandidaat]

    /// Whether nobody has to choose.
    public var isZeker: Bool { kandidaten.allSatisfy(\.isZeker) && kandidaten.count < 2 }

    /// What is likely: where only the name is the same, another table.
    public var vermoeden: Keuze {
        guard let first = kandidaten.first, first.grond != .naam else { return .andere }
        return .versie(van: first.model.code)
    }

    /// The model that it follows by this choice; nothing where it becomes one of its own.
    public func voorganger(_ keuze: Keuze) throws(BeslissingRefusal) -> Beslissingsmodel? {
        switch keuze {
        case .vanzelf: return kandidaten.first { $0.isZeker }?.model
        case .andere: return nil
        case .versie(let code):
            guard let found = kandidaten.first(where: { $0.model.code == code }) else {
                throw .notItsVersion(code)
            }
            return found.model
        }
    }
}

extension Plaatsing {
    /// Compares a file with the newest version of each model; beside one that it certainly follows a namesake does not count.
    init(of file: Beslissingsbestand, among newest: [Beslissingsmodel]) {
        let all = newest.compactMap { Kandidaat($0, for: file) }.sorted {
            ($0.grond, $0.model.code) < ($1.grond, $1.model.code)
        }
        let isCertain = all.contains(where: \.isZeker)
        kandidaten = isCertain ? all.filter { $0.grond == .beslissingen } : all
    }
}

extension Plaatsing.Kandidaat {
    fileprivate init?(_ model: Beslissingsmodel, for file: Beslissingsbestand) {
        guard let old = try? Beslissingsbestand(bron: model.bron).program.model else { return nil }
        let new = file.program.model
        let made = Set(new.decisions.map(\.id))
        let isSameFile = !new.id.isEmpty && new.id == old.id && new.namespace == old.namespace
        let isSameName = Beslissingsbestand.code(of: model.naam) == file.code || old.name == new.name
        let sharesDecisions = old.decisions.contains { made.contains($0.id) }
        guard sharesDecisions || isSameFile || isSameName else { return nil }
        self.model = model
        grond = sharesDecisions ? .beslissingen : isSameFile ? .bestand : .naam
        isZeker = sharesDecisions && (isSameFile || isSameName)
        verdwijnt = old.decisions.filter { !made.contains($0.id) }.map(\.name)
    }
}

/// Where a file goes: the model's code and name, and the versions before it, the newest first.
struct Plek {
    let code: String
    let naam: String
    let versies: [Beslissingsmodel]
}

extension BeslissingStore {
    /// What a file may be the next version of.
    public func plaatsing(of file: Beslissingsbestand) throws -> Plaatsing {
        Plaatsing(of: file, among: try newest())
    }

    /// The model that a file becomes a version of by this choice: its code, which is new for a model of its own.
    public func code(of file: Beslissingsbestand, _ keuze: Plaatsing.Keuze = .vanzelf) throws -> String {
        try plek(of: file, keuze).code
    }

    func plek(of file: Beslissingsbestand, _ keuze: Plaatsing.Keuze) throws -> Plek {
        let newest = try newest()
        guard let old = try Plaatsing(of: file, among: newest).voorganger(keuze) else {
            return file.newPlace(among: newest)
        }
        let isSameName = try Beslissingsbestand(bron: old.bron).naam == file.naam
        let isTaken = newest.contains { $0.naam == file.naam && $0.code != old.code }
        return Plek(
            code: old.code, naam: isSameName || isTaken ? old.naam : file.naam, versies: try versions(of: old.code))
    }

    /// The newest version of each model.
    private func newest() throws -> [Beslissingsmodel] {
        var seen: Set<String> = []
        return try all().filter { seen.insert($0.code).inserted }
    }
}

extension Beslissingsbestand {
    /// A place of its own: under the name of the file, or where another has that under the name of its decision, or with a number.
    fileprivate func newPlace(among models: [Beslissingsmodel]) -> Plek {
        let (codes, names) = (Set(models.map(\.code)), Set(models.map(\.naam)))
        let decision = program.model.decisions.first
        let numbered = (2...models.count + 2).map { "\(naam) \($0)" }
        let name = [naam, decision?.name ?? "", decision?.id ?? ""] + numbered
        let free = name.first { name in
            let code = Beslissingsbestand.code(of: name)
            return !code.isEmpty && !codes.contains(code) && !names.contains(name)
        }
        return Plek(code: Beslissingsbestand.code(of: free ?? naam), naam: free ?? naam, versies: [])
    }
}
