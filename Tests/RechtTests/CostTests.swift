import Basics
import Recht
import Testing

@Suite("Collection costs")
struct CostTests {
    let tables: CostTables

    init() throws { tables = try Shipped.tables().costs }

    let today = day("2026-03-01")

    @Test(arguments: [
        ("1.00", "40.00", "8.40"), ("266.66", "40.00", "8.40"), ("266.70", "40.01", "8.40"),
        ("300.00", "45.00", "9.45"),
        ("701.37", "105.21", "22.09"), ("812.45", "121.87", "25.59"), ("1234.56", "185.18", "38.89"),
        ("2500.10", "375.01", "78.75"), ("3500.00", "475.00", "99.75"), ("5000.00", "625.00", "131.25"),
        ("7350.85", "742.54", "155.93"), ("12345.67", "898.46", "188.68"), ("200000.00", "2775.00", "582.75"),
        ("1000000.00", "6775.00", "1422.75"), ("3000000.00", "6775.00", "1422.75"), ("0.00", "0.00", "0.00"),
    ])
    func `the worked examples of the tiers come out`(principal: String, costs: String, vat: String) throws {
        let answer = try tables.costs(over: [euro(principal)], on: today, withVAT: true)
        #expect(answer.costs == euro(costs))
        #expect(answer.vat == euro(vat))
        #expect(answer.total == euro(costs) + euro(vat))
    }

    @Test func `claims in one letter are added before the tiers`() throws {
        let answer = try tables.costs(over: [euro("700.00"), euro("700.00")], on: today)
        #expect(answer.costs == euro("210.00"))
        #expect(answer.working.map(\.code) == ["bik.samen", "bik.schijf"])
    }

    @Test func `the working names every tier`() throws {
        let answer = try tables.costs(over: [euro("7350.85")], on: today, withVAT: true)
        #expect(answer.working.map(\.code) == ["bik.schijf", "bik.schijf", "bik.schijf", "bik.btw"])
        #expect(answer.working[2]["bedrag"] == .exact(ExactMoney(euro("117.54")) + ExactMoney(units: 250_000_000)))
    }

    @Test func `what was paid in time bears no costs`() throws {
        #expect(try tables.costs(over: [euro("1000.00")], paidInTime: euro("700.00"), on: today).costs == euro("45.00"))
        #expect(try tables.costs(over: [euro("1000.00")], paidInTime: euro("1000.00"), on: today).costs == .zero)
    }

    @Test func `six small instalments cost 140 euros together`() throws {
        var earlier: [ChargedFee] = []
        for month in 0..<6 {
            let letter = day("2025-01-10").adding(months: month)
            let fee = try tables.costs(overInstalment: euro("90.00"), on: letter, after: earlier).costs
            earlier.append(ChargedFee(day: letter, fee: fee))
        }
        #expect(earlier.map(\.fee.description) == ["40.00", "20.00", "20.00", "20.00", "20.00", "20.00"])
    }

    @Test func `no more than the cap is charged within the months looked back on`() throws {
        let earlier = (0..<6).map {
            ChargedFee(day: day("2025-06-01") + $0 * 7, fee: euro($0 == 0 ? "40.00" : "20.00"))
        }
        #expect(try tables.costs(overInstalment: euro("90.00"), on: day("2025-08-01"), after: earlier).costs == .zero)
    }

    @Test func `a large instalment follows the tiers`() throws {
        let earlier = [ChargedFee(day: day("2026-02-01"), fee: euro("105.00"))]
        #expect(try tables.costs(overInstalment: euro("700.00"), on: today, after: earlier).costs == euro("105.00"))
    }

    @Test func `one late letter over small instalments costs the lower of two readings`() throws {
        let six = Array(repeating: euro("90.00"), count: 6)
        #expect(try tables.costs(ofOneLetterOver: six, on: today).costs == euro("40.00"))
        #expect(try tables.costs(ofOneLetterOver: six, on: day("2024-09-30")).costs == euro("81.00"))
    }

    @Test func `a letter over rents follows the scheme for instalments, and one over a single purchase the tiers`()
        throws
    {
        let six = Array(repeating: euro("90.00"), count: 6)
        func fee(_ kinds: Set<String>) throws -> Money {
            try tables.costs(ofLetterOver: six, kinds: kinds, on: today, after: []).costs
        }
        #expect(try fee(["huur"]) == euro("40.00"))
        #expect(try fee(["aankoop"]) == euro("81.00"))
        #expect(try fee(["huur", "aankoop"]) == euro("81.00"))
        #expect(try fee([]) == euro("81.00"))
    }

    @Test func `before July 2012 there is no tariff`() {
        #expect(throws: CostRefusal.noTariff(on: day("2012-06-30"))) {
            try tables.costs(over: [euro("1.00")], on: day("2012-06-30"))
        }
        #expect(throws: CostRefusal.amountOutOfRange) { try tables.costs(over: [euro("-1.00")], on: today) }
    }
}
