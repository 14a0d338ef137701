import Basics
import Recht
import Testing

@Suite("Interest as a property")
struct InterestPropertyTests {
    let rates: InterestRates

    init() throws { rates = try Shipped.tables().interest }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `splitting a period gives the same total, and more days never give less`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let principal = Money(cents: Int64.random(in: 0...50_000_000, using: &random))
            let start = day("2003-01-01") + Int.random(in: 0...8_000, using: &random)
            var conventions = InterestConventions()
            conventions.yearBasis = Bool.random(using: &random) ? .actual : .fixed365
            let basis = InterestBasis.statutory(Bool.random(using: &random) ? .handel : .consument)
            var whole = try InterestAccount(principal: principal, from: start, basis: basis, conventions: conventions)
            var parts = whole
            var (end, before) = (start, Money.zero)
            for _ in 0..<6 {
                end = end + Int.random(in: 0...500, using: &random)
                _ = try parts.advance(to: end, by: rates)
                #expect(parts.accrued.rounded >= before, "seed \(seed)")
                before = parts.accrued.rounded
            }
            _ = try whole.advance(to: end, by: rates)
            #expect(whole.accrued == parts.accrued, "seed \(seed)")
        }
    }

    @Test(arguments: [4, 5, 6] as [UInt64])
    func `no cent of a payment appears or vanishes`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let principal = Money(cents: Int64.random(in: 0...1_000_000, using: &random))
            var account = try InterestAccount(
                principal: principal, from: day("2019-05-06"), basis: .statutory(.consument))
            var (paid, leftOver) = (Money.zero, Money.zero)
            for _ in 0..<8 {
                _ = try account.advance(to: account.day + Int.random(in: 0...300, using: &random), by: rates)
                let amount = Money(cents: Int64.random(in: 0...200_000, using: &random))
                let payment = try account.pay(amount)
                #expect(payment.interest + payment.principal + payment.leftOver == amount)
                (paid, leftOver) = (paid + amount, leftOver + payment.leftOver)
            }
            let owed = principal + account.accrued.rounded
            let open = account.principal + account.interestDue
            #expect(owed == paid - leftOver + open, "seed \(seed)")
        }
    }
}
