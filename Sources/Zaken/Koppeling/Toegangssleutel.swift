import Basics
import Crypto
import Foundation

/// A key with which someone is known again: a system that calls, or the browser of a visitor. Only its hash is kept.
public struct Toegangssleutel: Hashable, Sendable {
    /// 64 hexadecimal digits where it was made here; shown once.
    public let text: String

    /// A new one, of 256 random bits.
    public init(random: inout some RandomNumberGenerator) {
        text = (0..<4).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }.hexadecimal
    }

    /// One that was shown.
    public init(_ text: String) { self.text = text }

    /// Under which it is kept (SHA-256).
    public var hash: String { SHA256.hash(data: Data(text.utf8)).hexadecimal }
}
