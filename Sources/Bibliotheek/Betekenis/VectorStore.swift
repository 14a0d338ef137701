import Basics
public import Database
public import Procesbot
import Zaken

/// What passages mean to a model, by the hash of their text, inside one transaction.
public struct VectorStore {
    let tx: Transaction

    /// What is known by a model.
    public func all(of model: String) throws -> [String: Meaning] {
        let rows = try tx.rows("SELECT hash, vector FROM passagevectoren WHERE model = \(model) ORDER BY hash")
        var meanings: [String: Meaning] = [:]
        for row in rows { meanings[try row["hash"]] = Meaning(bytes: try row["vector"]) }
        return meanings
    }

    public func hashes(of model: String) throws -> Set<String> {
        Set(try tx.rows("SELECT hash FROM passagevectoren WHERE model = \(model) ORDER BY hash").map { try $0["hash"] })
    }

    /// How many numbers a vector of a model has; nothing while there is none.
    func dimension(of model: String) throws -> Int? {
        try tx.first("SELECT vector FROM passagevectoren WHERE model = \(model) ORDER BY hash LIMIT 1").flatMap {
            Meaning(bytes: try $0["vector"])?.dimension
        }
    }

    func add(_ meaning: Meaning, of hash: String, by model: String, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO passagevectoren (model, hash, vector, moment)
            VALUES (\(model), \(hash), \(meaning.bytes), \(now)) ON CONFLICT (model, hash) DO NOTHING
            """)
    }

    /// Forgets passages that no version in use has any more.
    func forget(_ hashes: Set<String>, of model: String) throws {
        try tx.runBatch(
            hashes.sorted().map { "DELETE FROM passagevectoren WHERE model = \(model) AND hash = \($0)" })
    }

    /// What changes whenever more or less is known.
    public func stand() throws -> String {
        try tx.instellingen[VectorStore.key] ?? ""
    }

    func mark(_ now: Moment) throws { try tx.instellingen.put(now.description, for: VectorStore.key) }

    static let key = "bibliotheek.vectoren"
}

extension Transaction {
    public var passagevectoren: VectorStore { VectorStore(tx: self) }
}
