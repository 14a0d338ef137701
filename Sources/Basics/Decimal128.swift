/// A decimal number of at most 34 digits, as IEEE 754 decimal128 and DMN's FEEL ask: coefficient times a power of ten.
///
/// Every operation rounds once, to nearest with halves to even; what does not fit is `nil`, never a trap.
public struct Decimal128: Sendable {
    /// The coefficient in two words: a stored `Int128` asks for an alignment that Swift 6.3 does not always give.
    private let high: Int64
    private let low: UInt64
    /// The power of ten, from -6176 to 6111.
    public let exponent: Int32

    /// The number as given; `nil` when it has more than 34 digits or its power of ten is out of range.
    public init?(coefficient: Int128, exponent: Int) {
        guard coefficient.magnitude < Decimal128.coefficientLimit, Decimal128.exponents.contains(exponent) else {
            return nil
        }
        self.init(exact: coefficient, exponent: exponent)
    }

    /// A whole number.
    public init(_ integer: Int) { self.init(exact: Int128(integer)) }

    /// A number that is known to be in range.
    init(exact coefficient: Int128, exponent: Int = 0) {
        high = Int64(truncatingIfNeeded: coefficient >> 64)
        low = UInt64(truncatingIfNeeded: coefficient)
        self.exponent = Int32(truncatingIfNeeded: exponent)
    }

    /// The digits with their sign; of magnitude below 10^34.
    public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

    static let coefficientLimit = powersOfTen[34]
    static let exponents = -6176...6111

    public static let zero = Decimal128(0)
    public static let one = Decimal128(1)

    public var isZero: Bool { coefficient == 0 }
    public var isNegative: Bool { coefficient < 0 }
    public var magnitude: Decimal128 { isNegative ? -self : self }

    public static prefix func - (number: Decimal128) -> Decimal128 {
        Decimal128(exact: -number.coefficient, exponent: Int(number.exponent))
    }

    /// How many digits the coefficient has; zero has one.
    var digitCount: Int { Swift.max(1, coefficient.magnitude.decimalDigits) }
}

/// 1, 10, 100 … 10^38.
let powersOfTen: [UInt128] = (0..<38).reduce(into: [1]) { powers, _ in powers.append(powers[powers.count - 1] * 10) }

extension UInt128 {
    /// The number of decimal digits; none for zero.
    var decimalDigits: Int {
        let estimate = ((128 - leadingZeroBitCount) * 1233) >> 12
        return self >= powersOfTen[estimate] ? estimate + 1 : estimate
    }
}
