/// A positive number with 256 bits after the point and 256 before it: the room in which powers and logarithms are worked out.
struct FixedPoint {
    /// Least significant first; the first four are the fraction.
    private var limbs: [UInt64]

    private init(limbs: [UInt64]) { self.limbs = limbs }

    static let zero = FixedPoint(limbs: Array(repeating: 0, count: 8))
    static let one = FixedPoint(limbs: [0, 0, 0, 0, 1, 0, 0, 0])
    static let logarithmOfTen = FixedPoint(limbs: [
        0x0F18_7A08_07C0_B5CA, 0x8A3F_B3E7_6977_E43A, 0xA95B_58AE_0B4C_28A3, 0x4D76_3776_AAA2_B05B,
        0x0000_0000_0000_0002, 0, 0, 0,
    ])

    /// A positive decimal below 10^18; what is smaller than the last bit is lost.
    init?(_ number: Decimal128) {
        guard number.isZero || number.digitCount + Int(number.exponent) <= 18 else { return nil }
        self = FixedPoint(magnitude: number.coefficient.magnitude)
        scale(by: Int(number.exponent))
    }

    private init(magnitude: UInt128) {
        self = .zero
        limbs[4] = UInt64(truncatingIfNeeded: magnitude)
        limbs[5] = UInt64(truncatingIfNeeded: magnitude >> 64)
    }

    /// The part before the point, when it is that small.
    var whole: UInt64 { limbs[5...].allSatisfy { $0 == 0 } ? limbs[4] : .max }
    var isZero: Bool { limbs.allSatisfy { $0 == 0 } }

    /// Times a power of ten.
    private mutating func scale(by power: Int) {
        if power >= 0 {
            for _ in 0..<power { self = times(10) }
            return
        }
        var left = min(-power, 200)
        while left > 0 {
            let step = min(left, 19)
            self = divided(by: UInt64(truncatingIfNeeded: powersOfTen[step]))
            left -= step
        }
    }
}

extension FixedPoint {
    static func <= (left: FixedPoint, right: FixedPoint) -> Bool {
        !right.limbs.reversed().lexicographicallyPrecedes(left.limbs.reversed())
    }

    func plus(_ other: FixedPoint) -> FixedPoint {
        var (sum, carry) = (self, UInt64(0))
        for index in 0..<8 {
            let (first, overflow) = limbs[index].addingReportingOverflow(other.limbs[index])
            let (second, again) = first.addingReportingOverflow(carry)
            (sum.limbs[index], carry) = (second, overflow || again ? 1 : 0)
        }
        return sum
    }

    /// The difference with a number that is not larger.
    func minus(_ other: FixedPoint) -> FixedPoint {
        var (rest, borrow) = (self, UInt64(0))
        for index in 0..<8 {
            let (first, overflow) = limbs[index].subtractingReportingOverflow(other.limbs[index])
            let (second, again) = first.subtractingReportingOverflow(borrow)
            (rest.limbs[index], borrow) = (second, overflow || again ? 1 : 0)
        }
        return rest
    }

    func times(_ factor: UInt64) -> FixedPoint {
        var (product, carry) = (self, UInt64(0))
        for index in 0..<8 {
            let part = UInt128(limbs[index]) * UInt128(factor) + UInt128(carry)
            product.limbs[index] = UInt64(truncatingIfNeeded: part)
            carry = UInt64(truncatingIfNeeded: part >> 64)
        }
        return product
    }

    func divided(by divisor: UInt64) -> FixedPoint {
        var (quotient, rest) = (self, UInt64(0))
        for index in (0..<8).reversed() {
            (quotient.limbs[index], rest) = divisor.dividingFullWidth((rest, limbs[index]))
        }
        return quotient
    }

    func times(_ other: FixedPoint) -> FixedPoint {
        var product = Array(repeating: UInt64(0), count: 17)
        for left in 0..<8 where limbs[left] != 0 {
            var carry = UInt64(0)
            for right in 0..<8 {
                let part =
                    UInt128(limbs[left]) * UInt128(other.limbs[right]) + UInt128(product[left + right])
                    + UInt128(carry)
                product[left + right] = UInt64(truncatingIfNeeded: part)
                carry = UInt64(truncatingIfNeeded: part >> 64)
            }
            product[left + 8] = carry
        }
        return FixedPoint(limbs: Array(product[4..<12]))
    }

    /// Times a positive decimal; `nil` when the result is far out of range for a power.
    func times(_ number: Decimal128) -> FixedPoint? {
        let size = number.digitCount + Int(number.exponent)
        guard size <= 60 else { return nil }
        var product = times(FixedPoint(magnitude: number.coefficient.magnitude))
        guard number.exponent <= 0 || product.whole < 20_000 else { return nil }
        product.scale(by: Int(number.exponent))
        return product.whole < 20_000 ? product : nil
    }
}

extension FixedPoint {
    /// e to this power, for powers below three: Taylor's series on a 65,536th of it, squared sixteen times.
    var exponential: FixedPoint {
        let part = divided(by: 65_536)
        var (sum, term, count) = (FixedPoint.one, part, UInt64(1))
        while !term.isZero {
            sum = sum.plus(term)
            count += 1
            term = term.times(part).divided(by: count)
        }
        for _ in 0..<16 { sum = sum.times(sum) }
        return sum
    }

    /// The natural logarithm of a number from 1 to 10: Newton's method, y + x·e^-y - 1.
    func logarithm(near value: Double) -> FixedPoint {
        var guess = FixedPoint(magnitude: UInt128(max(0, Double.log(value)) * 1e18)).divided(
            by: 1_000_000_000_000_000_000)
        for _ in 0..<4 {
            let inverse = FixedPoint.logarithmOfTen.minus(guess).exponential.divided(by: 10)
            let ratio = times(inverse)
            guess = .one <= ratio ? guess.plus(ratio.minus(.one)) : guess.lowered(by: FixedPoint.one.minus(ratio))
        }
        return guess
    }

    private func lowered(by other: FixedPoint) -> FixedPoint { other <= self ? minus(other) : .zero }

    /// The nearest decimal, times a power of ten.
    func decimal(scale: Int, negative: Bool) -> Decimal128? {
        guard !isZero else { return .zero }
        var (digits, power) = (self, scale)
        while digits.limbs[6] == 0, digits.limbs[5] < 1 << 60, power > scale - 120 {
            (digits, power) = (digits.times(10), power - 1)
        }
        let magnitude = UInt128(digits.limbs[5]) << 64 | UInt128(digits.limbs[4])
        let sticky = digits.limbs[..<4].contains { $0 != 0 }
        return Decimal128.finish(magnitude, exponent: power, negative: negative, sticky: sticky)
    }
}

extension Double {
    /// A first guess at the natural logarithm of a number from 1 to 10, good to some digits.
    static func log(_ value: Double) -> Double {
        let ratio = (value - 1) / (value + 1)
        var (sum, term) = (0.0, ratio)
        for odd in stride(from: 1.0, to: 49.0, by: 2.0) {
            sum += 2 * term / odd
            term *= ratio * ratio
        }
        return sum
    }
}
