public import Basics
public import Database
import Journal
public import Zaken

extension Kerncijfer: ColumnValue {}

/// What an organisation told of itself, inside one transaction.
public struct KerncijferStore {
    let tx: Transaction

    /// The newest of each kind on a day; of several creditors the sum, where each of them told it.
    public func values(on day: Day, schuldeiser: String? = nil) throws -> [Kerncijfer: Int64] {
        let who: Query = schuldeiser.map { "WHERE s.code = \($0)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT k.soort, CAST(sum(k.waarde) AS BIGINT) AS waarde FROM kerncijfers k
            JOIN schuldeisers s ON s.code = k.schuldeiser AND k.dag = (
                SELECT max(n.dag) FROM kerncijfers n
                WHERE n.schuldeiser = k.schuldeiser AND n.soort = k.soort AND n.dag <= \(day))
            \(who) GROUP BY k.soort
            HAVING count(*) = (SELECT count(*) FROM schuldeisers s \(who))
            """)
        return try rows.reduce(into: [:]) { all, row in
            if let kind = Kerncijfer(rawValue: try row["soort"]) { all[kind] = try row["waarde"] }
        }
    }

    /// All that was told, the newest first.
    public func all(limit: Int = 200) throws -> [Vermelding] {
        try tx.rows(
            """
            SELECT schuldeiser, soort, dag, waarde, door, moment FROM kerncijfers
            ORDER BY dag DESC, moment DESC, schuldeiser, soort LIMIT \(limit)
            """
        ).compactMap { row in
            guard let kind = Kerncijfer(rawValue: try row["soort"]) else { return nil }
            return Vermelding(
                schuldeiser: try row["schuldeiser"], soort: kind, dag: try row["dag"], waarde: try row["waarde"],
                door: try row["door"], moment: try row["moment"])
        }
    }

    func put(_ one: Vermelding) throws {
        try tx.run(
            """
            INSERT INTO kerncijfers (schuldeiser, soort, dag, waarde, door, moment)
            VALUES (\(one.schuldeiser), \(one.soort), \(one.dag), \(one.waarde), \(one.door), \(one.moment))
            ON CONFLICT (schuldeiser, soort, dag) DO UPDATE SET waarde = excluded.waarde, door = excluded.door,
                moment = excluded.moment
            """)
    }
}

/// A figure that the organisation told of itself, from a day on.
public struct Vermelding: Sendable, Hashable {
    public let schuldeiser: String
    public let soort: Kerncijfer
    public let dag: Day
    /// A number of things, cents, or minutes, by its kind.
    public let waarde: Int64
    public let door: String
    public let moment: Moment

    public init(schuldeiser: String, soort: Kerncijfer, dag: Day, waarde: Int64, door: String, moment: Moment) {
        self.schuldeiser = schuldeiser
        self.soort = soort
        self.dag = dag
        self.waarde = waarde
        self.door = door
        self.moment = moment
    }

    /// Keeps it, in the record of the creditor as well.
    public func run(in act: Act) throws {
        try act.tx.kerncijfers.put(self)
        try act.record(
            "kerncijfer_gezet", of: Subject(kind: "schuldeiser", id: schuldeiser),
            ["kerncijfer": .string(soort.rawValue), "dag": JSON(dag), "waarde": JSON(Int(waarde))])
    }
}

extension Transaction {
    public var kerncijfers: KerncijferStore { KerncijferStore(tx: self) }
}
