public import Basics
public import Database

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
    /// Words in the sender, the subject or the text.
    public var zoek: String?

    public init(
        staat: Poststuk.Staat = .nieuw, soort: Mailsoort? = nil, crisis: Bool = false, volgorde: Volgorde = .urgentie,
        zoek: String? = nil
    ) {
        self.zoek = zoek
        self.staat = staat
        self.soort = soort
        self.crisis = crisis
        self.volgorde = volgorde
    }

    /// The mails of a page.
    public func all(in tx: Transaction, limit: Int, offset: Int = 0) throws -> [Poststuk] {
        try tx.rows(
            "SELECT \(Poststuk.columns) FROM poststukken WHERE \(clause) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)"
        ).map(Poststuk.init(row:))
    }

    public func count(in tx: Transaction) throws -> Int {
        try tx.first("SELECT count(*) AS aantal FROM poststukken WHERE \(clause)")?["aantal"] ?? 0
    }

    /// The first mail of the list that is not this one, to go on with.
    public func next(after id: Identifier<Poststuk>, in tx: Transaction) throws -> Identifier<Poststuk>? {
        try all(in: tx, limit: 2).first { $0.id != id }?.id
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

    private var clause: Query {
        var clause: Query = "staat = \(staat)"
        if crisis { clause = "\(clause) AND crisis = 1" }
        if let zoek {
            let like = "%" + zoek.lowercased().filter { !"%_\\".contains($0) } + "%"
            clause =
                """
                \(clause) AND (lower(onderwerp) LIKE \(like) OR lower(van_naam) LIKE \(like)
                    OR van_adres LIKE \(like) OR lower(tekst) LIKE \(like))
                """
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
