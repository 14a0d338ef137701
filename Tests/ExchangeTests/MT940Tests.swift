import Basics
import Exchange
import Foundation
import Testing

@Suite("MT940")
struct MT940Tests {
    static let text = """
        {1:F01RABONL2UXXXX0000000000}{2:O940}{4:
        :20:940S260302
        :25:NL91ABNA0417164300 EUR
        :28C:00042
        :60F:C260301EUR000000000100,00
        :61:2603020302C12,50N541EREF//0000000001
        NL13TEST0123456789
        :86:/ORDP//NAME/A. Voorbeeld/REMI/huur maart 5000 0567 8901 23
        45/ISDT/2026-03-02
        :61:2601021231RC2,50N541NONREF
        :86:/RTRN/MS03/BENM//NAME/B. Voorbeeld/EREF/E2E-7/MARF/M-1
        :61:2603020302D10,00NTRFNONREF//X1
        :86:/REMI/STRD/CUR/5000056789012345/
        :62F:C260302EUR000000000100,00
        -}

        """

    @Test func `entries, reversals and slash codes are read`() throws {
        let report = try BankFile(ImportFile(Self.text)).check()
        #expect(report.isSound, "\(report.diagnostics)")
        let found = try entries(of: ImportFile(Self.text))
        #expect(found.map(\.signed.description) == ["12.50", "-2.50", "-10.00"])
        #expect(found[0].counterparty.iban?.text == "NL13TEST0123456789")
        #expect(found[0].counterparty.name == "A. Voorbeeld")
        #expect(found[0].remittance == "huur maart 5000 0567 8901 2345")
        #expect(found[0].bankReference == "0000000001")
        #expect(found[1].isReversal)
        #expect(found[1].booked == Day(2025, 12, 31))
        #expect(found[1].returned?.reason == .reasonNotGiven)
        #expect(found[1].references.endToEnd == "E2E-7")
        #expect(found[2].structured.first?.reference == "5000056789012345")
    }

    @Test(arguments: ["ABNANL2A\n940\nABNANL2A\n", ":940:\n", "MT940\r\n"])
    func `what a bank puts before its first statement is passed over`(head: String) throws {
        let body = String(Self.text.dropFirst(Self.text.prefix { $0 != "\n" }.count + 1))
        #expect(try entries(of: ImportFile(head + body)).count == 3)
    }

    @Test(arguments: ["hallo\n", "940\n", ":940:\n", "ABNANL2A\nhallo\n:20:x\n"])
    func `a file with a head and no statement, or with other words before it, is refused`(text: String) {
        #expect(throws: FileFault.self) { try BankFile(ImportFile(text)).check() }
    }

    @Test func `a balance that does not hold makes it unsound`() throws {
        let report = try BankFile(ImportFile(Self.text.replacing("D10,00", with: "D11,00"))).check()
        #expect(report.diagnostics.map(\.code) == ["balance"])
    }

    @Test func `a file without its closing balance is refused`() throws {
        let whole = Array(Self.text.utf8)
        let close = try #require(Self.text.range(of: ":62F:")).lowerBound
        let length = Self.text.utf8.distance(from: Self.text.startIndex, to: close)
        for end in 0..<length {
            #expect(throws: FileFault.self) { try BankFile(ImportFile(Array(whole[..<end]))).check() }
        }
    }

    @Test func `random damage is refused or read, never a crash`() {
        var random = SeededRandom(seed: 940)
        let whole = Array(Self.text.utf8)
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if (try? BankFile(ImportFile(bytes)).check()) != nil { try? BankFile(ImportFile(bytes)).read { _ in } }
        }
    }
}
