import Database
import Foundation
import Incasso

extension House {
    /// The vault of this house: under the key of the settings, else under one that is made once and kept beside the data,
    /// readable by its owner alone. Nodes that share a database share the key, so there none is made.
    static func kluis(_ settings: Settings) throws -> Kluis {
        if let given = settings.secretsKey {
            guard let kluis = Kluis(given) else { throw KluisFault.keyTooShort }
            return kluis
        }
        let path = settings.data + "/kluis.key"
        guard FileManager.default.fileExists(atPath: path) else { return try make(at: path, settings) }
        guard let kept = FileManager.default.contents(atPath: path),
            let kluis = Kluis(String(decoding: kept, as: UTF8.self))
        else { throw KluisFault.notReadable(path) }
        return kluis
    }

    private static func make(at path: String, _ settings: Settings) throws -> Kluis {
        guard case .sqlite = settings.database else { throw KluisFault.keyMissing(path) }
        let made = (0..<32).map { _ in String(UInt8.random(in: 0...255), radix: 16) }.joined(separator: "-")
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(made.utf8), attributes: [.posixPermissions: 0o600]),
            let kluis = Kluis(made)
        else { throw KluisFault.notWritable(path) }
        return kluis
    }
}

/// Why the house has no vault.
enum KluisFault: Error, CustomStringConvertible {
    case keyTooShort
    case keyMissing(String)
    case notReadable(String)
    case notWritable(String)

    var description: String {
        switch self {
        case .keyTooShort: "secrets.key has less than 32 characters"
        case .keyMissing(let path):
            "nodes on PostgreSQL share one key for secrets: set secrets.key, or copy \(path) of the first node"
        case .notReadable(let path): "\(path) cannot be read or is too short; put the key back, or set secrets.key"
        case .notWritable(let path): "\(path) cannot be written; set secrets.key"
        }
    }
}
