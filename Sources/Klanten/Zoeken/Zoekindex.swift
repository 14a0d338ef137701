public import Database

extension Zoekregel.Soort: ColumnValue {}

/// The full-text index over klanten and zaken: FTS5 in SQLite, `tsvector` in PostgreSQL.
public struct Zoekindex {
    let tx: Transaction

    /// Makes the subject findable by these words and no longer by earlier ones.
    public func put(_ regel: Zoekregel) throws {
        let row = try tx.first(
            """
            INSERT INTO zoekregels (soort, verwijzing, titel, tekst, ondertitel, facet, orde)
            VALUES (\(regel.soort), \(regel.verwijzing), \(regel.titel), \(regel.tekst), \(regel.ondertitel), \(regel.facet),
                \(regel.orde))
            ON CONFLICT (verwijzing) DO UPDATE SET titel = excluded.titel, tekst = excluded.tekst,
                ondertitel = excluded.ondertitel, facet = excluded.facet, orde = excluded.orde
            RETURNING id, titel, tekst || ' ' || kenmerken AS tekst
            """)
        try index(row)
        if regel.soort == .klant { try learn(regel.titel) }
    }

    /// Makes the subject findable by further references as well, also written without spaces or dashes.
    public func know(_ kenmerken: [String], for verwijzing: String) throws {
        let words = Set(kenmerken + kenmerken.map(\.aaneen)).sorted().joined(separator: " ")
        let row = try tx.first(
            """
            UPDATE zoekregels SET kenmerken = kenmerken || ' ' || \(words) WHERE verwijzing = \(verwijzing)
            RETURNING id, titel, tekst || ' ' || kenmerken AS tekst
            """)
        try index(row)
    }

    /// Makes the subject no longer findable.
    public func forget(_ verwijzing: String) throws {
        let row = try tx.first("DELETE FROM zoekregels WHERE verwijzing = \(verwijzing) RETURNING id")
        guard tx.dialect == .sqlite, let id: Int64 = try row?["id"] else { return }
        try tx.run("DELETE FROM zoekwoorden WHERE rowid = \(id)")
    }

    /// SQLite keeps the words apart; PostgreSQL makes them of the row by itself.
    private func index(_ row: Row?) throws {
        guard tx.dialect == .sqlite, let row else { return }
        let (id, title, text): (Int64, String, String) = (try row["id"], try row["titel"], try row["tekst"])
        try tx.run("DELETE FROM zoekwoorden WHERE rowid = \(id)")
        try tx.run("INSERT INTO zoekwoorden (rowid, titel, tekst) VALUES (\(id), \(title), \(text))")
    }

    public struct Antwoord: Sendable {
        public var treffers: [Zoekregel] = []
        /// How many there are of each kind and facet, over all hits that were looked at.
        public var facetten: [Facet] = []
        /// All hits that were looked at.
        public var vangst = Vangst()
    }

    public struct Facet: Hashable, Sendable {
        public var soort: Zoekregel.Soort
        public var facet: String
        public var aantal: Int
    }

    /// The best hits first, of very many the newest first, that meet a further condition on `treffers`; nothing for a question
    /// without words.
    public func search(_ vraag: Zoekvraag, limit: Int = 50, offset: Int = 0, waar: Query = "1 = 1") throws -> Antwoord {
        guard !vraag.woorden.isEmpty else { return Antwoord() }
        let vangst = try vangst(vraag)
        let facets = try tx.rows(
            """
            SELECT soort, facet, count(*) AS aantal FROM \(vangst.treffers)
            GROUP BY soort, facet ORDER BY soort, aantal DESC, facet
            """)
        let rows = try tx.rows(
            """
            SELECT soort, verwijzing, titel, tekst, ondertitel, facet, orde FROM \(vangst.treffers)
            WHERE \(Zoekindex.narrowing(vraag)) AND \(waar)
            ORDER BY CASE WHEN titel LIKE \(vraag.staart ?? "") THEN 0 ELSE 1 END, orde, rang
            LIMIT \(limit) OFFSET \(offset)
            """)
        return Antwoord(
            treffers: try rows.map(Zoekregel.init(row:)), facetten: try facets.map(Facet.init(row:)), vangst: vangst)
    }

    /// What is shown of these klanten and zaken, as a search shows them.
    public func regels(_ verwijzingen: [String]) throws -> [Zoekregel] {
        guard !verwijzingen.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT soort, verwijzing, titel, tekst, ondertitel, facet, orde FROM zoekregels
            WHERE verwijzing IN (\(list: verwijzingen)) ORDER BY orde, id
            """
        ).map(Zoekregel.init(row:))
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
            ondertitel: try row["ondertitel"], facet: try row["facet"], orde: try row["orde"])
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
