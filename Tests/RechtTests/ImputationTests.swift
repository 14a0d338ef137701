import Basics
import Recht
import Testing

@Suite("Imputation")
struct ImputationTests {
    let september = Debt(id: "A", due: day("2025-09-02"), interest: euro("15.00"), principal: euro("700.00"))
    let october = Debt(id: "B", due: day("2025-10-02"), interest: euro("11.55"), principal: euro("700.00"))
    let today = day("2026-01-15")

    @Test func `policy P1 keeps the fee as one cost of the case`() throws {
        let answer = try Imputation(
            of: euro("600.00"), over: [september, october], caseCosts: euro("210.00"), on: today,
            by: .init(fee: .ofTheCase))
        #expect(answer.allocations.map(\.amount.description) == ["210.00", "15.00", "375.00"])
        #expect(answer.debts.map(\.principal.description) == ["325.00", "700.00"])
        #expect(answer.debts.map(\.total).sum + answer.caseCosts == euro("1036.55"))
    }

    @Test func `policy P2 splits the fee over the claims`() throws {
        let answer = try Imputation(
            of: euro("600.00"), over: [september, october], caseCosts: euro("210.00"), on: today)
        #expect(answer.allocations.map(\.amount.description) == ["105.00", "15.00", "480.00"])
        #expect(answer.debts.map(\.principal.description) == ["220.00", "700.00"])
        #expect(answer.debts[1].costs == euro("105.00"))
        #expect(answer.debts.map(\.total).sum == euro("1036.55"))
    }

    @Test func `the debtor may point at a claim`() throws {
        let answer = try Imputation(of: euro("600.00"), over: [september, october], on: today, indicated: "B")
        #expect(answer.allocations.allSatisfy { $0.debt == "B" })
        #expect(throws: Imputation.Refusal.unknownDebt("C")) {
            try Imputation(of: euro("1.00"), over: [september], on: today, indicated: "C")
        }
    }

    @Test func `due goes before not due, onerous before light, old before young, equals share`() throws {
        func debt(_ id: String, _ due: String, _ burden: Int = 0) -> Debt {
            Debt(id: id, due: day(due), burden: burden, interest: .zero, principal: euro("100.00"))
        }
        let debts = [
            debt("later", "2026-02-01"), debt("young", "2025-12-01"), debt("old", "2025-11-01"),
            debt("twin", "2025-11-01"),
            debt("heavy", "2025-12-31", 1),
        ]
        let answer = try Imputation(of: euro("250.01"), over: debts, on: today)
        #expect(answer.allocations.map(\.debt) == ["heavy", "old", "twin"])
        #expect(answer.allocations.map(\.amount.description) == ["100.00", "75.00", "75.01"])
    }

    @Test func `an agreement may put the principal first`() throws {
        let answer = try Imputation(
            of: euro("705.00"), over: [september], caseCosts: euro("10.00"), on: today,
            by: .init(order: [.principal, .interest]))
        #expect(answer.allocations.map(\.component) == [.principal, .interest])
    }

    @Test func `too much is left over`() throws {
        let answer = try Imputation(of: euro("2000.00"), over: [september, october], on: today)
        #expect(answer.leftOver == euro("573.45"))
        #expect(answer.working.last?.code == "toerekening.over")
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `no cent appears or vanishes`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func amount(_ most: Int64) -> Money { Money(cents: Int64.random(in: 0...most, using: &random)) }
        for _ in 0..<300 {
            let debts = (0..<Int.random(in: 0...6, using: &random)).map { index in
                Debt(
                    id: "\(index)", due: today + Int.random(in: -3...2, using: &random),
                    burden: Int.random(in: 0...1, using: &random), costs: amount(5_000), interest: amount(900),
                    principal: amount(90_000))
            }
            let (payment, fee) = (amount(400_000), amount(20_000))
            let policy = ImputationPolicy(
                fee: Bool.random(using: &random) ? .ofTheCase : .perClaim,
                order: DebtComponent.allCases.shuffled(using: &random))
            let answer = try Imputation(of: payment, over: debts, caseCosts: fee, on: today, by: policy)
            let (before, after) = (debts.map(\.total).sum + fee, answer.debts.map(\.total).sum + answer.caseCosts)
            #expect(answer.allocations.map(\.amount).sum + answer.leftOver == payment, "seed \(seed)")
            #expect(before - after == payment - answer.leftOver, "seed \(seed)")
            #expect(answer.leftOver.isZero || after.isZero, "seed \(seed)")
            let lowest = answer.debts.map { min($0.costs, $0.interest, $0.principal) }.min() ?? .zero
            #expect(lowest >= .zero, "seed \(seed)")
        }
    }
}
