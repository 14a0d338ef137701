import Basics
import Exchange
import Testing

@Suite("QR codes")
struct QRCodeTests {
    @Test func `a payment becomes one path within its field, with the quiet zone around`() throws {
        let iban = try #require(IBAN("NL91ABNA0417164300"))
        let payment = try #require(
            EpcQR(name: "Stichting Voorbeeld", iban: iban, amount: .euros(12), reference: nil, text: "8202600012300042")
        )
        let code = try #require(QRCode(payment.payload))
        #expect((29...53).contains(code.size) && (code.size - 8 - 17) % 4 == 0)
        #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
        #expect(code == QRCode(payment.payload))
    }

    @Test(arguments: ["", "a\0b", String(repeating: "x", count: 700)])
    func `what cannot be drawn is nothing`(_ text: String) { #expect(QRCode(text) == nil) }
}
