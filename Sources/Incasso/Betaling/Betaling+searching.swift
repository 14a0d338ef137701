public import Basics
public import Database
public import Klanten

/// What someone looks for among payments: words, the end of an account, a reference, an amount or the number of a zaak.
public struct Betaalvraag: Hashable, Sendable {
    /// Which payments: what waits, what is to go back, or all.
    public enum Lijst: Sendable { case tePlaatsen, terug, alle }

    /// The most that have the words that are looked at: the newest.
    static let most = 1_000

    public let woorden: Zoekvraag
    public let bedrag: Money?
    public let nummer: String
    public let lijst: Lijst

    /// Nothing when there is nothing to look for.
    public init?(_ text: String, in lijst: Lijst) {
        woorden = Zoekvraag(text)
        guard !woorden.woorden.isEmpty else { return nil }
        bedrag = Money(written: text.filter { $0 != "€" && !$0.isWhitespace })
        nummer = text.uppercased()
        self.lijst = lijst
    }

    /// The payments asked for, by the indexes that have them.
    public func question(_ columns: Query, limit: Int, offset: Int) -> Query {
        """
        SELECT \(columns) FROM (\(found)) AS gevonden CROSS JOIN betalingen
        WHERE betalingen.id = gevonden.betaling_id AND \(clause)
        ORDER BY datum DESC, betalingen.id DESC LIMIT \(limit) OFFSET \(offset)
        """
    }

    private var found: Query {
        let sqlite: Query =
            """
            SELECT betaling_id FROM (SELECT rowid FROM betaalwoorden WHERE betaalwoorden MATCH \(Zoekindex.match(woorden))
                ORDER BY rowid DESC LIMIT \(Betaalvraag.most)) AS w CROSS JOIN betaalregels r WHERE r.id = w.rowid
            """
        let postgres: Query =
            """
            (SELECT id AS betaling_id FROM betalingen WHERE woorden @@ \(Zoekindex.tsquery(woorden))
                ORDER BY datum DESC, id DESC LIMIT \(Betaalvraag.most))
            """
        let amount: Query =
            bedrag.map { "UNION SELECT id FROM betalingen WHERE bedrag = \($0) OR bedrag = \(-$0)" } ?? ""
        return """
            \(sqlite: sqlite, postgres: postgres) \(amount)
            UNION SELECT id FROM betalingen WHERE zaak_id = (SELECT id FROM zaken WHERE nummer = \(nummer))
            """
    }

    private var clause: Query {
        switch lijst {
        case .tePlaatsen: "staat = 'te_plaatsen'"
        case .terug: "terugbetaald IS NULL AND (staat = 'terug_te_betalen' OR over > 0)"
        case .alle: "1 = 1"
        }
    }
}

extension BetalingStore {
    /// Makes a payment findable; PostgreSQL does that by itself.
    func know(_ betaling: Betaling) throws {
        guard tx.dialect == .sqlite else { return }
        let row = try tx.first("INSERT INTO betaalregels (betaling_id) VALUES (\(betaling.id)) RETURNING id")
        guard let id: Int64 = try row?["id"] else { return }
        let ends = betaling.tegenrekening.map { account in
            [account] + [3, 4, 6, 8, 10].map { String(account.suffix($0)) }
        }
        let parts = [betaling.naam, betaling.omschrijving, betaling.kenmerk].compactMap(\.self) + (ends ?? [])
        try tx.run("INSERT INTO betaalwoorden (rowid, tekst) VALUES (\(id), \(parts.joined(separator: " ")))")
    }

    /// The payments that someone looks for, the newest first.
    public func search(_ vraag: Betaalvraag, limit: Int, offset: Int = 0) throws -> [Betaling] {
        try tx.rows(vraag.question(BetalingStore.columns, limit: limit, offset: offset)).map(Betaling.init(row:))
    }
}
