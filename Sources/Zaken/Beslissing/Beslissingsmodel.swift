public import Basics
public import Database

/// A version of a decision model (DMN) as it was published.
public struct Beslissingsmodel: Hashable, Sendable {
    /// The model's name as a word in an address.
    public let code: String
    public let versie: Int
    public let naam: String
    /// The DMN file.
    public let bron: String
    public let hash: String
    /// The first day on which it decides; until then the version before it does.
    public let geldigVanaf: Day
    /// Why it was published; empty for what ships.
    public let reden: String
    public let ingevoerd: Moment
    public let door: String
}

extension Beslissingsmodel {
    static let columns: Query = "model, versie, naam, bron, hash, geldig_vanaf, reden, ingevoerd, door"

    init(row: Row) throws {
        self.init(
            code: try row["model"], versie: try row["versie"], naam: try row["naam"], bron: try row["bron"],
            hash: try row["hash"], geldigVanaf: try row["geldig_vanaf"], reden: try row["reden"],
            ingevoerd: try row["ingevoerd"], door: try row["door"])
    }
}

/// The published decision models, inside one transaction.
public struct BeslissingStore {
    let tx: Transaction

    /// All versions of all models, the newest of each first.
    public func all() throws -> [Beslissingsmodel] {
        try tx.rows(
            "SELECT \(Beslissingsmodel.columns) FROM beslissingsmodellen ORDER BY model, versie DESC"
        ).map(Beslissingsmodel.init(row:))
    }

    /// The versions of one model, the newest first.
    public func versions(of code: String) throws -> [Beslissingsmodel] {
        try tx.rows(
            """
            SELECT \(Beslissingsmodel.columns) FROM beslissingsmodellen
            WHERE model = \(code) ORDER BY versie DESC
            """
        ).map(Beslissingsmodel.init(row:))
    }

    func add(_ model: Beslissingsmodel) throws {
        try tx.run(
            """
            INSERT INTO beslissingsmodellen (\(Beslissingsmodel.columns))
            VALUES (\(model.code), \(Int64(model.versie)), \(model.naam), \(model.bron), \(model.hash),
                \(model.geldigVanaf), \(model.reden), \(model.ingevoerd), \(model.door))
            """)
        try tx.notify(Playbook.channel, model.code)
    }
}

extension Transaction {
    public var beslissingen: BeslissingStore { BeslissingStore(tx: self) }
}
