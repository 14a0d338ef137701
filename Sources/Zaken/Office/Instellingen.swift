public import Database

/// Settings that live with the data, such as the clock of a demo, inside one transaction.
public struct InstellingStore {
    let tx: Transaction

    public subscript(_ key: String) -> String? {
        get throws { try tx.first("SELECT waarde FROM instellingen WHERE sleutel = \(key)").map { try $0["waarde"] } }
    }

    public func put(_ value: String, for key: String) throws {
        try tx.run(
            """
            INSERT INTO instellingen (sleutel, waarde) VALUES (\(key), \(value))
            ON CONFLICT (sleutel) DO UPDATE SET waarde = excluded.waarde
            """)
    }
}

extension Transaction {
    public var instellingen: InstellingStore { InstellingStore(tx: self) }
}
