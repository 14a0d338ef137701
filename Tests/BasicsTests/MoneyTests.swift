import Basics
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(arguments: [
        ("1.276,52", 127_652), ("1276,52", 127_652), ("1,276.52", 127_652), ("€ 12", 1_200), ("-3,5", -350),
        ("1.234", 123_400), ("1.234.567,8", 123_456_780), ("0,05", 5),
    ])
    func `an amount is read as people write it`(text: String, cents: Int64) {
        #expect(Money(written: text) == Money(cents: cents))
    }

    @Test(arguments: ["", "abc", "1,2,3", "12.34.56,7", "1.23,456", "99999999999999999", "1,,2"])
    func `what is no amount is refused`(text: String) {
        #expect(Money(written: text) == nil)
    }

    @Test func `splitting loses no cent`() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<500 {
            let amount = Money(cents: Int64.random(in: -100_000...1_000_000, using: &random))
            let parts = amount.split(into: Int.random(in: 1...36, using: &random))
            #expect(parts.sum == amount)
        }
    }

    @Test(arguments: [
        (Money(cents: 26_670), "15", 4_001), (Money(cents: -26_670), "15", -4_001), (.euros(1_000), "0.5", 500),
    ])
    func `a rate is applied exactly and rounded half up once`(amount: Money, percent: String, cents: Int64) throws {
        #expect(amount.times(try #require(Rate(percent: percent))).cents == cents)
    }

    @Test func `the machine form is read back`() {
        for cents in [-12_345, -5, 0, 5, 99, 100, 127_652] as [Int64] {
            let amount = Money(cents: cents)
            #expect(Money(amount.description) == amount)
        }
    }
}
