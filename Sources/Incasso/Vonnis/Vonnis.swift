public import Basics
public import Database
public import Zaken

/// What a court awarded on claims; from then on that is what is open, and not what was claimed (CORA B.2.2).
public struct Vonnis: Hashable, Sendable, Identifiable {
    public let id: Identifier<Vonnis>
    public let zaak: Identifier<Zaak>
    /// The number of the court.
    public let zaaknummer: String
    public let dag: Day
    public let hoofdsom: Money
    /// Collection costs and the costs of the proceedings together.
    public let kosten: Money
    /// From when interest was awarded; nothing where none was.
    public let renteVanaf: Day?

    /// The days on which no interest runs on a claim in default since a day: what was not awarded.
    func rest(since default: Day, until day: Day) -> Range<Day>? {
        let end = renteVanaf.map { min($0, day) } ?? day
        return end > `default` ? `default`..<end : nil
    }
}

/// The judgments, inside one transaction.
public struct VonnisStore {
    let tx: Transaction
    private static let columns: Query = "v.id, v.zaak_id, v.zaaknummer, v.dag, v.hoofdsom, v.kosten, v.rente_vanaf"

    /// Those of a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Vonnis] {
        try tx.rows("SELECT \(VonnisStore.columns) FROM vonnissen v WHERE v.zaak_id = \(zaak) ORDER BY v.id DESC")
            .map(Vonnis.init(row:))
    }

    /// The newest on a claim.
    func newest(on claim: Identifier<Vordering>) throws -> Vonnis? {
        try tx.first(
            """
            SELECT \(VonnisStore.columns) FROM vonnissen v JOIN vonnisvorderingen w ON w.vonnis_id = v.id
            WHERE w.vordering_id = \(claim) ORDER BY v.id DESC LIMIT 1
            """
        ).map(Vonnis.init(row:))
    }

    func add(_ one: Vonnis, on claims: [Vordering], at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO vonnissen (id, zaak_id, zaaknummer, dag, hoofdsom, kosten, rente_vanaf, moment)
            VALUES (\(one.id), \(one.zaak), \(one.zaaknummer), \(one.dag), \(one.hoofdsom), \(one.kosten),
                \(one.renteVanaf), \(now))
            """)
        for claim in claims {
            try tx.run("INSERT INTO vonnisvorderingen (vordering_id, vonnis_id) VALUES (\(claim.id), \(one.id))")
        }
    }
}

extension Vonnis {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], zaaknummer: try row["zaaknummer"], dag: try row["dag"],
            hoofdsom: try row["hoofdsom"], kosten: try row["kosten"], renteVanaf: try row["rente_vanaf"])
    }
}

extension Transaction {
    public var vonnissen: VonnisStore { VonnisStore(tx: self) }
}
