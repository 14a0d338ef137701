extension Decimal128: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `12`, `-0.50`, `.5`, `1e3`, `2.5E-7`; more than 34 digits are rounded, what is too large is `nil`.
    public init?(_ text: String) {
        var text = text
        guard let number = text.withUTF8({ Decimal128(utf8: $0) }) else { return nil }
        self = number
    }

    /// The digits as they are, trailing zeros kept: `1.50`; with `E` only when that would print more than 40 zeros.
    public var description: String {
        let digits = String(coefficient.magnitude)
        let sign = isNegative ? "-" : ""
        let power = Int(exponent)
        guard power <= 40, power + digits.count > -40 else { return sign + Decimal128.scientific(digits, power) }
        return sign + Decimal128.plain(digits, power)
    }

    /// The shortest plain text of the value: `1.50` is `1.5`, `1E3` is `1000`.
    public var normalised: String { reduced.description }

    /// The value without an exponent, however long.
    public var plain: String {
        (isNegative ? "-" : "") + Decimal128.plain(String(coefficient.magnitude), Int(exponent))
    }

    private static func plain(_ digits: String, _ power: Int) -> String {
        if power >= 0 { return digits == "0" ? "0" : digits + String(repeating: "0", count: power) }
        let point = digits.utf8.count + power
        if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
        return digits.prefix(point) + "." + digits.dropFirst(point)
    }

    private static func scientific(_ digits: String, _ power: Int) -> String {
        let adjusted = power + digits.utf8.count - 1
        let mantissa = digits.utf8.count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
        return mantissa + "E" + (adjusted < 0 ? "" : "+") + String(adjusted)
    }
}

extension Decimal128 {
    /// Reads ASCII digits; see `init(_:)`.
    init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        var reader = DecimalReader(bytes: bytes)
        guard let number = reader.read() else { return nil }
        self = number
    }
}

/// Reads a number off bytes: sign, digits, point, digits, exponent, and nothing after it.
struct DecimalReader {
    let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var magnitude: UInt128 = 0
    private var exponent = 0
    private var digits = 0
    private var sticky = false

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read() -> Decimal128? {
        let negative = take(UInt8(ascii: "-"))
        if !negative { _ = take(UInt8(ascii: "+")) }
        takeDigits(step: 0)
        if take(UInt8(ascii: ".")) { takeDigits(step: -1) }
        guard digits > 0, takeExponent(), at == bytes.count else { return nil }
        return Decimal128.finish(magnitude, exponent: exponent, negative: negative, sticky: sticky)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    /// After 37 digits the rest only matters for rounding.
    private mutating func takeDigits(step: Int) {
        while at < bytes.count, case let digit = bytes[at] &- 48, digit < 10 {
            if magnitude < powersOfTen[36] {
                magnitude = magnitude * 10 + UInt128(digit)
                exponent += step
            } else {
                sticky = sticky || digit != 0
                exponent += step + 1
            }
            (digits, at) = (digits + 1, at + 1)
        }
    }

    private mutating func takeExponent() -> Bool {
        guard take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) else { return true }
        let negative = take(UInt8(ascii: "-"))
        if !negative { _ = take(UInt8(ascii: "+")) }
        let start = at
        var value = 0
        while at < bytes.count, case let digit = bytes[at] &- 48, digit < 10 {
            value = min(value * 10 + Int(digit), 1_000_000_000)
            at += 1
        }
        exponent += negative ? -value : value
        return at > start
    }
}
