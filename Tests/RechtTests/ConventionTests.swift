import Basics
import Recht
import Testing

@Suite("What the law leaves open, as dated rows")
struct ConventionTests {
    @Test(arguments: [
        ("laatsteDagTelt: false, jaar: \"365\", bijschrijving: onbetaald, afronding: eens", "65.04"),
        ("laatsteDagTelt: true, jaar: \"365\", bijschrijving: onbetaald, afronding: eens", "65.22"),
        ("laatsteDagTelt: false, jaar: werkelijk, bijschrijving: onbetaald, afronding: eens", "64.94"),
    ])
    func `interest is reckoned by the row of the first day of default`(facts: String, interest: String) throws {
        let row = "  - {van: 2024-01-01, \(facts), bron: test}\n"
        let rates = try Shipped.tables(changing: "rente.yaml") { $0 + row }.interest
        let question = InterestQuestion(
            principal: .euros(1_000), from: day("2024-07-01"), until: day("2025-07-01"), basis: .statutory(.consument))
        #expect(try rates.interest(for: question).interest == euro(interest))
        #expect(rates.conventions(from: day("2023-12-31")) == InterestConventions())
    }

    @Test func `a word that is none of the choices is refused with them`() {
        let row =
            "  - {van: 2024-01-01, laatsteDagTelt: false, jaar: 360, bijschrijving: geen, afronding: eens, bron: test}\n"
        #expect(throws: RechtTableFlaws.self) { try Shipped.tables(changing: "rente.yaml") { $0 + row } }
    }

    @Test func `interest that was paid bears none on the next anniversary, and interest that came back does again`()
        throws
    {
        let rates = try Shipped.tables().interest
        func interest(_ entries: [InterestQuestion.Entry]) throws -> Money {
            try rates.interest(
                for: InterestQuestion(
                    principal: .euros(10_000), from: day("2023-07-01"), until: day("2025-07-01"),
                    basis: .statutory(.consument), entries: entries)
            ).interest
        }
        let simple = try interest([.init(day("2024-07-01"), .interest(euro("651.51")))])
        let undone = try interest([
            .init(day("2024-05-01"), .interest(euro("100.00"))), .init(day("2024-06-01"), .interest(euro("-100.00"))),
        ])
        #expect(try interest([]) == undone)
        // 10,000 euros: 184 days 6 %, 182 days 7 %, then 184 days 7 % and 181 days 6 % over the principal alone.
        #expect(simple == euro("1301.92"))
    }

    @Test(arguments: [
        ("P2", "wet", false, "P2 wet", DebtComponent.costs), ("P1", "hoofdsom", false, "P1 hoofdsom", .principal),
        ("P2", "hoofdsom-in-regeling", false, "P2 wet", .costs),
        ("P2", "hoofdsom-in-regeling", true, "P2 hoofdsom", .principal),
    ])
    func `the rule of dividing a payment is read, and says itself in a word`(
        fee: String, order: String, inArrangement: Bool, word: String, first: DebtComponent
    ) throws {
        let row = "  - {van: 2024-01-01, artikel: BW 6:44, kosten: \(fee), volgorde: \(order), bron: test}\n"
        let tables = try Shipped.tables(changing: "toerekening.yaml") { $0 + row }
        let rule = try #require(tables.imputation.value(on: day("2024-02-01")))
        #expect(rule.word(inArrangement: inArrangement) == word)
        #expect(rule.policy(inArrangement: inArrangement).order.first == first)
    }
}
