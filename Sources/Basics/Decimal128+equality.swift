extension Decimal128: Hashable {
    /// The same value without trailing zeros: `1.50` and `1.5` are one number.
    public var reduced: Decimal128 {
        guard coefficient != 0 else { return Decimal128(coefficient: 0) }
        var (digits, power) = (coefficient, exponent)
        while digits % 10 == 0 { (digits, power) = (digits / 10, power + 1) }
        return Decimal128(coefficient: digits, exponent: power)
    }

    public static func == (left: Decimal128, right: Decimal128) -> Bool {
        let (left, right) = (left.reduced, right.reduced)
        return left.coefficient == right.coefficient && left.exponent == right.exponent
    }

    public func hash(into hasher: inout Hasher) {
        let value = reduced
        hasher.combine(value.coefficient)
        hasher.combine(value.exponent)
    }
}
