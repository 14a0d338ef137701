public import Basics
public import Database
import Exchange
public import Klanten

extension Machtiging.Soort: ColumnValue {}

/// The mandates, inside one transaction.
public struct MachtigingStore {
    let tx: Transaction
    private static let columns: Query =
        "id, kenmerk, partij_id, schuldeiser, iban, naam, soort, getekend, bewijs, gebruikt, ingetrokken, reden, versie"

    public func find(_ id: Identifier<Machtiging>) throws -> Machtiging? {
        try tx.first("SELECT \(MachtigingStore.columns) FROM machtigingen WHERE id = \(id)").map(Machtiging.init(row:))
    }

    public func find(kenmerk: String, schuldeiser: String) throws -> Machtiging? {
        try tx.first(
            "SELECT \(MachtigingStore.columns) FROM machtigingen WHERE schuldeiser = \(schuldeiser) AND kenmerk = \(kenmerk)"
        ).map(Machtiging.init(row:))
    }

    /// All of a person, the newest first.
    public func all(of partij: Identifier<Partij>) throws -> [Machtiging] {
        try tx.rows("SELECT \(MachtigingStore.columns) FROM machtigingen WHERE partij_id = \(partij) ORDER BY id DESC")
            .map(Machtiging.init(row:))
    }

    /// The people who gave a mandate on this account that was not withdrawn.
    func people(from account: String) throws -> [Identifier<Partij>] {
        try tx.rows(
            """
            SELECT DISTINCT partij_id FROM machtigingen WHERE iban = \(account) AND ingetrokken IS NULL
            ORDER BY partij_id LIMIT 10
            """
        ).map { try $0["partij_id"] }
    }

    /// Those of a creditor that were not withdrawn, after one, some at a time.
    func running(for schuldeiser: String, after last: Identifier<Machtiging>?, limit: Int = 500) throws -> [Machtiging]
    {
        let after: Query = last.map { "AND id > \($0)" } ?? ""
        return try tx.rows(
            """
            SELECT \(MachtigingStore.columns) FROM machtigingen
            WHERE schuldeiser = \(schuldeiser) AND ingetrokken IS NULL \(after) ORDER BY id LIMIT \(limit)
            """
        ).map(Machtiging.init(row:))
    }

    func add(_ one: Machtiging) throws {
        try tx.run(
            """
            INSERT INTO machtigingen (\(MachtigingStore.columns))
            VALUES (\(one.id), \(one.kenmerk), \(one.partij), \(one.schuldeiser), \(one.iban.text), \(one.naam),
                \(one.soort), \(one.getekend), \(one.bewijs), \(one.gebruikt), \(one.ingetrokken), \(one.reden),
                \(one.versie))
            """)
    }

    func save(_ one: Machtiging) throws {
        let changed = try tx.run(
            """
            UPDATE machtigingen SET gebruikt = \(one.gebruikt), ingetrokken = \(one.ingetrokken), reden = \(one.reden),
                versie = versie + 1
            WHERE id = \(one.id) AND versie = \(one.versie)
            """)
        guard changed == 1 else { throw IncassoRefusal.changedMeanwhile }
    }
}

extension Machtiging {
    init(row: Row) throws {
        let text: String = try row["iban"]
        guard let iban = IBAN(text) else { throw IncassoRefusal.notAnIBAN }
        self.init(
            id: try row["id"], kenmerk: try row["kenmerk"], partij: try row["partij_id"],
            schuldeiser: try row["schuldeiser"], iban: iban, naam: try row["naam"], soort: try row["soort"],
            getekend: try row["getekend"], bewijs: try row["bewijs"], gebruikt: try row["gebruikt"],
            ingetrokken: try row["ingetrokken"], reden: try row["reden"], versie: try row["versie"])
    }
}

extension Transaction {
    public var machtigingen: MachtigingStore { MachtigingStore(tx: self) }
}
