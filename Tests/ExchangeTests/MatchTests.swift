import Basics
import Exchange
import Testing

@Suite("Matching payments")
struct MatchTests {
    let index: MatchIndex
    let iban = IBAN("NL13TEST0123456789")

    init() throws {
        let account = try #require(iban)
        let kenmerk = try #require(PaymentReference("5000056789012345"))
        let other = try #require(PaymentReference("8202600012300042"))
        index = MatchIndex([
            MatchCandidate(
                id: "A", references: [kenmerk], endToEnd: ["E2E-1"], ibans: [account], name: "A. Voorbeeld",
                open: Money(cents: 70_000),
                instalment: Money(cents: 5_000)),
            MatchCandidate(
                id: "B", references: [other], ibans: [account], name: "B. de Vries", open: Money(cents: 12_500)),
            MatchCandidate(id: "C", name: "C. Jansen", open: Money(cents: 70_000)),
        ])
    }

    func payment(_ cents: Int64, _ change: (inout BankEntry) -> Void = { _ in }) -> BankEntry {
        var entry = BankEntry(
            amount: Money(cents: cents), currency: "EUR", direction: .credit,
            place: BankPlace(entry: 1, transaction: 1), line: 1)
        change(&entry)
        return entry
    }

    @Test func `a structured reference decides, and too much is told`() {
        let entry = payment(80_000) {
            $0.structured = [StructuredRemittance(type: "SCOR", issuer: "CUR", reference: "5000056789012345")]
        }
        #expect(index.match(entry) == .matched("A", .structuredReference, tooMuch: Money(cents: 10_000)))
    }

    @Test func `an own end-to-end reference decides`() {
        #expect(
            index.match(payment(100) { $0.references.endToEnd = "E2E-1" }) == .matched("A", .endToEnd, tooMuch: .zero))
    }

    @Test(arguments: [(12_500, "B"), (5_000, "A"), (70_000, "A")] as [(Int64, String)])
    func `a known account with exactly the open amount or instalment decides`(cents: Int64, id: String) {
        #expect(
            index.match(payment(cents) { $0.counterparty.iban = iban })
                == .matched(id, .accountAndAmount, tooMuch: .zero))
    }

    @Test func `a reference in free text decides, also written in groups`() {
        let entry = payment(1_000) { $0.remittance = "betreft 5000 0567 8901 2345 huur" }
        #expect(index.match(entry) == .matched("A", .referenceInText, tooMuch: .zero))
    }

    @Test func `two references in one text are for a person`() {
        let entry = payment(1_000) { $0.remittance = "5000056789012345 en 8202600012300042" }
        #expect(index.match(entry) == .ambiguous(["A", "B"], .referenceInText))
    }

    @Test func `a name is never enough, name and amount are a proposal`() {
        #expect(index.match(payment(70_000) { $0.counterparty.name = "Hr C Jansen" }) == .proposed(["C"]))
        #expect(index.match(payment(1) { $0.counterparty.name = "Hr C Jansen" }) == .unmatched)
    }

    @Test func `money out, unbooked money and returns are no payments`() {
        #expect(index.match(payment(70_000) { $0.direction = .debit }) == .notAPayment)
        #expect(index.match(payment(70_000) { $0.status = .pending }) == .notAPayment)
        #expect(index.match(payment(70_000) { $0.returned = BankReturn(code: "AM04", text: nil) }) == .notAPayment)
        #expect(index.match(payment(70_000) { $0.currency = "USD" }) == .notAPayment)
    }
}
