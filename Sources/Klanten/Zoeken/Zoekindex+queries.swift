public import Database

/// How the index is asked, in the words of each database.
extension Zoekindex {
    /// The identifiers of what has the words, the newest first; for use inside another query.
    public static func references(_ vraag: Zoekvraag, limit: Int) -> Query {
        guard !vraag.woorden.isEmpty else { return "SELECT verwijzing FROM zoekregels WHERE 1 = 0" }
        let soort: Query = vraag.soort.map { "WHERE r.soort = \($0) AND" } ?? "WHERE"
        return """
            SELECT verwijzing FROM (\(newest(vraag, limit))) AS w CROSS JOIN zoekregels r
            \(soort) r.id = w.id
            """
    }

    /// The rows that have the words, in no order.
    static func rows(_ vraag: Zoekvraag) -> Query {
        let sqlite: Query = "SELECT rowid AS id FROM zoekwoorden WHERE zoekwoorden MATCH \(match(vraag))"
        let postgres: Query = "SELECT id FROM zoekregels WHERE woorden @@ \(tsquery(vraag))"
        return "\(sqlite: sqlite, postgres: postgres)"
    }

    /// The newest rows that have the words.
    static func newest(_ vraag: Zoekvraag, _ limit: Int) -> Query { "\(rows(vraag)) ORDER BY id DESC LIMIT \(limit)" }

    /// The rows that have the words, those first in which they weigh most.
    static func weighed(_ vraag: Zoekvraag, _ limit: Int) -> Query {
        let sqlite: Query =
            "SELECT rowid AS id FROM zoekwoorden WHERE zoekwoorden MATCH \(match(vraag)) ORDER BY rank, rowid"
        let postgres: Query =
            """
            SELECT id FROM zoekregels WHERE woorden @@ \(tsquery(vraag)) ORDER BY ts_rank(woorden, \(tsquery(vraag))) DESC, id
            """
        return "\(sqlite: sqlite, postgres: postgres) LIMIT \(limit)"
    }

    /// All that a search asks, for who wants to see how it is answered.
    public static func questions(_ vraag: Zoekvraag) -> [Query] {
        [
            newest(vraag, most + 1), weighed(vraag, most), references(vraag, limit: most),
            "SELECT count(*) FROM \(Vangst(rijen: [1, 2]).treffers)",
        ]
    }

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
