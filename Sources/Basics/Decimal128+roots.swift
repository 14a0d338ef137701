extension Decimal128 {
    /// The square root, rounded half to even; `nil` below zero.
    public var squareRoot: Decimal128? {
        guard coefficient >= 0 else { return nil }
        let ideal = (Int(exponent) - (exponent & 1 == 0 ? 0 : 1)) / 2
        guard coefficient > 0 else { return Decimal128(exact: 0, exponent: ideal) }
        let wide = 70 - digitCount
        let shift = (Int(exponent) - wide) % 2 == 0 ? wide : wide - 1
        let first = min(shift, 38 - digitCount)
        let scaled = coefficient.magnitude * powersOfTen[first]
        let radicand = scaled.multipliedFullWidth(by: powersOfTen[shift - first])
        let root = Decimal128.wholeRoot(radicand)
        let square = root.multipliedFullWidth(by: root)
        let exact = square.high == radicand.high && square.low == radicand.low
        var (digits, power) = (root, (Int(exponent) - shift) / 2)
        while exact, power < ideal, digits % 10 == 0 { (digits, power) = (digits / 10, power + 1) }
        return Decimal128.finish(digits, exponent: power, negative: false, sticky: !exact)
    }

    /// The largest whole number whose square is not above a double-width number: Newton's method from above.
    private static func wholeRoot(_ number: (high: UInt128, low: UInt128)) -> UInt128 {
        let bits = 256 - (number.high == 0 ? 128 + number.low.leadingZeroBitCount : number.high.leadingZeroBitCount)
        var root = UInt128(1) << UInt128((bits + 1) / 2)
        while true {
            let next = root / 2 + root.dividingFullWidth(number).quotient / 2 + 1
            guard next < root else { break }
            root = next
        }
        while isAbove(root, number) { root -= 1 }
        return root
    }

    private static func isAbove(_ root: UInt128, _ number: (high: UInt128, low: UInt128)) -> Bool {
        let square = root.multipliedFullWidth(by: root)
        return square.high > number.high || (square.high == number.high && square.low > number.low)
    }
}
