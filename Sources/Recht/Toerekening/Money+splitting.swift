public import Basics

extension Money {
    /// The amount divided in proportion to weights, every cent accounted for and no part above its weight where that can be.
    ///
    /// Cents lost in rounding go to the last parts that still have room, as a remainder in the last instalment does.
    public func split(by weights: [Money]) -> [Money] {
        let total = weights.reduce(Int128(0)) { $0 + Int128(max(0, $1.cents)) }
        guard total > 0, !weights.isEmpty else { return split(into: max(1, weights.count)) }
        var parts = weights.map { weight in
            Money(cents: Int64(clamping: Int128(cents) * Int128(max(0, weight.cents)) / total))
        }
        var rest = self - parts.sum
        for index in parts.indices.reversed() where rest > .zero && parts[index] < weights[index] {
            parts[index] += Money(cents: 1)
            rest -= Money(cents: 1)
        }
        parts[parts.count - 1] += rest
        return parts
    }
}
