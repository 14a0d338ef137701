public import Basics
public import Database
import Recht
public import Zaken

/// A letter or mail that left, or is about to: made final in the transaction of the step that ordered it.
public struct Brief: Hashable, Sendable, Identifiable {
    public enum Kanaal: String, Sendable { case brief, email }

    /// Where a letter is.
    public enum Staat: Hashable, Sendable {
        case wacht
        case verzonden
        /// Laid down to be printed or mailed by another program: it left us, and not yet the house.
        case klaargelegd
        /// Will not leave any more.
        case ingetrokken(Intrekking)
    }

    /// Why a letter that waited does not leave.
    public enum Intrekking: String, Hashable, Sendable {
        case voldaan, opgeschort, verboden, verjaard, poort
        /// It cannot be written to who the person is now.
        case nietTeMaken = "niet_te_maken"
        /// A person took it back.
        case teruggetrokken
    }

    public let id: Identifier<Brief>
    public let zaak: Identifier<Zaak>
    public let sjabloon: String
    public let kanaal: Kanaal
    /// The mail address; nothing for a paper letter.
    public let aan: String?
    public let onderwerp: String
    /// The words of the mail itself, for a reader without HTML.
    public let tekst: String
    public let document: Identifier<Document>
    public let opgemaakt: Day
    /// The last day and the day after which costs may be booked, of a 14-day letter (6:96 lid 6 BW).
    public let termijnEinde: Day?
    public let kostenVanaf: Day?
    /// What was open of each claim when the letter was made.
    public let vorderingen: [String: Money]
    /// What a person said in their own words, as the template takes it; nothing for a letter that a template words.
    let woorden: JSON?
    public var verzonden: Moment?
    /// How it left, as the mail server or the outbox says.
    public var bewijs: String?
    public internal(set) var staat = Staat.wacht

    /// Whether it is made and has neither left nor been withdrawn.
    public var waits: Bool { staat == .wacht }
    public var isIngetrokken: Bool { if case .ingetrokken = staat { true } else { false } }
}

/// What a template makes of the facts: the words in their final form.
public struct Briefopmaak: Sendable {
    public let onderwerp: String
    public let html: String
    public let tekst: String

    public init(onderwerp: String, html: String, tekst: String) {
        self.onderwerp = onderwerp
        self.html = html
        self.tekst = tekst
    }
}

/// Makes letters from templates; the room that owns the templates gives it.
public struct Briefpers: Sendable {
    /// The template, the facts and the language; throws when a fact is missing.
    public let make: @Sendable (_ sjabloon: String, _ feiten: JSON, _ taal: String) throws -> Briefopmaak

    public init(make: @escaping @Sendable (_ sjabloon: String, _ feiten: JSON, _ taal: String) throws -> Briefopmaak) {
        self.make = make
    }
}

/// The letters, inside one transaction.
public struct BriefStore {
    let tx: Transaction
    private static let columns: Query =
        """
        id, zaak_id, sjabloon, kanaal, aan, onderwerp, tekst, document_id, opgemaakt, termijn_einde, kosten_vanaf,
        vorderingen, woorden, verzonden, bewijs, staat, ingetrokken
        """

    public func find(_ id: Identifier<Brief>) throws -> Brief? {
        try tx.first("SELECT \(BriefStore.columns) FROM brieven WHERE id = \(id)").map(Brief.init(row:))
    }

    /// The letters of a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Brief] {
        try tx.rows(
            "SELECT \(BriefStore.columns) FROM brieven WHERE zaak_id = \(zaak) ORDER BY opgemaakt DESC, id DESC"
        ).map(Brief.init(row:))
    }

    /// The invoices that a 14-day letter of a zaak named; one that was withdrawn before it left named nothing.
    func named(of zaak: Identifier<Zaak>) throws -> Set<String> {
        let rows = try tx.rows(
            """
            SELECT vorderingen FROM brieven
            WHERE zaak_id = \(zaak) AND kosten_vanaf IS NOT NULL
                AND (verzonden IS NOT NULL OR staat = \(Brief.Staat.wacht.word))
            """)
        return try rows.reduce(into: []) { names, row in
            let claims: JSON = try row["vorderingen"]
            names.formUnion((claims.fields ?? [:]).keys)
        }
    }

    func add(_ brief: Brief) throws {
        let claims = JSON.object(brief.vorderingen.mapValues { JSON($0) })
        try tx.run(
            """
            INSERT INTO brieven (\(BriefStore.columns))
            VALUES (\(brief.id), \(brief.zaak), \(brief.sjabloon), \(brief.kanaal), \(brief.aan), \(brief.onderwerp),
                \(brief.tekst), \(brief.document), \(brief.opgemaakt), \(brief.termijnEinde), \(brief.kostenVanaf),
                \(claims), \(brief.woorden?.canonical), \(brief.verzonden), \(brief.bewijs), \(brief.staat.word), \(brief.staat.reden))
            """)
    }

    /// Notes that and how a letter left, or was laid down for another program to send; the first time counts.
    public func sent(
        _ id: Identifier<Brief>, proof: String, isLaidDown: Bool = false, at now: Moment
    ) throws {
        let staat: Brief.Staat = isLaidDown ? .klaargelegd : .verzonden
        try tx.run(
            """
            UPDATE brieven SET verzonden = \(now), bewijs = \(proof), staat = \(staat.word)
            WHERE id = \(id) AND verzonden IS NULL
            """)
    }

    /// Moves the term of a letter that leaves later than it was made for.
    func move(_ id: Identifier<Brief>, to term: LetterTerm) throws {
        try tx.run(
            """
            UPDATE brieven SET termijn_einde = \(term.ends), kosten_vanaf = \(term.costsFrom)
            WHERE id = \(id) AND verzonden IS NULL
            """)
    }

    /// Notes that a letter never left, and why.
    func withdraw(_ id: Identifier<Brief>, because why: Brief.Intrekking) throws {
        let staat = Brief.Staat.ingetrokken(why)
        try tx.run(
            """
            UPDATE brieven SET staat = \(staat.word), ingetrokken = \(staat.reden)
            WHERE id = \(id) AND verzonden IS NULL
            """)
    }
}

extension Brief.Kanaal: ColumnValue {}
extension Brief.Intrekking: ColumnValue {}

extension Brief {
    /// Where it is, as a stable word for files.
    var staatwoord: String { staat.word }
}

extension Brief.Staat {
    /// How it is kept: a word, and the reason beside it.
    fileprivate var word: String {
        switch self {
        case .wacht: "wacht"
        case .verzonden: "verzonden"
        case .klaargelegd: "klaargelegd"
        case .ingetrokken: "ingetrokken"
        }
    }

    fileprivate var reden: Brief.Intrekking? { if case .ingetrokken(let why) = self { why } else { nil } }

    fileprivate init(_ word: String, _ why: Brief.Intrekking?) {
        switch (word, why) {
        case ("verzonden", _): self = .verzonden
        case ("klaargelegd", _): self = .klaargelegd
        case ("ingetrokken", let why): self = .ingetrokken(why ?? .nietTeMaken)
        default: self = .wacht
        }
    }
}

extension Brief {
    init(row: Row) throws {
        let claims: JSON = try row["vorderingen"]
        let words: String? = try row["woorden"]
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], sjabloon: try row["sjabloon"], kanaal: try row["kanaal"],
            aan: try row["aan"], onderwerp: try row["onderwerp"], tekst: try row["tekst"],
            document: try row["document_id"], opgemaakt: try row["opgemaakt"], termijnEinde: try row["termijn_einde"],
            kostenVanaf: try row["kosten_vanaf"], vorderingen: (claims.fields ?? [:]).compactMapValues(\.money),
            woorden: try words.map { try JSON(parsing: Array($0.utf8)) }, verzonden: try row["verzonden"],
            bewijs: try row["bewijs"],
            staat: Staat(try row["staat"], try row["ingetrokken"]))
    }
}

extension Transaction {
    public var brieven: BriefStore { BriefStore(tx: self) }
}
