extension Decimal128 {
    /// The sum, rounded half to even; `nil` when it is too large.
    public static func + (left: Decimal128, right: Decimal128) -> Decimal128? {
        if left.exponent == right.exponent {
            return signed(left.coefficient + right.coefficient, exponent: Int(left.exponent))
        }
        let (high, low) = left.exponent > right.exponent ? (left, right) : (right, left)
        guard high.coefficient != 0 else { return low }
        let shift = Int(high.exponent) - Int(low.exponent)
        if high.coefficient.magnitude.decimalDigits + shift <= 37 {
            let sum = high.coefficient * Int128(powersOfTen[shift]) + low.coefficient
            return signed(sum, exponent: Int(low.exponent))
        }
        return shift <= 38 ? wideSum(high, low, shift) : distantSum(high, low, shift)
    }

    /// The difference, rounded half to even; `nil` when it is too large.
    public static func - (left: Decimal128, right: Decimal128) -> Decimal128? { left + -right }

    /// The product, rounded half to even; `nil` when it is too large.
    public static func * (left: Decimal128, right: Decimal128) -> Decimal128? {
        let product = left.coefficient.magnitude.multipliedFullWidth(by: right.coefficient.magnitude)
        let exponent = Int(left.exponent) + Int(right.exponent)
        return finish(wide: product, exponent: exponent, negative: left.isNegative != right.isNegative)
    }

    /// The quotient, rounded half to even; `nil` by zero or when it is too large.
    public static func / (left: Decimal128, right: Decimal128) -> Decimal128? {
        guard !right.isZero else { return nil }
        let ideal = Int(left.exponent) - Int(right.exponent)
        let negative = left.isNegative != right.isNegative
        guard !left.isZero else { return finish(0, exponent: min(ideal, exponents.upperBound), negative: false) }
        let divisor = right.coefficient.magnitude
        let shift = max(0, 36 + right.digitCount - left.digitCount)
        let first = min(shift, 38 - left.digitCount)
        let scaled = left.coefficient.magnitude * powersOfTen[first]
        let (quotient, remainder) = divisor.dividingFullWidth(
            scaled.multipliedFullWidth(by: powersOfTen[shift - first]))
        guard remainder == 0 else {
            return finish(quotient, exponent: ideal - shift, negative: negative, sticky: true)
        }
        let (digits, exponent) = trimmed(quotient, exponent: ideal - shift, towards: ideal)
        return finish(digits, exponent: exponent, negative: negative)
    }

    /// What is left after taking `divisor` a whole number of times, with the sign of the divisor; exact, `nil` by zero.
    public func modulo(_ divisor: Decimal128) -> Decimal128? {
        guard let rest = remainder(divisor) else { return nil }
        return rest.isZero || rest.isNegative == divisor.isNegative ? rest : rest + divisor
    }

    /// What is left after division towards zero, with the sign of this number; exact, `nil` by zero.
    public func remainder(_ divisor: Decimal128) -> Decimal128? {
        guard !divisor.isZero else { return nil }
        let (mine, other) = (coefficient.magnitude, divisor.coefficient.magnitude)
        let shift = Int(exponent) - Int(divisor.exponent)
        if shift < 0 {
            guard divisor.digitCount - shift <= 38 else { return self }
            let rest = mine % (other * powersOfTen[-shift])
            return Decimal128.finish(rest, exponent: Int(exponent), negative: isNegative)
        }
        var (rest, left) = (mine % other, shift)
        while left > 0, rest != 0 {
            let step = min(left, 38)
            rest = other.dividingFullWidth(rest.multipliedFullWidth(by: powersOfTen[step] % other)).remainder
            left -= step
        }
        return Decimal128.finish(rest, exponent: Int(divisor.exponent), negative: isNegative)
    }
}

extension Decimal128 {
    private static func signed(_ coefficient: Int128, exponent: Int) -> Decimal128? {
        finish(coefficient.magnitude, exponent: exponent, negative: coefficient < 0)
    }

    /// A sum whose digits need two words.
    private static func wideSum(_ high: Decimal128, _ low: Decimal128, _ shift: Int) -> Decimal128? {
        let scaled = high.coefficient.magnitude.multipliedFullWidth(by: powersOfTen[shift])
        let other = low.coefficient.magnitude
        let exponent = Int(low.exponent)
        if high.isNegative == low.isNegative {
            let (sum, carry) = scaled.low.addingReportingOverflow(other)
            return finish(wide: (scaled.high + (carry ? 1 : 0), sum), exponent: exponent, negative: high.isNegative)
        }
        let (rest, borrow) = scaled.low.subtractingReportingOverflow(other)
        return finish(wide: (scaled.high - (borrow ? 1 : 0), rest), exponent: exponent, negative: high.isNegative)
    }

    /// A sum in which the smaller number only matters for rounding.
    private static func distantSum(_ high: Decimal128, _ low: Decimal128, _ shift: Int) -> Decimal128? {
        let raise = 37 - high.digitCount
        let drop = shift - raise
        let other = low.coefficient.magnitude
        let (kept, rest) = drop < 38 ? other.quotientAndRemainder(dividingBy: powersOfTen[drop]) : (0, other)
        let sign: Int128 = low.isNegative ? -1 : 1
        let sum = high.coefficient * Int128(powersOfTen[raise]) + sign * Int128(kept)
        return signed(sum * 10 + (rest == 0 ? 0 : sign), exponent: Int(high.exponent) - raise - 1)
    }

    /// Drops trailing zeros as long as the power of ten is below the ideal one.
    private static func trimmed(_ digits: UInt128, exponent: Int, towards ideal: Int) -> (UInt128, Int) {
        var (digits, exponent) = (digits, exponent)
        while exponent < ideal, digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
        return (digits, exponent)
    }
}
