extension Decimal128 {
    /// What happens to the digits that do not fit.
    public enum Rounding: Sendable, CaseIterable {
        case halfEven, halfUp, halfDown, up, down, floor, ceiling
    }

    /// The number with at most this many decimals (tens, hundreds … when negative); `nil` when it becomes too large.
    public func rounded(toPlaces places: Int, _ rounding: Rounding = .halfEven) -> Decimal128? {
        let excess = -Int(exponent).addingClamped(places)
        guard excess > 0 else { return self }
        let kept = Rounder(rounding, negative: isNegative).cut(coefficient.magnitude, by: excess, sticky: false)
        return Decimal128.finish(kept, exponent: -places, negative: isNegative)
    }

    /// The largest whole number that is not above this one.
    public var floor: Decimal128 { rounded(toPlaces: 0, .floor) ?? self }
    /// The smallest whole number that is not below this one.
    public var ceiling: Decimal128 { rounded(toPlaces: 0, .ceiling) ?? self }
    public var isInteger: Bool { exponent >= 0 || reduced.exponent >= 0 }

    /// A magnitude of any size and a power of ten as a number of 34 digits; `sticky`: something non-zero was cut off before.
    static func finish(
        _ magnitude: UInt128, exponent: Int, negative: Bool, sticky: Bool = false, _ rounding: Rounding = .halfEven
    ) -> Decimal128? {
        let excess = max(magnitude.decimalDigits - 34, exponents.lowerBound - exponent)
        guard excess > 0 else { return fitted(magnitude, exponent: exponent, negative: negative) }
        let kept = Rounder(rounding, negative: negative).cut(magnitude, by: excess, sticky: sticky)
        if kept == coefficientLimit {
            return fitted(powersOfTen[33], exponent: exponent + excess + 1, negative: negative)
        }
        return fitted(kept, exponent: exponent + excess, negative: negative)
    }

    /// The same for a double-width magnitude.
    static func finish(
        wide magnitude: (high: UInt128, low: UInt128), exponent: Int, negative: Bool
    ) -> Decimal128? {
        guard magnitude.high != 0 else { return finish(magnitude.low, exponent: exponent, negative: negative) }
        let bits = 256 - magnitude.high.leadingZeroBitCount
        let drop = (bits * 1233) >> 12 - 36
        let (quotient, remainder) = powersOfTen[drop].dividingFullWidth(magnitude)
        return finish(quotient, exponent: exponent + drop, negative: negative, sticky: remainder != 0)
    }

    private static func fitted(_ magnitude: UInt128, exponent: Int, negative: Bool) -> Decimal128? {
        let signed = negative ? -Int128(magnitude) : Int128(magnitude)
        if exponent <= exponents.upperBound { return Decimal128(exact: signed, exponent: exponent) }
        guard magnitude != 0 else { return Decimal128(exact: 0, exponent: exponents.upperBound) }
        let shift = exponent - exponents.upperBound
        guard magnitude.decimalDigits + shift <= 34 else { return nil }
        return Decimal128(exact: signed * Int128(powersOfTen[shift]), exponent: exponents.upperBound)
    }
}

/// Cuts digits off the end of a magnitude.
struct Rounder {
    let rounding: Decimal128.Rounding
    let negative: Bool

    init(_ rounding: Decimal128.Rounding, negative: Bool) {
        self.rounding = rounding
        self.negative = negative
    }

    func cut(_ magnitude: UInt128, by digits: Int, sticky: Bool) -> UInt128 {
        guard digits < powersOfTen.count else {
            return magnitude == 0 && !sticky ? 0 : (goesUp(toHalf: .below, odd: false) ? 1 : 0)
        }
        let power = powersOfTen[digits]
        let (kept, rest) = magnitude.quotientAndRemainder(dividingBy: power)
        guard rest != 0 || sticky else { return kept }
        let twice = rest * 2
        let place: Place = twice < power ? .below : (twice > power || sticky ? .above : .half)
        return goesUp(toHalf: place, odd: kept % 2 == 1) ? kept + 1 : kept
    }

    private enum Place { case below, half, above }

    private func goesUp(toHalf place: Place, odd: Bool) -> Bool {
        switch rounding {
        case .halfEven: place == .above || (place == .half && odd)
        case .halfUp: place != .below
        case .halfDown: place == .above
        case .up: true
        case .down: false
        case .floor: negative
        case .ceiling: !negative
        }
    }
}

extension Int {
    func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? 1 << 40 : -(1 << 40)) : Swift.min(Swift.max(sum, -(1 << 40)), 1 << 40)
    }
}
