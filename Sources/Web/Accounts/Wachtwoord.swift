import Basics
import Crypto
import CryptoExtras
import Foundation

/// A password as kept: its scrypt parameters, salt and derived key (RFC 7914), never the password.
public struct Wachtwoord: Sendable, Hashable {
    /// `scrypt$32768$8$1$<salt>$<key>` in hexadecimal.
    let text: String

    private static let rounds = 32_768
    private static let blockSize = 8

    public enum Refusal: Error, Hashable {
        case tooShort(minimum: Int)
        case tooLong(maximum: Int)
    }

    public init(_ password: String, random: inout some RandomNumberGenerator) throws {
        try self.init(password, rounds: Wachtwoord.rounds, random: &random)
    }

    init(_ password: String, rounds: Int, random: inout some RandomNumberGenerator) throws {
        guard password.count >= 12 else { throw Refusal.tooShort(minimum: 12) }
        guard password.utf8.count <= 1_000 else { throw Refusal.tooLong(maximum: 1_000) }
        let salt = (0..<2).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
        let key = try Wachtwoord.key(of: password, salt: salt, rounds: rounds)
        text = "scrypt$\(rounds)$\(Wachtwoord.blockSize)$1$\(salt.hexadecimal)$\(key.hexadecimal)"
    }

    /// Takes over what a row holds.
    init(kept text: String) { self.text = text }

    /// Whether this is the password; takes as long for a wrong one.
    func matches(_ password: String) throws -> Bool {
        let parts = text.split(separator: "$").map(String.init)
        guard parts.count == 6, let rounds = Int(parts[1]), let salt = [UInt8](hexadecimal: parts[4]) else {
            return false
        }
        let key = try Wachtwoord.key(of: String(password.prefix(1_000)), salt: salt, rounds: rounds).hexadecimal
        return zip(key.utf8, parts[5].utf8).reduce(UInt8(key.count == parts[5].count ? 0 : 1)) { $0 | ($1.0 ^ $1.1) }
            == 0
    }

    /// A password that nobody has, to spend the same time on a name that nobody has.
    static let nobody = Wachtwoord(kept: "scrypt$\(rounds)$\(blockSize)$1$00000000000000000000000000000000$00")

    private static func key(of password: String, salt: [UInt8], rounds: Int) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize,
            parallelism: 1, maxMemory: 128 * 1_024 * 1_024)
        return key.withUnsafeBytes { Array($0) }
    }
}
