import Basics
import Recht
import Testing

@Suite("Arrangements")
struct ArrangementTests {
    let policy: ArrangementPolicy

    init() throws { policy = try #require(try Shipped.tables().arrangements.value(on: day("2026-03-01"))) }

    @Test(
        arguments: [
            (
                "1240.00", ["2050.00", "1473.41", "1401.50", "50.00"], nil, "421.00", "103.33", 12, "103.37",
                "medewerker"
            ),
            (
                "1850.00", ["2240.00", "1416.95", "1401.50", "0.00"], "95.00", "76.00", "76.00", 25, "26.00",
                "medewerker"
            ),
            (
                "5200.00", ["2990.00", "2415.45", "2002.13", "0.00"], "120.00", "96.00", "96.00", 55, "16.00",
                "leidinggevende"
            ),
            (
                "9000.00", ["2990.00", "2415.45", "2002.13", "0.00"], "110.00", "88.00", "88.00", 103, "24.00",
                "persoon-beslist"
            ),
            ("480.00", ["1705.30", "1355.61", "1564.69", "60.00"], nil, "64.00", "40.00", 12, "40.00", "medewerker"),
            (
                "350.00", ["1520.00", "1331.43", "1401.50", "0.00"], "21.00", "16.00", "16.00", 22, "14.00",
                "medewerker"
            ),
        ] as [(String, [String], String?, String, String, Int, String, String)])
    func `the worked proposals come out`(
        debt: String, money: [String], budget: String?, limit: String, term: String, count: Int, last: String,
        authority: String
    ) {
        let amounts = money.map(euro)
        let affordability = Affordability(
            ownNet: amounts[0], beslagvrijeVoet: amounts[1], socialMinimum: amounts[2], running: amounts[3],
            budgetRoom: budget.map(euro))
        guard case .proposal(let proposal) = policy.advice(on: euro(debt), for: affordability) else {
            return #expect(Bool(false), "no room")
        }
        #expect(proposal.limit == euro(limit))
        #expect(proposal.term == euro(term))
        #expect(proposal.count == count)
        #expect(proposal.last == euro(last))
        #expect(proposal.authority.rawValue == authority)
        #expect(proposal.term * Int64(count - 1) + proposal.last == euro(debt))
    }

    @Test func `who has nothing to spare is asked nothing`() {
        let affordability = Affordability(
            ownNet: euro("1401.50"), beslagvrijeVoet: euro("1331.43"), socialMinimum: euro("1401.50"))
        guard case .noRoom(let limit, _) = policy.advice(on: euro("600.00"), for: affordability) else {
            return #expect(Bool(false))
        }
        #expect(limit == .zero)
    }

    @Test func `what someone offers is taken when it fits`() {
        let affordability = Affordability(
            ownNet: euro("2050.00"), beslagvrijeVoet: euro("1473.41"), socialMinimum: euro("1401.50"))
        guard
            case .proposal(let proposal) = policy.advice(
                on: euro("1240.00"), for: affordability, offered: euro("50.00"))
        else {
            return #expect(Bool(false))
        }
        #expect(proposal.term == euro("50.00"))
        #expect(proposal.count == 25)
    }

    @Test func `instalments are equal, the remainder is in the last, and the end is known`() throws {
        let plan = try #require(InstalmentPlan(of: euro("100.00"), inParts: 3, from: day("2026-01-31")))
        #expect(plan.instalments.map(\.amount.description) == ["33.33", "33.33", "33.34"])
        #expect(plan.instalments.map(\.due.description) == ["2026-01-31", "2026-02-28", "2026-03-31"])
        #expect(
            InstalmentPlan(of: euro("100.00"), inTermsOf: euro("40.00"), from: day("2026-01-31"))?.ends
                == day("2026-03-31"))
        #expect(InstalmentPlan(of: .zero, inParts: 3, from: day("2026-01-31")) == nil)
        #expect(InstalmentPlan(of: euro("100.00"), inTermsOf: euro("0.01"), from: day("2026-01-31")) == nil)
    }

    @Test func `an instalment is missed only after the days of grace`() throws {
        let plan = try #require(InstalmentPlan(of: euro("90.00"), inParts: 3, from: day("2026-01-10")))
        let paid = [ArrangementPayment(day: day("2026-01-14"), amount: euro("30.00"))]
        #expect(policy.state(of: plan, paid: [], on: day("2026-01-09")) == .conformAfspraak)
        #expect(
            policy.state(of: plan, paid: [], on: day("2026-01-15"))
                == .respijt(plan.instalments[0], until: day("2026-01-15"), short: euro("30.00")))
        #expect(
            policy.state(of: plan, paid: [], on: day("2026-01-16"))
                == .gemist(plan.instalments[0], since: day("2026-01-16"), short: euro("30.00")))
        #expect(policy.state(of: plan, paid: paid, on: day("2026-01-16")) == .conformAfspraak)
        #expect(
            policy.state(
                of: plan, paid: paid + [ArrangementPayment(day: day("2026-02-01"), amount: euro("60.00"))],
                on: day("2026-02-01")) == .vervuld)
    }

    @Test func `an arrangement ends only after contact was sought`() {
        #expect(!policy.mayEnd(after: ArrangementContact(attempts: 1, reached: false)))
        #expect(policy.mayEnd(after: ArrangementContact(attempts: 2, reached: false)))
        #expect(policy.mayEnd(after: ArrangementContact(attempts: 1, reached: true)))
    }
}
