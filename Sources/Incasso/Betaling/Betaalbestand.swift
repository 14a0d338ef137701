public import Basics
public import Database

/// A payment file for the bank, kept as it was made.
public struct Betaalbestand: Hashable, Sendable, Identifiable {
    public let id: Identifier<Betaalbestand>
    /// The own account that pays.
    public let rekening: String
    public let aantal: Int
    public let bedrag: Money
    public let moment: Moment
    public let door: String
    public let xml: String
}

/// The payment files, inside one transaction.
public struct BetaalbestandStore {
    let tx: Transaction
    private static let columns: Query = "id, rekening, aantal, bedrag, moment, door, xml"

    public func find(_ id: Identifier<Betaalbestand>) throws -> Betaalbestand? {
        try tx.first("SELECT \(BetaalbestandStore.columns) FROM betaalbestanden WHERE id = \(id)")
            .map(Betaalbestand.init(row:))
    }

    /// The latest first.
    public func latest(_ limit: Int = 10) throws -> [Betaalbestand] {
        try tx.rows(
            "SELECT \(BetaalbestandStore.columns) FROM betaalbestanden ORDER BY moment DESC, id DESC LIMIT \(limit)"
        ).map(Betaalbestand.init(row:))
    }

    func add(_ file: Betaalbestand) throws {
        try tx.run(
            """
            INSERT INTO betaalbestanden (\(BetaalbestandStore.columns))
            VALUES (\(file.id), \(file.rekening), \(file.aantal), \(file.bedrag), \(file.moment), \(file.door), \(file.xml))
            """)
    }
}

extension Betaalbestand {
    init(row: Row) throws {
        self.init(
            id: try row["id"], rekening: try row["rekening"], aantal: try row["aantal"], bedrag: try row["bedrag"],
            moment: try row["moment"], door: try row["door"], xml: try row["xml"])
    }
}

extension Transaction {
    public var betaalbestanden: BetaalbestandStore { BetaalbestandStore(tx: self) }
}
