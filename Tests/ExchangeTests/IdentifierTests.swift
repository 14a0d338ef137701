import Basics
import Exchange
import Testing

@Suite("Identifiers of payments")
struct ExchangeIdentifierTests {
    @Test(arguments: [
        "NL91ABNA0417164300", "nl91 abna 0417 1643 00", "NL13TEST0123456789", "BE68539007547034",
        "DE89370400440532013000",
    ])
    func `an account number is read whatever its spaces`(text: String) {
        #expect(IBAN(text)?.text == text.uppercased().filter { $0 != " " })
    }

    @Test(arguments: [
        "", "NL91ABNA0417164301", "NL91ABNA041716430", "NL91", "XX91ABNA0417164300", "NL91ABNA04171643é0",
    ])
    func `what is no account number is refused`(text: String) {
        #expect(IBAN(text) == nil)
    }

    @Test func `every single wrong digit of an account number is caught`() {
        for (place, digit) in zip(0..<18, "NL91ABNA0417164300") where digit.isNumber {
            for other in 0...9 where "\(other)" != "\(digit)" {
                var characters = Array("NL91ABNA0417164300")
                characters[place] = Character("\(other)")
                #expect(IBAN(String(characters)) == nil)
            }
        }
    }

    @Test func `check digits of an account number are made`() throws {
        let iban = try #require(IBAN(country: "NL", account: "TEST0123456789"))
        #expect(iban.text == "NL13TEST0123456789")
        #expect(iban.grouped == "NL13 TEST 0123 4567 89")
    }

    @Test(arguments: [
        ("RF18539007547034", "539007547034"), ("RF97 2026HUUR000123", "2026HUUR000123"), ("RF741", "1"),
    ])
    func `a creditor reference is read and made`(text: String, own: String) {
        #expect(CreditorReference(text)?.own == own)
        #expect(CreditorReference(own: own)?.text == text.filter { $0 != " " })
    }

    @Test(arguments: [
        ("000056789012345", "5000056789012345"), ("202600012300042", "8202600012300042"),
        ("000000000000001", "9000000000000001"),
        ("202600000000009", "1202600000000009"), ("202600000000003", "0202600000000003"),
    ])
    func `a payment reference of sixteen digits is made and read`(number: String, full: String) {
        #expect(Betalingskenmerk(number: number)?.text == full)
        #expect(Betalingskenmerk(full)?.text == full)
    }

    @Test func `a short payment reference carries its length`() {
        #expect(Betalingskenmerk(shortNumber: "234534622567")?.text == "12234534622567")
        #expect(Betalingskenmerk("1223 4534 6225 67")?.text == "12234534622567")
        #expect(Betalingskenmerk("22234534622567") == nil)
        #expect(Betalingskenmerk("5000056789012346") == nil)
        #expect(PaymentReference("1234567") == nil)
    }

    @Test func `a bank code has a form`() {
        #expect(BIC("ABNANL2A") != nil)
        #expect(BIC("ABNANL2AXXX") != nil)
        #expect(BIC("ABNA12") == nil)
    }

    @Test func `a creditor identifier is checked without its business code`() {
        #expect(CreditorIdentifier("DE98ZZZ09999999999") != nil)
        #expect(CreditorIdentifier("DE97ZZZ09999999999") == nil)
    }

    @Test func `a QR code asks for exactly this amount`() throws {
        let iban = try #require(IBAN("NL91ABNA0417164300"))
        let code = try #require(
            EpcQR(
                name: "Stichting Voorbeeld", iban: iban, amount: Money(cents: 81_245),
                reference: CreditorReference("RF741")))
        #expect(code.payload == "BCD\n002\n1\nSCT\n\nStichting Voorbeeld\nNL91ABNA0417164300\nEUR812.45\n\nRF741\n")
        #expect(EpcQR(name: "X", iban: iban, amount: .zero, reference: nil) == nil)
    }
}
