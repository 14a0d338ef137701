public import Basics
public import Database
import Recht
public import Zaken

/// Where an open claim stands on a day: its interest so far, and when it lapses once that comes near.
public struct Nachtstand: Hashable, Sendable {
    public let vordering: String
    /// The version of the claim that it was computed from.
    public let versie: Int64
    /// Interest since default that is not booked.
    public let rente: Money
    /// The last day on which it can be enforced, in the last year before it.
    public let verjaart: Day?
    /// Why its interest could not be computed; then ``rente`` is nothing.
    public var fout: Fout?

    /// What kept a claim from being computed.
    public enum Fout: String, Sendable, CaseIterable, ColumnValue {
        /// The table of rates does not reach back so far, or the period or amount is out of range.
        case rente
        /// Something of the claim itself.
        case vordering
    }
}

/// How far a night run came.
public struct Nachtlooptijd: Hashable, Sendable {
    public let dag: Day
    public let begonnen: Moment
    public let klaar: Moment?
    /// The last claim that was done.
    let tot: String
    public let vorderingen: Int
    /// How many rows were written.
    public let gewijzigd: Int
    /// All interest that is not booked.
    public let rente: Money
}

/// What the night runs computed, inside one transaction.
public struct NachtStore {
    let tx: Transaction

    private static let columns: Query = "dag, begonnen, klaar, tot, vorderingen, gewijzigd, rente"

    /// The run of a day.
    public func run(of day: Day) throws -> Nachtlooptijd? {
        try tx.first("SELECT \(NachtStore.columns) FROM nachtlopen WHERE dag = \(day)").map(Nachtlooptijd.init(row:))
    }

    /// The newest run.
    public func latest() throws -> Nachtlooptijd? {
        try tx.first("SELECT \(NachtStore.columns) FROM nachtlopen ORDER BY dag DESC LIMIT 1")
            .map(Nachtlooptijd.init(row:))
    }

    /// Where the claims of a zaak stood at the last run.
    public func standen(of zaak: Identifier<Zaak>) throws -> [Nachtstand] {
        try tx.rows(
            """
            SELECT n.vordering_id, n.versie, n.rente, n.verjaart, n.fout FROM vorderingen v
            JOIN nachtstanden n ON n.vordering_id = v.id WHERE v.zaak_id = \(zaak) ORDER BY n.vordering_id
            """
        ).map {
            Nachtstand(
                vordering: try $0["vordering_id"], versie: try $0["versie"], rente: try $0["rente"],
                verjaart: try $0["verjaart"], fout: try $0["fout"])
        }
    }

    /// Writes where claims stand on a day.
    func write(_ standen: [Nachtstand], on day: Day) throws {
        for part in standen.batches(of: 400) {
            let rows = part.map {
                "(\($0.vordering), \(day), \($0.versie), \($0.rente), \($0.verjaart), \($0.fout))" as Query
            }
            try tx.run(
                """
                INSERT INTO nachtstanden (vordering_id, dag, versie, rente, verjaart, fout)
                VALUES \(rows.joined(separator: ", "))
                ON CONFLICT (vordering_id) DO UPDATE SET dag = excluded.dag, versie = excluded.versie,
                    rente = excluded.rente, verjaart = excluded.verjaart, fout = excluded.fout
                """)
        }
    }

    func begin(_ day: Day, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO nachtlopen (\(NachtStore.columns)) VALUES (\(day), \(now), NULL, '', 0, 0, 0)
            ON CONFLICT (dag) DO NOTHING
            """)
    }

    /// Notes how far a run came, in the transaction of what it wrote.
    func reached(_ last: String, claims: Int, changed: Int, on day: Day) throws {
        try tx.run(
            """
            UPDATE nachtlopen SET tot = \(last), vorderingen = vorderingen + \(claims), gewijzigd = gewijzigd + \(changed)
            WHERE dag = \(day)
            """)
    }

    /// Notes the zaken that the last part of a run could not mend, and forgets those of before.
    func failed(on zaken: Set<Identifier<Zaak>>, on day: Day) throws {
        try tx.run("DELETE FROM nachtfouten")
        for zaak in zaken.sorted(by: { $0.text < $1.text }) {
            try tx.run("INSERT INTO nachtfouten (zaak_id, dag) VALUES (\(zaak), \(day))")
        }
    }

    /// Forgets what is not open any more, and closes the run of a day.
    func finish(_ day: Day, at now: Moment) throws {
        try tx.run("DELETE FROM nachtstanden WHERE dag <> \(day)")
        try tx.run(
            """
            UPDATE nachtlopen SET klaar = \(now),
                rente = (SELECT CAST(coalesce(sum(rente), 0) AS BIGINT) FROM nachtstanden)
            WHERE dag = \(day)
            """)
    }
}

extension Nachtlooptijd {
    init(row: Row) throws {
        self.init(
            dag: try row["dag"], begonnen: try row["begonnen"], klaar: try row["klaar"], tot: try row["tot"],
            vorderingen: try row["vorderingen"], gewijzigd: try row["gewijzigd"], rente: try row["rente"])
    }
}

extension Transaction {
    public var nacht: NachtStore { NachtStore(tx: self) }
}
