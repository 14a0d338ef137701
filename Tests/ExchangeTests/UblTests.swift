import Basics
import Exchange
import Testing

@Suite("UBL invoices")
struct UblTests {
    static let text = """
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
          xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
          xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:ID>F-2026-1</cbc:ID><cbc:IssueDate>2026-01-01</cbc:IssueDate><cbc:DueDate>2026-01-31</cbc:DueDate>
          <cbc:Note>Huur januari</cbc:Note>
          <cac:ContractDocumentReference><cbc:ID>C-7</cbc:ID></cac:ContractDocumentReference>
          <cac:AccountingCustomerParty><cbc:CustomerAssignedAccountID>D1</cbc:CustomerAssignedAccountID><cac:Party>
            <cac:PostalAddress><cbc:StreetName>Dorpsstraat 1</cbc:StreetName><cbc:CityName>Zonnedorp</cbc:CityName>
              <cbc:PostalZone>1234 AB</cbc:PostalZone></cac:PostalAddress>
            <cac:PartyLegalEntity><cbc:RegistrationName>A. Voorbeeld</cbc:RegistrationName></cac:PartyLegalEntity>
            <cac:Contact><cbc:ElectronicMail>a@voorbeeld.nl</cbc:ElectronicMail></cac:Contact></cac:Party></cac:AccountingCustomerParty>
          <cac:PaymentMeans><cbc:PaymentID>5000056789012345</cbc:PaymentID></cac:PaymentMeans>
          <cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount currencyID="EUR">700.00</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="EUR">650.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
        </Invoice>
        """

    @Test func `an invoice becomes an open item`() throws {
        let item = try UblInvoice(Array(Self.text.utf8)).item
        #expect(item.invoice == "F-2026-1")
        #expect(item.debtor.number == "D1")
        #expect(item.debtor.name == "A. Voorbeeld")
        #expect(item.debtor.city == "Zonnedorp")
        #expect(item.amount == .euros(700))
        #expect(item.open == .euros(650))
        #expect(item.due == Day(2026, 1, 31))
        #expect(item.contract == "C-7")
        #expect(item.reference?.text == "5000056789012345")
    }

    @Test(arguments: [
        ("currencyID=\"EUR\"", "currencyID=\"USD\""), ("<cbc:DueDate>2026-01-31</cbc:DueDate>", ""), ("650.00", "0.00"),
        ("650.00", "12.345"),
        ("Invoice-2", "CreditNote-2"), ("</Invoice>", ""), ("<cbc:ID>F-2026-1</cbc:ID>", ""),
        ("RegistrationName", "OtherName"),
    ])
    func `what cannot be taken in is refused`(what: String, with: String) {
        #expect(throws: FileFault.self) { try UblInvoice(Array(Self.text.replacing(what, with: with).utf8)) }
    }

    @Test(arguments: [
        ("currencyID=\"EUR\"", "currencyID=\"USD\"", "ubl-currency"), ("650.00", "-650.00", "ubl-credit-note"),
        ("650.00", "0.00", "ubl-nothing-due"), ("650.00", "999999999999999.00", "ubl-amount-range"),
        ("650.00", "999999999999999999999999.00", "ubl-amount-range"), ("650.00", "12.345", "ubl-invoice"),
    ])
    func `each reason has a word of its own`(what: String, with: String, code: String) {
        #expect { try UblInvoice(Array(Self.text.replacing(what, with: with).utf8)) } throws: {
            ($0 as? FileFault)?.diagnostic.code == code
        }
        let credit = Self.text.replacing("Invoice", with: "CreditNote")
        #expect { try UblInvoice(Array(credit.utf8)) } throws: {
            ($0 as? FileFault)?.diagnostic.code == "ubl-credit-note"
        }
    }

    @Test func `cut at any byte it is refused`() {
        let whole = Array(Self.text.utf8)
        for end in whole.indices { #expect(throws: FileFault.self) { try UblInvoice(Array(whole[..<end])) } }
    }

    @Test func `random damage is refused or read, never a crash`() {
        var random = SeededRandom(seed: 21)
        let whole = Array(Self.text.utf8)
        for _ in 0..<1_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? UblInvoice(bytes)
        }
    }
}
