import Basics
import Crypto
public import Database

/// Bytes under their hash, each once, by however many documents, mails and sources they are named.
public struct InhoudStore {
    let tx: Transaction

    /// SHA-256 in hexadecimal.
    public static func hash(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }

    public func bytes(_ hash: String) throws -> [UInt8]? {
        try tx.first("SELECT bytes FROM inhoud WHERE hash = \(hash)").map { try $0["bytes"] }
    }

    /// The first kilobyte: enough to tell what kind of file it is.
    public func start(_ hash: String) throws -> [UInt8] {
        try tx.first("SELECT substr(bytes, 1, 1024) AS bytes FROM inhoud WHERE hash = \(hash)").map { try $0["bytes"] }
            ?? []
    }

    /// Puts bytes under their hash, once.
    @discardableResult
    public func keep(_ bytes: [UInt8]) throws -> String {
        let hash = InhoudStore.hash(of: bytes)
        try tx.run("INSERT INTO inhoud (hash, bytes) VALUES (\(hash), \(bytes)) ON CONFLICT (hash) DO NOTHING")
        return hash
    }

    /// Forgets bytes that nothing names any more; a test holds these tables to the foreign keys of the schema.
    public func forget(_ hash: String) throws {
        try tx.run(
            """
            DELETE FROM inhoud WHERE hash = \(hash)
                AND NOT EXISTS (SELECT 1 FROM documentversies n WHERE n.hash = inhoud.hash)
                AND NOT EXISTS (SELECT 1 FROM bronversies n WHERE n.hash = inhoud.hash OR n.tekst = inhoud.hash)
                AND NOT EXISTS (SELECT 1 FROM poststukken n WHERE n.bestand = inhoud.hash)
                AND NOT EXISTS (SELECT 1 FROM postbijlagen n WHERE n.hash = inhoud.hash)
                AND NOT EXISTS (
                    SELECT 1 FROM wijzigingsvoorstellen n WHERE n.bestand = inhoud.hash OR n.tekst = inhoud.hash)
            """)
    }
}

extension Transaction {
    public var inhoud: InhoudStore { InhoudStore(tx: self) }
}
