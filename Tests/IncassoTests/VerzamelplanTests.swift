import Basics
import Testing
import Zaken

@testable import Incasso

@Suite("One plan over several zaken")
struct VerzamelplanTests {
    let today = Day(2026, 3, 2) ?? Day(number: 0)

    @Test(arguments: 0..<400)
    func `no cent appears or vanishes, and no month is more than was agreed but for cents of rounding`(_ seed: UInt64)
        throws
    {
        var ambient = Ambient(now: Moment(milliseconds: 0))
        var random = SeededRandom(seed: seed)
        let debts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            (zaak: ambient.newID(Zaak.self), open: Money(cents: Int64.random(in: 100...500_000, using: &random)))
        }
        let total = debts.map(\.open).sum
        let least = max(Int64(debts.count) * 100, total.cents / 100)
        let amount = Money(cents: Int64.random(in: least...max(least, total.cents), using: &random))
        let plan: Verzamelplan
        do {
            plan = try Verzamelplan(amount, from: today + 30, over: debts, on: today)
        } catch RegelingRefusal.amountTooSmall { return } catch RegelingRefusal.tooManyTermijnen { return }
        #expect(plan.delen.map(\.perMaand).sum == min(amount, total), "seed \(seed)")
        for deel in plan.delen {
            #expect(deel.termijnen.map(\.bedrag).sum == deel.open, "seed \(seed)")
            #expect(deel.termijnen.allSatisfy { $0.bedrag > .zero }, "seed \(seed)")
        }
        #expect(plan.maanden.map(\.bedrag).sum == total, "seed \(seed)")
        let slack = Int64(debts.count * plan.maanden.count)
        #expect(plan.maanden.allSatisfy { $0.bedrag.cents <= amount.cents + slack }, "seed \(seed)")
    }

    @Test func `cents lost in rounding go with the last instalment`() throws {
        let terms = try Betalingsregeling.plan(Money(cents: 10_333), from: today, for: .euros(1_240), on: today)
        #expect(terms.count == 12)
        #expect(terms.last?.bedrag == Money(cents: 10_337))
    }

    @Test func `nothing open, no amount and a day that is past are refused`() {
        var ambient = Ambient(now: Moment(milliseconds: 0))
        let zaak = ambient.newID(Zaak.self)
        #expect(throws: RegelingRefusal.nothingOpen) { try Verzamelplan(.euros(5), from: today, over: [], on: today) }
        #expect(throws: RegelingRefusal.amountTooSmall) {
            try Verzamelplan(.zero, from: today, over: [(zaak, .euros(5))], on: today)
        }
        #expect(throws: RegelingRefusal.firstDayInPast(today + -1)) {
            try Verzamelplan(.euros(1), from: today + -1, over: [(zaak, .euros(5))], on: today)
        }
    }
}
