public import Basics
import Crypto
import Foundation
public import Zaken

/// Addresses at which someone pays a zaak without signing in: signed, expiring, not to be guessed.
public struct Betaallinks: Sendable {
    /// Where the outside reaches us, such as `https://betalen.example`.
    public let base: String
    /// How many days an address holds.
    public let days: Int
    private let key: SymmetricKey

    /// `key` is a secret of 32 bytes or more.
    public init(base: String, key: [UInt8], days: Int = 120) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.key = SymmetricKey(data: key)
        self.days = days
    }

    /// Whether others on the internet can reach us there, such as a payment provider.
    public var isReachable: Bool { base.hasPrefix("https://") }

    /// What is wrong with a token.
    public enum Fault: Error, Hashable, Sendable {
        case notOurs
        case expired(Day)
    }

    public func address(of zaak: Identifier<Zaak>, on today: Day) -> String {
        base + "/betaal/" + token(of: zaak, until: today + days)
    }

    /// The zaak, its last day and their signature: 16, 4 and 16 bytes.
    public func token(of zaak: Identifier<Zaak>, until day: Day) -> String { token(of: zaak, until: day, for: "") }

    /// The same for another subject; a token opens only what it was made for.
    func token<Subject>(of id: Identifier<Subject>, until day: Day, for purpose: String) -> String {
        let body = id.bytes + withUnsafeBytes(of: Int32(day.number).bigEndian, Array.init)
        return Data(body + sign(body, for: purpose)).base64EncodedString().replacing("+", with: "-").replacing(
            "/", with: "_")
    }

    public func read(_ token: String, on today: Day) throws(Fault) -> Identifier<Zaak> {
        try read(token, for: "", on: today)
    }

    func read<Subject>(_ token: String, for purpose: String, on today: Day) throws(Fault) -> Identifier<Subject> {
        let plain = token.replacing("-", with: "+").replacing("_", with: "/")
        guard token.utf8.count == 48, let data = Data(base64Encoded: plain), data.count == 36 else { throw .notOurs }
        let bytes = Array(data)
        let body = Array(bytes[..<20])
        guard sign(body, for: purpose).equals(Array(bytes[20...])) else { throw .notOurs }
        let last = Day(number: Int32(bitPattern: bytes[16..<20].reduce(0) { $0 << 8 | UInt32($1) }))
        guard let zaak = Identifier<Subject>(bytes: Array(bytes[..<16])) else { throw .notOurs }
        guard today <= last else { throw .expired(last) }
        return zaak
    }

    private func sign(_ body: [UInt8], for purpose: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8) + body, using: key).prefix(16))
    }
}

extension [UInt8] {
    /// Compares in a time that tells nothing of where they differ.
    fileprivate func equals(_ other: [UInt8]) -> Bool {
        count == other.count && zip(self, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Identifier {
    fileprivate var bytes: [UInt8] { [UInt8](hexadecimal: text.filter { $0 != "-" }) ?? [] }

    fileprivate init?(bytes: [UInt8]) {
        let hex = bytes.hexadecimal
        guard hex.utf8.count == 32 else { return nil }
        var text = ""
        for (index, digit) in hex.enumerated() {
            if [8, 12, 16, 20].contains(index) { text += "-" }
            text.append(digit)
        }
        self.init(text)
    }
}
