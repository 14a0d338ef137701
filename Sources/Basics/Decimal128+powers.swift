extension Decimal128 {
    /// e to the power of this number; `nil` when that is too large.
    public var exponential: Decimal128? {
        guard let power = FixedPoint(magnitude) else { return isNegative ? .zero : nil }
        return Decimal128.exponential(of: power, negative: isNegative)
    }

    /// The natural logarithm; `nil` when this number is not above zero.
    public var logarithm: Decimal128? {
        guard let (power, negative) = fixedLogarithm else { return nil }
        return power.decimal(scale: 0, negative: negative)
    }

    /// This number to a power; exact where the result has at most 34 digits, `nil` when there is none or it is too large.
    public func raised(to power: Decimal128) -> Decimal128? {
        if power.isZero { return .one }
        if isZero { return power.isNegative ? nil : .zero }
        if self == .one { return .one }
        let whole = power.isInteger
        if whole, let count = power.integer, abs(count) <= 100_000, let exact = multiplied(count) { return exact }
        guard !isNegative || whole else { return nil }
        guard let (base, below) = magnitude.fixedLogarithm else { return nil }
        let odd = power.integer.map { $0 % 2 != 0 } ?? false
        let downwards = below != power.isNegative
        guard let product = base.times(power.magnitude) else { return downwards ? .zero : nil }
        let result = Decimal128.exponential(of: product, negative: downwards)
        return isNegative && odd ? result.map { -$0 } : result
    }

    /// Repeated multiplication; `nil` as soon as a product has to be rounded.
    private func multiplied(_ count: Int) -> Decimal128? {
        var (result, base, left) = (Decimal128.one, self, abs(count))
        while true {
            if left & 1 == 1 {
                guard let product = result.exactProduct(base) else { return nil }
                result = product
            }
            left >>= 1
            if left == 0 { break }
            guard let square = base.exactProduct(base) else { return nil }
            base = square
        }
        return count < 0 ? .one / result : result
    }

    private func exactProduct(_ other: Decimal128) -> Decimal128? {
        let product = coefficient.magnitude.multipliedFullWidth(by: other.coefficient.magnitude)
        guard product.high == 0, product.low < Decimal128.coefficientLimit else { return nil }
        let sum = Int(exponent) + Int(other.exponent)
        return Decimal128.finish(product.low, exponent: sum, negative: isNegative != other.isNegative)
    }
}

extension Decimal128 {
    /// e^p as 10^k times e^r, with r below the logarithm of ten.
    private static func exponential(of power: FixedPoint, negative: Bool) -> Decimal128? {
        guard power.whole < 20_000 else { return negative ? .zero : nil }
        var (rest, tens) = (power, 0)
        let estimate = UInt64(Double(power.whole) / 2.302_585_092_994_046)
        let multiple = FixedPoint.logarithmOfTen.times(estimate)
        if multiple <= rest { (rest, tens) = (rest.minus(multiple), Int(estimate)) }
        while FixedPoint.logarithmOfTen <= rest { (rest, tens) = (rest.minus(.logarithmOfTen), tens + 1) }
        if negative, !rest.isZero { (rest, tens) = (FixedPoint.logarithmOfTen.minus(rest), tens + 1) }
        return rest.exponential.decimal(scale: negative ? -tens : tens, negative: false)
    }

    /// The logarithm's magnitude and whether it is below zero.
    private var fixedLogarithm: (FixedPoint, Bool)? {
        guard coefficient > 0 else { return nil }
        let tens = Int(exponent) + digitCount - 1
        let unit = Decimal128(exact: coefficient, exponent: 1 - digitCount)
        guard let mantissa = FixedPoint(unit) else { return nil }
        let part = mantissa.logarithm(near: Double(unit.description) ?? 1)
        let whole = FixedPoint.logarithmOfTen.times(UInt64(abs(tens)))
        if tens >= 0 { return (whole.plus(part), false) }
        return part <= whole ? (whole.minus(part), true) : (part.minus(whole), false)
    }
}
