import Basics
import Testing

@Suite("Decimal numbers") struct Decimal128Tests {
    @Test(arguments: [
        ("1", "1"), ("-0.50", "-0.50"), (".5", "0.5"), ("1e3", "1000"), ("2.5E-7", "0.00000025"), ("0", "0"),
        ("12345678901234567890123456789012345", "12345678901234567890123456789012340"),
        ("12345678901234567890123456789012355", "12345678901234567890123456789012360"),
        ("0.99999999999999999999999999999999999999", "1.000000000000000000000000000000000"),
        ("1e-6000", "1E-6000"), ("1E6144", "1.000000000000000000000000000000000E+6144"), ("1e-7000", "0E-6176"),
    ])
    func `text becomes the nearest number of 34 digits`(text: String, printed: String) {
        #expect(Decimal128(text)?.description == printed)
    }

    @Test(arguments: ["", "-", "1.2.3", "abc", "1e", "--1", "1e6145", "1e999999999999", " 1", "1 ", "."])
    func `what is no number, or too large, is refused`(text: String) {
        #expect(Decimal128(text) == nil)
    }

    @Test(arguments: [
        ("1", "3", "4", "0.3333333333333333333333333333333333"), ("0.1", "0.2", "0.3", "0.5"),
        ("1e30", "1e-30", "1e30", "1e60"), ("-7", "2", "-5", "-3.5"), ("1", "-1", "0", "-1"),
        ("1", "7e40", "70000000000000000000000000000000000000001", "1.428571428571428571428571428571429e-41"),
        ("5e-34", "1", "1.000000000000000000000000000000000", "5e-34"),
    ])
    func `sum and quotient are rounded half to even`(left: String, right: String, sum: String, quotient: String) {
        guard let left = Decimal128(left), let right = Decimal128(right) else { return }

        #expect(left + right == Decimal128(sum))
        #expect(left / right == Decimal128(quotient))
    }

    @Test func `what overflows or divides by zero is nil`() {
        let huge = Decimal128("9.999e6144") ?? 0

        #expect(huge + huge == nil)
        #expect(huge * huge == nil)
        #expect(huge / (Decimal128("0.001") ?? 0) == nil)
        #expect(Decimal128.one / 0 == nil)
        #expect(huge - huge == Decimal128.zero)
    }

    @Test(arguments: [
        ("1.5", "1.50", true), ("1e2", "100", true), ("1", "-1", false), ("0", "-0.00", true), ("1e40", "1", false),
    ])
    func `numbers are equal by value, whatever their zeros`(left: String, right: String, equal: Bool) {
        #expect((Decimal128(left) == Decimal128(right)) == equal)
        #expect((Decimal128(left).hashValue == Decimal128(right).hashValue) == equal)
    }

    @Test(arguments: [
        (Decimal128.Rounding.halfEven, [2, -2, 3, -2, 4]), (.halfUp, [3, -3, 3, -2, 4]),
        (.halfDown, [2, -2, 3, -2, 3]), (.up, [3, -3, 3, -3, 4]), (.down, [2, -2, 2, -2, 3]),
        (.floor, [2, -3, 2, -3, 3]), (.ceiling, [3, -2, 3, -2, 4]),
    ])
    func `each rounding has its own rule`(rounding: Decimal128.Rounding, expected: [Int]) {
        let numbers = ["2.5", "-2.5", "2.51", "-2.49", "3.5"].map { Decimal128($0)?.rounded(toPlaces: 0, rounding) }

        #expect(numbers == expected.map { Decimal128($0) })
    }

    @Test func `the remainder has the sign of the divisor in a modulo`() {
        #expect(Decimal128(-12).modulo(5) == 3)
        #expect(Decimal128(12).modulo(-5) == -3)
        #expect(Decimal128("10.1")?.modulo(Decimal128("4.5") ?? 0) == Decimal128("1.1"))
        #expect(Decimal128("1e200")?.modulo(7) == 2)
        #expect(Decimal128(5).modulo(0) == nil)
    }

    @Test func `money and whole numbers convert exactly or not at all`() {
        #expect(Decimal128(Money(cents: 1250)).description == "12.50")
        #expect(Decimal128("12.5")?.money == Money(cents: 1250))
        #expect(Decimal128("12.505")?.money == nil)
        #expect(Decimal128("12.505")?.money(rounding: .halfUp) == Money(cents: 1251))
        #expect(Decimal128("1e18")?.integer == 1_000_000_000_000_000_000)
        #expect(Decimal128("1e30")?.integer == nil)
        #expect(Decimal128("1e6000")?.money == nil)
    }
}
