/// A UUIDv7 (RFC 9562, 5.7) that cannot be taken for the identifier of another kind of thing.
public struct Identifier<Subject>: Hashable, Sendable, Comparable {
    /// 36 characters, lower case; sorts by the time it was made.
    public let text: String

    /// Takes over an identifier read from a row or a path; `nil` when it has not the form of a UUID.
    public init?(_ text: String) {
        let hyphens = [8, 13, 18, 23]
        guard text.utf8.count == 36 else { return nil }
        for (index, byte) in text.utf8.enumerated() {
            let isHyphen = byte == UInt8(ascii: "-")
            guard isHyphen == hyphens.contains(index), isHyphen || byte.isLowerHex else { return nil }
        }
        self.text = text
    }

    /// An identifier of a moment, made unique by 74 random bits.
    public init(at moment: Moment, random: inout some RandomNumberGenerator) {
        let time = UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        let high = time << 16 | 0x7000 | random.next() & 0x0FFF
        let low = 0x8000_0000_0000_0000 | random.next() >> 2
        text = Identifier.text(high, low)
    }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    private static func text(_ high: UInt64, _ low: UInt64) -> String {
        func hex(_ bits: UInt64, _ digits: Int) -> String {
            let plain = String(bits, radix: 16)
            return String(repeating: "0", count: digits - plain.count) + plain
        }
        return [
            hex(high >> 32, 8), hex(high >> 16 & 0xFFFF, 4), hex(high & 0xFFFF, 4),
            hex(low >> 48, 4), hex(low & 0xFFFF_FFFF_FFFF, 12),
        ].joined(separator: "-")
    }
}

extension Identifier: CustomStringConvertible {
    public var description: String { text }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let identifier = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a UUID in lower case")
        }
        self = identifier
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension UInt8 {
    fileprivate var isLowerHex: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
