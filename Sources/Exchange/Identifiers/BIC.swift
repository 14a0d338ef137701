/// A bank's identifier code of 8 or 11 characters (ISO 9362); its form only, not whether the bank exists.
public struct BIC: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public init?(_ written: String) {
        guard written.utf8.count <= 40 else { return nil }
        let bytes = Array(written.compacted.utf8)
        let capital = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let digit = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard bytes.count == 8 || bytes.count == 11, bytes[4...5].allSatisfy(capital.contains),
            bytes.allSatisfy({ capital.contains($0) || digit.contains($0) })
        else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
    }

    public var description: String { text }
}
