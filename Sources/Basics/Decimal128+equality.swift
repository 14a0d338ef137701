extension Decimal128: Hashable {
    /// The same value without trailing zeros: `1.50` and `1.5` are one number.
    public var reduced: Decimal128 {
        guard coefficient != 0 else { return .zero }
        var (digits, power) = (coefficient, Int(exponent))
        while digits % 10 == 0, power < Decimal128.exponents.upperBound { (digits, power) = (digits / 10, power + 1) }
        return Decimal128(exact: digits, exponent: power)
    }

    public static func == (left: Decimal128, right: Decimal128) -> Bool {
        if left.exponent == right.exponent { return left.coefficient == right.coefficient }
        return left.order(to: right) == 0
    }

    public func hash(into hasher: inout Hasher) {
        let value = reduced
        hasher.combine(value.coefficient)
        hasher.combine(value.exponent)
    }
}

extension Decimal128: Comparable {
    public static func < (left: Decimal128, right: Decimal128) -> Bool {
        if left.exponent == right.exponent { return left.coefficient < right.coefficient }
        return left.order(to: right) < 0
    }

    /// Below, at or above zero as this number is smaller than, equal to or larger than the other.
    private func order(to other: Decimal128) -> Int {
        let (sign, otherSign) = (coefficient.signum(), other.coefficient.signum())
        guard sign == otherSign, sign != 0 else { return Int(sign - otherSign) }
        return Int(sign) * magnitudeOrder(to: other)
    }

    private func magnitudeOrder(to other: Decimal128) -> Int {
        let size = digitCount + Int(exponent)
        let otherSize = other.digitCount + Int(other.exponent)
        guard size == otherSize else { return size < otherSize ? -1 : 1 }
        let mine = coefficient.magnitude * powersOfTen[max(0, Int(exponent) - Int(other.exponent))]
        let theirs = other.coefficient.magnitude * powersOfTen[max(0, Int(other.exponent) - Int(exponent))]
        return mine == theirs ? 0 : (mine < theirs ? -1 : 1)
    }
}
