public import Basics
public import Database

/// The pauses of people, inside one transaction.
public struct PauzeStore {
    let tx: Transaction
    private static let columns: Query = "id, partij_id, reden, begin, einde, door, opgeheven"

    /// The pause that runs now for this person.
    public func running(for partij: Identifier<Partij>) throws -> Pauze? {
        try tx.first(
            """
            SELECT \(PauzeStore.columns) FROM pauzes WHERE partij_id = \(partij) AND opgeheven IS NULL ORDER BY id LIMIT 1
            """
        ).map(Pauze.init(row:))
    }

    /// All pauses of a person, also those that ended.
    public func all(of partij: Identifier<Partij>) throws -> [Pauze] {
        try tx.rows("SELECT \(PauzeStore.columns) FROM pauzes WHERE partij_id = \(partij) ORDER BY id")
            .map(Pauze.init(row:))
    }

    public func find(_ id: Identifier<Pauze>) throws -> Pauze? {
        try tx.first("SELECT \(PauzeStore.columns) FROM pauzes WHERE id = \(id)").map(Pauze.init(row:))
    }

    public func add(_ pauze: Pauze) throws {
        try tx.run(
            """
            INSERT INTO pauzes (\(PauzeStore.columns))
            VALUES (\(pauze.id), \(pauze.partij), \(pauze.reden), \(pauze.begin), \(pauze.einde), \(pauze.door),
                \(pauze.opgeheven))
            """)
    }

    /// Moves the last day of a pause that runs.
    public func move(_ id: Identifier<Pauze>, to day: Day) throws {
        try tx.run("UPDATE pauzes SET einde = \(day) WHERE id = \(id) AND opgeheven IS NULL")
    }

    public func end(_ id: Identifier<Pauze>, at now: Moment) throws {
        try tx.run("UPDATE pauzes SET opgeheven = \(now) WHERE id = \(id) AND opgeheven IS NULL")
    }
}

extension Pauze {
    init(row: Row) throws {
        self.init(
            id: try row["id"], partij: try row["partij_id"], reden: try row["reden"], begin: try row["begin"],
            einde: try row["einde"], door: try row["door"])
        opgeheven = try row["opgeheven"]
    }
}

extension Transaction {
    public var pauzes: PauzeStore { PauzeStore(tx: self) }
}
