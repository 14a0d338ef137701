/// A UUIDv7 (RFC 9562, 5.7) that cannot be taken for the identifier of another kind of thing.
public struct Identifier<Subject>: Hashable, Sendable, Comparable {
    /// 36 characters, lower case; sorts by the time it was made.
    public let text: String

    /// Takes over an identifier read from a row or a path; `nil` when it has not the form of a UUID.
    public init?(_ text: String) {
        var text = text
        guard text.withUTF8(Identifier.isWellFormed) else { return nil }
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

    private static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == 36 else { return false }
        for (index, byte) in bytes.enumerated() {
            let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
            guard isHyphen ? byte == UInt8(ascii: "-") : byte.isLowerHex else { return false }
        }
        return true
    }

    private static func text(_ high: UInt64, _ low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { bytes in
            var place = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    bytes[place] = UInt8(ascii: "-")
                    place += 1
                }
                let bits = index < 16 ? high >> (60 - 4 * index) : low >> (124 - 4 * index)
                bytes[place] = UInt8(truncatingIfNeeded: bits & 15).hexDigit
                place += 1
            }
            return place
        }
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
    fileprivate var isLowerHex: Bool { self &- 48 < 10 || self &- 97 < 6 }
    fileprivate var hexDigit: UInt8 { self < 10 ? self + 48 : self + 87 }
}
