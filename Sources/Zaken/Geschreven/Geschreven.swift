public import Basics
public import Database
public import Klanten

/// What someone wrote in a zaak, a note or a contact, as it is found by its words.
public struct Geschreven: Hashable, Sendable {
    public enum Soort: String, Sendable, CaseIterable { case notitie, contact }

    public let soort: Soort
    public let zaak: Identifier<Zaak>
    public let moment: Moment
    /// A login name, or an actor of the journal.
    public let door: String
    public let tekst: String
}

extension Geschreven.Soort: ColumnValue {}

/// A hit among what people wrote: the words, and the zaak and person they are about.
public struct Geschrevenregel: Hashable, Sendable {
    public let geschreven: Geschreven
    public let nummer: String
    public let klant: String
}

/// The index over what people wrote, apart from that of people and zaken: it is asked by who may read a zaak's notes.
public struct GeschrevenStore {
    let tx: Transaction

    /// Makes a text findable.
    func put(_ one: Geschreven) throws {
        let row = try tx.first(
            """
            INSERT INTO geschreven (soort, zaak_id, moment, door, tekst)
            VALUES (\(one.soort), \(one.zaak), \(one.moment), \(one.door), \(one.tekst)) RETURNING id
            """)
        guard tx.dialect == .sqlite, let id: Int64 = try row.map({ try $0["id"] }) else { return }
        try tx.run("INSERT INTO geschrevenwoorden (rowid, tekst) VALUES (\(id), \(one.tekst))")
    }

    /// The newest with all of the words.
    public func search(_ vraag: Zoekvraag, limit: Int, offset: Int = 0) throws -> [Geschrevenregel] {
        guard !vraag.woorden.isEmpty else { return [] }
        return try tx.rows(GeschrevenStore.question(vraag, limit: limit, offset: offset)).map(
            Geschrevenregel.init(row:))
    }

    /// How many have the words, counted no further than a number.
    public func count(_ vraag: Zoekvraag, atMost most: Int) throws -> Int {
        guard !vraag.woorden.isEmpty else { return 0 }
        let rows = GeschrevenStore.rows(vraag)
        return try tx.first("SELECT count(*) AS aantal FROM (\(rows) LIMIT \(most)) AS gevonden")?["aantal"] ?? 0
    }

    /// What a search asks, for who wants to see how it is answered.
    public static func question(_ vraag: Zoekvraag, limit: Int, offset: Int) -> Query {
        """
        SELECT g.soort, g.zaak_id, g.moment, g.door, g.tekst, z.nummer, p.naam
        FROM (\(rows(vraag)) ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)) AS w
        CROSS JOIN geschreven g CROSS JOIN zaken z CROSS JOIN partijen p
        WHERE g.id = w.id AND z.id = g.zaak_id AND p.id = z.partij_id ORDER BY g.id DESC
        """
    }

    private static func rows(_ vraag: Zoekvraag) -> Query {
        let sqlite: Query =
            "SELECT rowid AS id FROM geschrevenwoorden WHERE geschrevenwoorden MATCH \(Zoekindex.match(vraag))"
        let postgres: Query = "SELECT id FROM geschreven WHERE woorden @@ \(Zoekindex.tsquery(vraag))"
        return "\(sqlite: sqlite, postgres: postgres)"
    }
}

extension Geschrevenregel {
    init(row: Row) throws {
        geschreven = Geschreven(
            soort: try row["soort"], zaak: try row["zaak_id"], moment: try row["moment"], door: try row["door"],
            tekst: try row["tekst"])
        nummer = try row["nummer"]
        klant = try row["naam"]
    }
}

extension Transaction {
    public var geschreven: GeschrevenStore { GeschrevenStore(tx: self) }
}
