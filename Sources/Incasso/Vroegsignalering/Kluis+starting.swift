import Foundation

extension Kluis {
    /// The vault of a house as it starts: under the key that was given, else under one that is made once and kept at `path`,
    /// readable by its owner alone. Nodes that share a database share the key, so there none is made.
    public static func starting(
        given: String?, at path: String, isShared: Bool
    ) throws(KluisFault) -> Kluis {
        if let given {
            guard let kluis = Kluis(given) else { throw .keyTooShort }
            return kluis
        }
        guard FileManager.default.fileExists(atPath: path) else {
            guard !isShared else { throw .keyMissing(path) }
            return try make(at: path)
        }
        guard let kept = FileManager.default.contents(atPath: path),
            let kluis = Kluis(String(decoding: kept, as: UTF8.self))
        else { throw .notReadable(path) }
        return kluis
    }

    private static func make(at path: String) throws(KluisFault) -> Kluis {
        let made = (0..<32).map { _ in String(UInt8.random(in: 0...255), radix: 16) }.joined(separator: "-")
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(made.utf8), attributes: [.posixPermissions: 0o600]),
            let kluis = Kluis(made)
        else { throw .notWritable(path) }
        return kluis
    }
}

/// Why a house has no vault to start with.
public enum KluisFault: Error, Hashable, CustomStringConvertible {
    case keyTooShort
    case keyMissing(String)
    case notReadable(String)
    case notWritable(String)

    public var description: String {
        switch self {
        case .keyTooShort: "secrets.key has less than 32 characters"
        case .keyMissing(let path):
            "nodes on PostgreSQL share one key for secrets: set secrets.key, or copy \(path) of the first node"
        case .notReadable(let path): "\(path) cannot be read or is too short; put the key back, or set secrets.key"
        case .notWritable(let path): "\(path) cannot be written; set secrets.key"
        }
    }
}
