/// An exact fraction, such as 6 % or 0.5 %; never a floating-point number.
public struct Rate: Hashable, Sendable, Codable {
    public let numerator: Int64
    public let denominator: Int64

    public init(_ numerator: Int64, per denominator: Int64) {
        precondition(denominator > 0, "a rate has a positive denominator")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Reads a percentage such as `6`, `10.35` or `0.5`; at most six decimals.
    public init?(percent text: String) {
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = halves.count == 2 ? halves[1] : ""
        guard let first = halves.first, !first.isEmpty, decimals.count <= 6, first.count <= 6,
            (first + decimals).allSatisfy(\.isASCIIDigit), let all = Int64(first + decimals)
        else { return nil }
        self.init(all, per: decimals.reduce(Int64(100)) { scale, _ in scale * 10 })
    }
}

extension Money {
    /// The amount times the rate, rounded once, half away from zero, to the cent.
    public func times(_ rate: Rate) -> Money {
        let product = Int128(cents) * Int128(rate.numerator)
        return Money(cents: Int64(product.dividedHalfUp(by: Int128(rate.denominator))))
    }
}

extension Int128 {
    /// The quotient rounded to the nearest whole number, halves away from zero; `divisor` is positive.
    public func dividedHalfUp(by divisor: Int128) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
        return quotient + (self < 0 ? -1 : 1)
    }
}
