public import Basics
public import Database
import Procesbot
public import Zaken

/// A change of what advice is made from.
public enum Wijziging: Hashable, Sendable {
    /// A file: a new source, or the next version of the one that goes by its name.
    case bron(Bronopgave)
    /// A source that may be cited until and including a day, and no longer.
    case einde(Identifier<Bron>, Day)
    /// Words that mean the same, or fall under a wider one.
    case woorden([String], onder: String?)
    /// Added words that no longer count.
    case zonder(Identifier<Woordgroep>)
    /// A drawing or a table that was handed in and is not published yet.
    case ontwerp(Identifier<Ontwerp>)

    /// Its kind, as it is kept.
    public enum Soort: String, Sendable, CaseIterable { case bron, einde, woorden, zonder, ontwerp }

    public var soort: Soort {
        switch self {
        case .bron: .bron
        case .einde: .einde
        case .woorden: .woorden
        case .zonder: .zonder
        case .ontwerp: .ontwerp
        }
    }
}

extension Wijziging.Soort: ColumnValue {}

/// A version of a source that is not in the library yet; its file and its text are kept under their hashes.
public struct Bronopgave: Hashable, Sendable {
    public let naam: String
    public let bestandsnaam: String
    public let vorm: Bronversie.Vorm
    /// SHA-256 of the file as it came, and of its text as it would be cited.
    public let hash: String
    public let tekst: String
    public let eigenaar: String?
    public let geldigVan: Day?
    public let geldigTot: Day?
    public let zaaktypen: [String]
    public let stappen: [String]

    init(_ version: Bronversie) {
        naam = version.bron.naam
        bestandsnaam = version.bestandsnaam
        vorm = version.vorm
        hash = version.hash
        tekst = version.tekst
        eigenaar = version.eigenaar
        geldigVan = version.geldigVan
        geldigTot = version.geldigTot
        zaaktypen = Bronversie.list(version.zaaktypen)
        stappen = Bronversie.list(version.stappen)
    }

    /// As the library would read it.
    func document(_ text: [UInt8]) -> LibraryDocument {
        LibraryDocument(
            name: naam, text: String(decoding: text, as: UTF8.self), form: vorm == .plat ? .plain : .markdown,
            hash: hash
        ).valid(from: geldigVan, to: geldigTot).meant(for: zaaktypen, at: stappen)
    }
}

extension Wijziging {
    /// The first day on which it makes a difference, from `today` on.
    func day(from today: Day) -> Day {
        switch self {
        case .bron(let opgave): max(today, opgave.geldigVan ?? today)
        case .einde(_, let last): max(today, last + 1)
        case .woorden, .zonder, .ontwerp: today
        }
    }

    /// What it holds, as it is kept; files stand beside it.
    var json: JSON {
        switch self {
        case .bron(let one):
            [
                "naam": .string(one.naam), "bestandsnaam": .string(one.bestandsnaam),
                "vorm": .string(one.vorm.rawValue),
                "hash": .string(one.hash), "tekst": .string(one.tekst),
                "eigenaar": one.eigenaar.map(JSON.string) ?? .null, "van": one.geldigVan.map { JSON($0) } ?? .null,
                "tot": one.geldigTot.map { JSON($0) } ?? .null, "zaaktypen": .array(one.zaaktypen.map(JSON.string)),
                "stappen": .array(one.stappen.map(JSON.string)),
            ]
        case .einde(let bron, let tot): ["bron": .string(bron.text), "tot": JSON(tot)]
        case .woorden(let words, let wide):
            ["woorden": .array(words.map(JSON.string)), "onder": wide.map(JSON.string) ?? .null]
        case .zonder(let groep): ["groep": .string(groep.text)]
        case .ontwerp(let ontwerp): ["ontwerp": .string(ontwerp.text)]
        }
    }

    init?(_ soort: Soort, _ json: JSON) {
        switch soort {
        case .bron:
            guard let opgave = Bronopgave(json) else { return nil }
            self = .bron(opgave)
        case .einde:
            guard let bron = json["bron"].text.flatMap(Identifier<Bron>.init),
                let tot = json["tot"].text.flatMap(Day.init(written:))
            else { return nil }
            self = .einde(bron, tot)
        case .woorden:
            self = .woorden((json["woorden"].elements ?? []).compactMap(\.text), onder: json["onder"].text)
        case .zonder:
            guard let groep = json["groep"].text.flatMap(Identifier<Woordgroep>.init) else { return nil }
            self = .zonder(groep)
        case .ontwerp:
            guard let ontwerp = json["ontwerp"].text.flatMap(Identifier<Ontwerp>.init) else { return nil }
            self = .ontwerp(ontwerp)
        }
    }
}

extension Bronopgave {
    fileprivate init?(_ json: JSON) {
        guard let naam = json["naam"].text, let file = json["bestandsnaam"].text,
            let vorm = json["vorm"].text.flatMap(Bronversie.Vorm.init), let hash = json["hash"].text,
            let tekst = json["tekst"].text
        else { return nil }
        self.naam = naam
        bestandsnaam = file
        self.vorm = vorm
        self.hash = hash
        self.tekst = tekst
        eigenaar = json["eigenaar"].text
        geldigVan = json["van"].text.flatMap(Day.init(written:))
        geldigTot = json["tot"].text.flatMap(Day.init(written:))
        zaaktypen = (json["zaaktypen"].elements ?? []).compactMap(\.text)
        stappen = (json["stappen"].elements ?? []).compactMap(\.text)
    }
}
