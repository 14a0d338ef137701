import Crypto
import Foundation

/// Keeps secrets of others, such as the key of a municipality, unreadable in the database: AES-GCM under a key from the
/// configuration.
public struct Kluis: Sendable {
    /// What is kept under the key begins with this; anything else was kept as it is.
    private static let mark = "kluis1:"
    private let key: SymmetricKey

    /// `secret` is a text of 32 characters or more; nothing for a shorter one.
    public init?(_ secret: String) {
        guard secret.utf8.count >= 32 else { return nil }
        key = SymmetricKey(data: SHA256.hash(data: Data(secret.utf8)))
    }

    /// A vault whose key nobody keeps.
    public static func temporary() -> Kluis { Kluis() }

    private init() { key = SymmetricKey(size: .bits256) }

    /// Makes a secret unreadable; it can only be read again for the same `purpose`.
    public func seal(_ secret: String, for purpose: String) throws -> String {
        let box = try AES.GCM.seal(Data(secret.utf8), using: key, authenticating: Data(purpose.utf8))
        return Kluis.mark + (box.combined ?? Data()).base64EncodedString()
    }

    /// The secret again; nothing when it was kept under another key or for another purpose.
    public func open(_ kept: String, for purpose: String) -> String? {
        guard let data = Data(base64Encoded: String(kept.dropFirst(Kluis.mark.count))), Kluis.isSealed(kept) else {
            return nil
        }
        do {
            let plain = try AES.GCM.open(
                AES.GCM.SealedBox(combined: data), using: key, authenticating: Data(purpose.utf8))
            return String(decoding: plain, as: UTF8.self)
        } catch { return nil }
    }

    static func isSealed(_ kept: String) -> Bool { kept.hasPrefix(mark) }
}

/// Why a secret cannot be used.
public enum KluisRefusal: Error, Hashable {
    /// It was kept under another key than this vault has; what it is for.
    case otherKey(String)
}
