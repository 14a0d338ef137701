public import Database

extension Zoekregel.Soort: ColumnValue {}

/// The full-text index over klanten and zaken: FTS5 in SQLite, `tsvector` in PostgreSQL.
public struct Zoekindex {
    let tx: Transaction

    /// Makes the subject findable by these words and no longer by earlier ones.
    public func put(_ regel: Zoekregel) throws {
        let row = try tx.first(
            """
            INSERT INTO zoekregels (soort, verwijzing, titel, tekst, ondertitel, facet)
            VALUES (\(regel.soort), \(regel.verwijzing), \(regel.titel), \(regel.tekst), \(regel.ondertitel), \(regel.facet))
            ON CONFLICT (verwijzing) DO UPDATE SET titel = excluded.titel, tekst = excluded.tekst,
                ondertitel = excluded.ondertitel, facet = excluded.facet
            RETURNING id
            """)
        guard tx.dialect == .sqlite, let id: Int64 = try row?["id"] else { return }
        try tx.run("DELETE FROM zoekwoorden WHERE rowid = \(id)")
        try tx.run("INSERT INTO zoekwoorden (rowid, titel, tekst) VALUES (\(id), \(regel.titel), \(regel.tekst))")
    }

    public struct Antwoord: Sendable {
        public var treffers: [Zoekregel]
        /// How many there are of each kind and facet, over all hits.
        public var facetten: [Facet]
    }

    public struct Facet: Hashable, Sendable {
        public var soort: Zoekregel.Soort
        public var facet: String
        public var aantal: Int
    }

    /// The best hits first; nothing for a question without words.
    public func search(_ vraag: Zoekvraag, limit: Int = 50, offset: Int = 0) throws -> Antwoord {
        guard !vraag.woorden.isEmpty else { return Antwoord(treffers: [], facetten: []) }
        let hits = Zoekindex.hits(of: vraag.woorden)
        let facets = try tx.rows(
            "SELECT soort, facet, count(*) AS aantal FROM \(hits) GROUP BY soort, facet ORDER BY soort, aantal DESC, facet"
        )
        let rows = try tx.rows(
            """
            SELECT soort, verwijzing, titel, tekst, ondertitel, facet FROM \(hits)
            WHERE \(Zoekindex.narrowing(vraag)) ORDER BY rang, id LIMIT \(limit) OFFSET \(offset)
            """)
        return Antwoord(treffers: try rows.map(Zoekregel.init(row:)), facetten: try facets.map(Facet.init(row:)))
    }

    private static func hits(of words: [String]) -> Query {
        let match = words.map { "\"\($0)\"*" }.joined(separator: " ")
        let tsquery = words.map { "'\($0)':*" }.joined(separator: " & ")
        let sqlite: Query =
            """
            (SELECT r.id, r.soort, r.verwijzing, r.titel, r.tekst, r.ondertitel, r.facet, w.rank AS rang
            FROM zoekwoorden w JOIN zoekregels r ON r.id = w.rowid WHERE zoekwoorden MATCH \(match)) AS treffers
            """
        let postgres: Query =
            """
            (SELECT id, soort, verwijzing, titel, tekst, ondertitel, facet,
                -ts_rank(woorden, to_tsquery('simple', zoekvorm(\(tsquery)))) AS rang
            FROM zoekregels WHERE woorden @@ to_tsquery('simple', zoekvorm(\(tsquery)))) AS treffers
            """
        return "\(sqlite: sqlite, postgres: postgres)"
    }

    private static func narrowing(_ vraag: Zoekvraag) -> Query {
        var clause: Query = "1 = 1"
        if let soort = vraag.soort { clause = "\(clause) AND soort = \(soort)" }
        if let facet = vraag.facet { clause = "\(clause) AND facet = \(facet)" }
        return clause
    }
}

extension Zoekregel {
    init(row: Row) throws {
        self.init(
            soort: try row["soort"], verwijzing: try row["verwijzing"], titel: try row["titel"],
            tekst: try row["tekst"],
            ondertitel: try row["ondertitel"], facet: try row["facet"])
    }
}

extension Zoekindex.Facet {
    init(row: Row) throws {
        self.init(soort: try row["soort"], facet: try row["facet"], aantal: try row["aantal"])
    }
}

extension Transaction {
    public var zoekindex: Zoekindex { Zoekindex(tx: self) }
}
