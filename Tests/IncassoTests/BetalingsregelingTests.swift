import Basics
import Testing

@testable import Incasso

@Suite("Betalingsregeling")
struct BetalingsregelingTests {
    let first = Day(number: 20_000)

    @Test(arguments: [
        (Money(cents: 84_210), Money.euros(60), 15), (.euros(100), .euros(100), 1), (.euros(1), .euros(50), 1),
    ])
    func `monthly instalments are together what is open, the last is the remainder`(
        open: Money, amount: Money, count: Int
    ) throws {
        let instalments = try Betalingsregeling.monthly(amount, from: first, for: open)

        #expect(instalments.map(\.bedrag).sum == open)
        #expect(instalments.count == count)
        #expect(instalments.dropLast().allSatisfy { $0.bedrag == amount })
        #expect(instalments.allSatisfy { $0.bedrag > .zero })
    }

    @Test func `an amount that would take more than ten years is refused`() {
        #expect(throws: RegelingRefusal.tooManyTermijnen(1_000)) {
            try Betalingsregeling.monthly(.euros(1), from: first, for: .euros(1_000))
        }
    }

    @Test func `an instalment is missed only after its days of grace`() {
        let instalment = Betalingsregeling.Termijn(nummer: 1, vervaldag: first, bedrag: .euros(50), voldaan: .euros(49))

        #expect(!instalment.isMissed(on: first + 5, grace: 5))
        #expect(instalment.isMissed(on: first + 6, grace: 5))
    }
}
