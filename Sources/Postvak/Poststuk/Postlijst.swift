public import Basics
public import Database
import Klanten

/// What someone asks of the queue: which mails, of which kind, in which order.
public struct Postlijst: Hashable, Sendable {
    public enum Volgorde: String, Hashable, Sendable, CaseIterable {
        /// Crises, then what must be answered first.
        case urgentie
        case nieuwste, oudste
    }

    public var staat: Poststuk.Staat
    public var soort: Mailsoort?
    /// Only those of a crisis.
    public var crisis: Bool
    public var volgorde: Volgorde
    /// Words in the sender, the subject or the text, or their beginnings; one without letters or figures finds nothing.
    public var zoek: String?
    public var taal: Mailtaal?
    /// Only those that were answered, or only those that were not.
    public var beantwoord: Bool?

    public init(
        staat: Poststuk.Staat = .nieuw, soort: Mailsoort? = nil, crisis: Bool = false, volgorde: Volgorde = .urgentie,
        zoek: String? = nil, taal: Mailtaal? = nil, beantwoord: Bool? = nil
    ) {
        self.zoek = zoek
        self.taal = taal
        self.beantwoord = beantwoord
        self.staat = staat
        self.soort = soort
        self.crisis = crisis
        self.volgorde = volgorde
    }

    /// The mails of a page.
    public func all(in tx: Transaction, limit: Int, offset: Int = 0) throws -> [Poststuk] {
        try tx.rows(
            "SELECT \(Poststuk.columns) FROM \(source) WHERE \(clause) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)"
        ).map(Poststuk.init(row:))
    }

    public func count(in tx: Transaction) throws -> Int {
        try tx.first("SELECT count(*) AS aantal FROM \(source) WHERE \(clause)")?["aantal"] ?? 0
    }

    /// The mail that follows this one in the list, also where it left the list; behind the last comes the first.
    public func next(after id: Identifier<Poststuk>, in tx: Transaction) throws -> Identifier<Poststuk>? {
        guard let one = try tx.poststukken.find(id) else { return nil }
        let row = try tx.first(
            "SELECT id FROM \(source) WHERE \(clause) AND \(behind(one)) ORDER BY \(order) LIMIT 1")
        return try row.map { try $0["id"] } ?? all(in: tx, limit: 2).first { $0.id != id }?.id
    }

    /// What stands behind a mail in the order of the list.
    private func behind(_ one: Poststuk) -> Query {
        let crisis = one.isCrisis ? 1 : 0
        return switch volgorde {
        case .urgentie:
            """
            (crisis < \(crisis) OR crisis = \(crisis)
                AND (uiterlijk, ontvangen, id) > (\(one.uiterlijk), \(one.ontvangen), \(one.id)))
            """
        case .nieuwste: "(ontvangen, id) < (\(one.ontvangen), \(one.id))"
        case .oudste: "(ontvangen, id) > (\(one.ontvangen), \(one.id))"
        }
    }

    /// How many of this state have each kind.
    public func kinds(in tx: Transaction) throws -> [Mailsoort: Int] {
        let rows = try tx.rows(
            """
            SELECT s.soort, count(*) AS aantal FROM postsoorten s JOIN poststukken p ON p.id = s.poststuk_id
            WHERE p.staat = \(staat) AND coalesce(s.bevestigd, s.voorgesteld) = 1 GROUP BY s.soort
            """)
        return Dictionary(try rows.map { (try $0["soort"], try $0["aantal"]) }) { first, _ in first }
    }

    /// All mails, or the newest that have the words.
    private var source: Query {
        guard let zoek else { return "poststukken" }
        return "(\(Postlijst.having(Zoekvraag(zoek)))) AS woorden CROSS JOIN poststukken"
    }

    /// So many mails that have the words are looked at; of more, the newest.
    static let most = 10_000

    private static func having(_ vraag: Zoekvraag) -> Query {
        guard !vraag.woorden.isEmpty else { return "SELECT id AS gevonden FROM poststukken WHERE 1 = 0" }
        let sqlite: Query =
            """
            SELECT r.poststuk_id AS gevonden FROM (SELECT rowid AS regel FROM postwoorden
                WHERE postwoorden MATCH \(Zoekindex.match(vraag)) ORDER BY rowid DESC LIMIT \(most)) AS w
            CROSS JOIN postregels r WHERE r.id = w.regel
            """
        let postgres: Query =
            """
            SELECT id AS gevonden FROM poststukken WHERE woorden @@ \(Zoekindex.tsquery(vraag)) ORDER BY id DESC LIMIT \(most)
            """
        return "\(sqlite: sqlite, postgres: postgres)"
    }

    /// How many of this state are in each language.
    public func talen(in tx: Transaction) throws -> [Mailtaal: Int] {
        let rows = try tx.rows(
            "SELECT taal, count(*) AS aantal FROM poststukken WHERE staat = \(staat) GROUP BY taal")
        return Dictionary(try rows.map { (try $0["taal"], try $0["aantal"]) }) { first, _ in first }
    }

    /// The mails for which no zaak was found, among the first so many of the list.
    public func zonderZaak(in tx: Transaction, among limit: Int) throws -> [Poststuk] {
        try all(in: tx, limit: limit).filter { try $0.vondsten(in: tx).isEmpty }
    }

    private var clause: Query {
        var clause: Query = "staat = \(staat)"
        if crisis { clause = "\(clause) AND crisis = 1" }
        if zoek != nil { clause = "\(clause) AND id = gevonden" }
        if let taal { clause = "\(clause) AND taal = \(taal)" }
        if let beantwoord {
            clause = beantwoord ? "\(clause) AND beantwoord IS NOT NULL" : "\(clause) AND beantwoord IS NULL"
        }
        if let soort {
            clause =
                """
                \(clause) AND id IN (SELECT poststuk_id FROM postsoorten
                    WHERE soort = \(soort) AND coalesce(bevestigd, voorgesteld) = 1)
                """
        }
        return clause
    }

    private var order: Query {
        switch volgorde {
        case .urgentie: "crisis DESC, uiterlijk, ontvangen, id"
        case .nieuwste: "ontvangen DESC, id DESC"
        case .oudste: "ontvangen, id"
        }
    }
}
