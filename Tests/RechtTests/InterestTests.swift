import Basics
import Recht
import Testing

@Suite("Interest")
struct InterestTests {
    let rates: InterestRates

    init() throws { rates = try Shipped.tables().interest }

    func interest(
        _ principal: String, _ from: String, _ until: String, _ kind: InterestKind = .consument,
        entries: [InterestQuestion.Entry] = [], _ change: (inout InterestConventions) -> Void = { _ in }
    ) throws -> InterestCalculation {
        var conventions = InterestConventions()
        change(&conventions)
        let question = InterestQuestion(
            principal: euro(principal), from: day(from), until: day(until), basis: .statutory(kind), entries: entries)
        return try rates.interest(for: question, conventions: conventions)
    }

    @Test(arguments: [
        ("1000.00", "2025-03-01", "2025-09-01", "30.25", "30.2466"),
        ("3500.00", "2024-02-15", "2026-04-10", "480.03", "480.0267"),
        ("812.45", "2022-05-02", "2026-01-31", "171.77", "171.7699"),
    ])
    func `the worked examples of statutory interest come out`(
        principal: String, from: String, until: String, total: String, exact: String
    ) throws {
        let answer = try interest(principal, from, until)
        #expect(answer.interest.description == total)
        #expect(answer.account.accrued.description == exact)
    }

    @Test func `commercial interest comes out`() throws {
        let answer = try interest("12000.00", "2024-03-01", "2026-04-22", .handel)
        #expect(answer.account.accrued.description == "3084.7531")
    }

    @Test func `every segment of the second example is shown`() throws {
        let segments = try interest("3500.00", "2024-02-15", "2026-04-10").segments
        #expect(segments.map(\.days) == [321, 45, 320, 45, 54])
        #expect(segments.map(\.rate.percentText) == ["7", "6", "6", "4", "4"])
        #expect(segments.map(\.interest.description) == ["215.4658", "25.8904", "196.8056", "18.4505", "23.4145"])
        #expect(segments.map(\.base.description) == ["3500.0000", "3500.0000", "3741.3562", "3741.3562", "3956.6123"])
    }

    @Test func `rounding each segment gives a cent less in the third example`() throws {
        let answer = try interest("812.45", "2022-05-02", "2026-01-31") { $0.rounding = .perSegment }
        #expect(answer.interest.description == "171.76")
    }

    @Test(arguments: [
        ("3500.00", "2024-02-15", "2026-04-10", "463.44"), ("812.45", "2022-05-02", "2026-01-31", "160.00"),
    ])
    func `simple interest is a setting`(principal: String, from: String, until: String, total: String) throws {
        #expect(try interest(principal, from, until) { $0.compounding = .none }.interest.description == total)
    }

    @Test func `a leap year has 365 days unless the setting says otherwise`() throws {
        #expect(try interest("1000.00", "2024-01-01", "2024-07-01").interest.description == "34.90")
        #expect(
            try interest("1000.00", "2024-01-01", "2024-07-01") { $0.yearBasis = .actual }.interest.description
                == "34.81")
    }

    @Test func `the last day counts when the setting says so`() throws {
        let without = try interest("1000.00", "2025-03-01", "2025-09-01").segments.map(\.days)
        let with = try interest("1000.00", "2025-03-01", "2025-09-01") { $0.lastDayCounts = true }.segments.map(\.days)
        #expect(without == [184])
        #expect(with == [185])
    }

    @Test func `a payment pays interest first and the rest runs over less principal`() throws {
        let payment = InterestQuestion.Entry(day("2026-01-15"), .payment(euro("480.00")))
        let answer = try interest("700.00", "2025-09-02", "2027-01-15", entries: [payment])
        let paid = answer.steps.compactMap { step in
            if case .paid(let paid) = step { paid } else { nil }
        }
        #expect(paid.map(\.interest.description) == ["15.00"])
        #expect(paid.map(\.principal.description) == ["465.00"])
        #expect(answer.account.principal == euro("235.00"))
    }

    @Test func `an anniversary of 29 February returns to it`() throws {
        let days = try interest("1000.00", "2024-02-29", "2028-03-10").steps.compactMap { step in
            if case .capitalised(let day, _) = step { day.description } else { nil }
        }
        #expect(days == ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"])
    }

    @Test func `a rate beyond what is known is marked provisional`() throws {
        #expect(try interest("100.00", "2026-06-01", "2026-08-01", .handel).isProvisional)
        #expect(try !interest("100.00", "2026-06-01", "2026-07-01", .handel).isProvisional)
    }

    @Test func `what cannot be computed is refused with a reason`() {
        #expect(throws: InterestRefusal.noRate(on: day("1999-01-01"))) {
            try interest("1.00", "1999-01-01", "2000-01-01")
        }
        #expect(throws: InterestRefusal.endsBeforeStart) { try interest("1.00", "2025-01-02", "2025-01-01") }
        #expect(throws: InterestRefusal.periodTooLong) { try interest("1.00", "2025-01-01", "2300-01-01") }
        #expect(throws: InterestRefusal.amountOutOfRange) { try interest("-1.00", "2025-01-01", "2025-02-01") }
        #expect(throws: InterestRefusal.amountOutOfRange) {
            try interest("900000000000000.00", "2025-01-01", "2025-02-01")
        }
    }

    @Test func `the public answer has the total and its segments`() throws {
        guard case .object(let members) = try interest("3500.00", "2024-02-15", "2026-04-10").json,
            case .array(let segments)? = members["segmenten"]
        else { return #expect(Bool(false), "not an object with segments") }
        #expect(members["rente"] == .string("480.03"))
        #expect(segments.count == 5)
    }
}
