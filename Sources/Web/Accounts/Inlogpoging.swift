import Basics
import Crypto
import Database
import Foundation

/// Failed attempts to sign in, counted per account and per address over a quarter of an hour.
struct InlogpogingStore {
    let tx: Transaction
    static let window: Int64 = 15 * 60

    /// What is counted, and how often it may fail.
    enum Key {
        case account(String)
        case address(String)

        var limit: Int {
            switch self {
            case .account: 5
            case .address: 30
            }
        }

        var hash: String {
            let text =
                switch self {
                case .account(let login): "account:" + login.lowercased()
                case .address(let address): "adres:" + address
                }
            return SHA256.hash(data: Data(text.utf8)).hexadecimal
        }
    }

    func isExhausted(_ key: Key, at now: Moment) throws -> Bool {
        let since = now.adding(seconds: -InlogpogingStore.window)
        let row = try tx.first(
            "SELECT count(*) AS aantal FROM inlogpogingen WHERE sleutel = \(key.hash) AND moment > \(since)")
        let count: Int = try row?["aantal"] ?? 0
        return count >= key.limit
    }

    /// Counts an attempt; `retract` takes that one back.
    func note(_ key: Key, _ ambient: inout Ambient) throws -> Identifier<Key> {
        let now = ambient.now
        let id = ambient.newID(Key.self)
        try tx.run("DELETE FROM inlogpogingen WHERE moment <= \(now.adding(seconds: -InlogpogingStore.window))")
        try tx.run("INSERT INTO inlogpogingen (id, sleutel, moment) VALUES (\(id), \(key.hash), \(now))")
        return id
    }

    func retract(_ attempts: [Identifier<Key>]) throws {
        try tx.run("DELETE FROM inlogpogingen WHERE id IN (\(list: attempts))")
    }

    func forget(_ key: Key) throws {
        try tx.run("DELETE FROM inlogpogingen WHERE sleutel = \(key.hash)")
    }
}

extension Transaction {
    var inlogpogingen: InlogpogingStore { InlogpogingStore(tx: self) }
}
