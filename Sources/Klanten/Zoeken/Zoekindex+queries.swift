public import Database

/// How the index is asked, in the words of each database.
extension Zoekindex {
    /// The identifiers of what has the words, the newest first; for use inside another query.
    public static func references(_ vraag: Zoekvraag, limit: Int) -> Query {
        guard !vraag.woorden.isEmpty else { return "SELECT verwijzing FROM zoekregels WHERE 1 = 0" }
        let soort: Query = vraag.soort.map { "WHERE soort = \($0)" } ?? ""
        return "SELECT verwijzing FROM \(newest(vraag, limit)) \(soort)"
    }

    /// The rows that have the words, in no order.
    static func rows(_ vraag: Zoekvraag) -> Query {
        let sqlite: Query = "SELECT rowid AS id FROM zoekwoorden WHERE zoekwoorden MATCH \(match(vraag))"
        let postgres: Query = "SELECT id FROM zoekregels WHERE woorden @@ \(tsquery(vraag))"
        return "\(sqlite: sqlite, postgres: postgres)"
    }

    /// All hits with their weight.
    static func ranked(_ vraag: Zoekvraag) -> Query {
        let sqlite: Query =
            """
            (SELECT \(columns), w.rank AS rang
            FROM zoekwoorden w CROSS JOIN zoekregels r WHERE r.id = w.rowid AND zoekwoorden MATCH \(match(vraag))) AS treffers
            """
        let postgres: Query =
            """
            (SELECT \(columns), -ts_rank(r.woorden, \(tsquery(vraag))) AS rang
            FROM zoekregels r WHERE r.woorden @@ \(tsquery(vraag))) AS treffers
            """
        return "\(sqlite: sqlite, postgres: postgres)"
    }

    /// The newest hits, without a weight.
    static func newest(_ vraag: Zoekvraag, _ limit: Int) -> Query {
        """
        (SELECT \(columns), -r.id AS rang
        FROM (\(rows(vraag)) ORDER BY id DESC LIMIT \(limit)) AS w CROSS JOIN zoekregels r WHERE r.id = w.id) AS treffers
        """
    }

    /// The hits that a search looks at, as `treffers`.
    public static func hits(_ vraag: Zoekvraag, isMany: Bool) -> Query {
        isMany ? newest(vraag, most) : ranked(vraag)
    }

    /// All that a search asks, for who wants to see how it is answered.
    public static func questions(_ vraag: Zoekvraag) -> [Query] {
        [
            "SELECT count(*) AS aantal FROM (\(rows(vraag)) LIMIT \(most + 1)) AS gevonden",
            "SELECT count(*) FROM \(ranked(vraag))", "SELECT count(*) FROM \(newest(vraag, most))",
            references(vraag, limit: most),
        ]
    }

    private static let columns: Query = "r.id, r.soort, r.verwijzing, r.titel, r.tekst, r.ondertitel, r.facet, r.orde"

    /// All words, or all of them written as one, for SQLite.
    public static func match(_ vraag: Zoekvraag) -> String {
        let words = vraag.woorden.map { "\"\($0)\"*" }.joined(separator: " AND ")
        return vraag.aaneen.map { "(\(words)) OR \"\($0)\"*" } ?? words
    }

    /// The same for PostgreSQL.
    public static func tsquery(_ vraag: Zoekvraag) -> Query {
        let words = vraag.woorden.map { "'\($0)':*" }.joined(separator: " & ")
        let text = vraag.aaneen.map { "\(words) | '\($0)':*" } ?? words
        return "to_tsquery('simple', zoekvorm(\(text)))"
    }
}
