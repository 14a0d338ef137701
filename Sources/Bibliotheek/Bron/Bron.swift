public import Basics
import Foundation
import Journal
public import Procesbot

/// A work instruction or model that advice may cite, in one or more versions.
public struct Bron: Hashable, Sendable, Identifiable {
    public let id: Identifier<Bron>
    /// The name it goes by in the library, such as `werkinstructies/02-routekeuze.md`.
    public let naam: String
}

/// One version of a source; its file and its text never change.
public struct Bronversie: Hashable, Sendable {
    /// How the text is read: with the marks of Markdown, or as plain lines (PDF).
    public enum Vorm: String, Sendable, CaseIterable { case opmaak, plat }

    public let bron: Bron
    public let nummer: Int
    public let bestandsnaam: String
    public let vorm: Vorm
    /// SHA-256 of the file as it came, and of its text as it is cited.
    public let hash: String
    public let tekst: String
    public let titel: String
    public let uitgave: String?
    public let eigenaar: String?
    public let geldigVan: Day?
    public let geldigTot: Day?
    public let zaaktypen: String
    public let stappen: String
    public let moment: Moment
    public let door: String

    /// Whether it may be cited on a day.
    public func isValid(on day: Day) -> Bool {
        (geldigVan.map { $0 <= day } ?? true) && (geldigTot.map { day <= $0 } ?? true)
    }

    /// Refused where it would end before it begins.
    func checkDays() throws { try Bronversie.check(geldigVan, geldigTot) }

    static func check(_ from: Day?, _ to: Day?) throws {
        if let from, let to, to < from { throw BronRefusal.endsBeforeItBegins(from, to) }
    }

    /// Names between commas, as they are kept and typed.
    public static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The version as a document of the library.
    public func document(_ text: [UInt8]) -> LibraryDocument {
        LibraryDocument(
            name: bron.naam, text: String(decoding: text, as: UTF8.self), form: vorm == .plat ? .plain : .markdown,
            hash: hash
        ).valid(from: geldigVan, to: geldigTot).meant(for: Bronversie.list(zaaktypen), at: Bronversie.list(stappen))
    }
}

/// Why an act on a source is refused.
public enum BronRefusal: Error, Hashable {
    case unknownBron
    /// The file cannot be read: what the reader said of it.
    case unreadable(LibraryFault)
    /// Nothing in it that could be cited.
    case empty
    case tooLarge(Int)
    /// The newest version is this very file.
    case unchanged(Int)
    case nameless
    /// It would end before it begins, and never be cited.
    case endsBeforeItBegins(Day, Day)
    /// A drawing or table that could not count, so that nobody may be told by it what to do: the first that is wrong.
    case unsound(Diagnostic)
}

extension Bron {
    var subject: Subject { Subject(kind: "bron", id: id.text) }
}
