public import Basics
public import Database

/// How the adviser did on all test questions, with one version of the library and of the rules.
public struct Meting: Hashable, Sendable, Identifiable {
    public let id: Identifier<Meting>
    public let moment: Moment
    public let door: String
    public let bibliotheek: String
    public let regels: String
    /// The figures of ``AdviceEvaluation``.
    public let uitkomst: JSON

    public init(
        id: Identifier<Meting>, moment: Moment, door: String, bibliotheek: String, regels: String, uitkomst: JSON
    ) {
        self.id = id
        self.moment = moment
        self.door = door
        self.bibliotheek = bibliotheek
        self.regels = regels
        self.uitkomst = uitkomst
    }
}

/// The measurements, inside one transaction.
public struct MetingStore {
    let tx: Transaction

    public func newest(limit: Int) throws -> [Meting] {
        try tx.rows(
            """
            SELECT id, moment, door, bibliotheek, regels, uitkomst FROM metingen ORDER BY moment DESC, id DESC
            LIMIT \(limit)
            """
        ).map { row in
            Meting(
                id: try row["id"], moment: try row["moment"], door: try row["door"],
                bibliotheek: try row["bibliotheek"], regels: try row["regels"], uitkomst: try row["uitkomst"])
        }
    }

    /// Keeps a measurement.
    public func add(_ one: Meting) throws {
        try tx.run(
            """
            INSERT INTO metingen (id, moment, door, bibliotheek, regels, uitkomst)
            VALUES (\(one.id), \(one.moment), \(one.door), \(one.bibliotheek), \(one.regels), \(one.uitkomst))
            """)
    }
}

extension Transaction {
    public var metingen: MetingStore { MetingStore(tx: self) }
}
