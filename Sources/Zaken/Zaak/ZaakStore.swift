public import Basics
public import Database
public import Klanten

/// The zaken, inside one transaction.
public struct ZaakStore {
    let tx: Transaction

    public func find(_ id: Identifier<Zaak>) throws -> Zaak? {
        try tx.first("SELECT \(Zaak.columns) FROM zaken WHERE id = \(id)").map(Zaak.init(row:))
    }

    public func find(nummer: String) throws -> Zaak? {
        try tx.first("SELECT \(Zaak.columns) FROM zaken WHERE nummer = \(nummer)").map(Zaak.init(row:))
    }

    /// The zaken that have a number in their year, the newest first: people leave out the year.
    public func find(kort number: Int, until year: Int) throws -> [Zaak] {
        guard (1...999_999).contains(number) else { return [] }
        let digits = String(repeating: "0", count: 6 - "\(number)".count) + "\(number)"
        return try tx.rows(
            """
            SELECT \(Zaak.columns) FROM zaken WHERE nummer IN (\(list: (0..<20).map { "ZAAK-\(year - $0)-\(digits)" }))
            ORDER BY nummer DESC
            """
        ).map(Zaak.init(row:))
    }

    /// The zaak that someone means who types a number, with or without its year; nothing where there are more.
    public func find(getypt text: String, until year: Int) throws -> Zaak? {
        if let zaak = try find(nummer: text) { return zaak }
        let digits = text.filter(\.isNumber)
        if digits.count == 10 { return try find(nummer: "ZAAK-\(digits.prefix(4))-\(digits.suffix(6))") }
        let found = try text.count <= 11 ? Int(digits).map { try find(kort: $0, until: year) } ?? [] : []
        return found.count == 1 ? found.first : nil
    }

    /// All zaken of a person, the newest first.
    public func all(of partij: Identifier<Partij>) throws -> [Zaak] {
        try tx.rows("SELECT \(Zaak.columns) FROM zaken WHERE partij_id = \(partij) ORDER BY geopend DESC, id DESC")
            .map(Zaak.init(row:))
    }

    /// How many zaken of a person are closed, without this one.
    public func closed(of partij: Identifier<Partij>, besides zaak: Identifier<Zaak>) throws -> Int {
        try tx.first(
            """
            SELECT count(*) AS gesloten FROM zaken
            WHERE partij_id = \(partij) AND afgesloten IS NOT NULL AND id <> \(zaak)
            """
        ).map { try $0["gesloten"] } ?? 0
    }

    /// The open zaak of this kind that a person already has.
    public func open(of partij: Identifier<Partij>, zaaktype: String) throws -> Zaak? {
        try tx.first(
            """
            SELECT \(Zaak.columns) FROM zaken
            WHERE partij_id = \(partij) AND zaaktype = \(zaaktype) AND afgesloten IS NULL ORDER BY id LIMIT 1
            """
        ).map(Zaak.init(row:))
    }

    /// Open zaken in which exactly this amount is open.
    public func open(bedrag: Money, limit: Int) throws -> [Zaak] {
        try tx.rows(
            """
            SELECT \(Zaak.columns) FROM zaken WHERE afgesloten IS NULL AND bedrag = \(bedrag) ORDER BY id LIMIT \(limit)
            """
        ).map(Zaak.init(row:))
    }

    /// What is open in each of these zaken, and for each person in all their open zaken together, by identifier.
    public func amounts(of ids: [String]) throws -> [String: Money] {
        let rows = try tx.rows(ZaakStore.amounts(of: ids))
        return Dictionary(try rows.map { (try $0["id"], try $0["bedrag"]) }) { first, _ in first }
    }

    static func amounts(of ids: [String]) -> Query {
        """
        SELECT id, bedrag FROM zaken WHERE id IN (\(list: ids))
        UNION ALL
        SELECT partij_id, CAST(sum(bedrag) AS BIGINT) FROM zaken WHERE partij_id IN (\(list: ids)) AND afgesloten IS NULL
        GROUP BY partij_id
        """
    }

    public func add(_ zaak: Zaak) throws {
        try tx.run(
            """
            INSERT INTO zaken (\(Zaak.columns))
            VALUES (\(zaak.id), \(zaak.nummer), \(zaak.zaaktype), \(zaak.partij), \(zaak.omschrijving), \(zaak.status),
                \(zaak.resultaat), \(zaak.behandelaar), \(zaak.geopend), \(zaak.streefdatum), \(zaak.opgeschort),
                \(zaak.afgesloten), \(zaak.bedrag), \(zaak.versie))
            """)
    }

    /// Saves a changed zaak; refused when someone else saved a newer version.
    public func save(_ zaak: inout Zaak) throws {
        let changed = try tx.run(
            """
            UPDATE zaken SET omschrijving = \(zaak.omschrijving), status = \(zaak.status), resultaat = \(zaak.resultaat),
                behandelaar = \(zaak.behandelaar), streefdatum = \(zaak.streefdatum), opgeschort = \(zaak.opgeschort),
                afgesloten = \(zaak.afgesloten), bedrag = \(zaak.bedrag), versie = versie + 1
            WHERE id = \(zaak.id) AND versie = \(zaak.versie)
            """)
        guard changed == 1 else { throw ZaakRefusal.changedMeanwhile }
        zaak.versie += 1
    }

    /// The next number of a series, such as `ZAAK-2026-`; numbers have no holes.
    public func nextNumber(in series: String) throws -> Int64 {
        let row = try tx.first(
            """
            INSERT INTO nummers (reeks, laatste) VALUES (\(series), 1)
            ON CONFLICT (reeks) DO UPDATE SET laatste = nummers.laatste + 1 RETURNING laatste
            """)
        return try row?["laatste"] ?? 1
    }
}

extension Transaction {
    public var zaken: ZaakStore { ZaakStore(tx: self) }
}
