import Basics
import Exchange
import Foundation
import Testing

@Suite("Payment files")
struct PainTests {
    let own: OwnAccount
    let transfer: Transfer

    init() throws {
        own = OwnAccount(
            name: "Stichting Voorbeeld", iban: try #require(IBAN("NL91ABNA0417164300")), bic: BIC("ABNANL2A"))
        transfer = Transfer(
            endToEnd: "T-1", name: "José & Zn.", iban: try #require(IBAN("NL13TEST0123456789")),
            amount: Money(cents: 1_250), text: "Terug: te veel")
    }

    func pain001(_ transfers: [Transfer]) throws -> Pain001 {
        Pain001(
            message: "M-1", created: Moment(milliseconds: 0), execution: try #require(Day(2026, 3, 3)), from: own,
            transfers: transfers)
    }

    func pain008() throws -> Pain008 {
        let day = try #require(Day(2026, 3, 20))
        let collections = [Collection.Sequence.recurring, .first].enumerated().map { index, sequence in
            Collection(
                Transfer(
                    endToEnd: "T-\(index)", name: transfer.name, iban: transfer.iban, amount: transfer.amount, text: ""),
                mandate: "M-\(index)", signed: day - 100, sequence: sequence)
        }
        return Pain008(
            message: "M-2", created: Moment(milliseconds: 0), collection: day, to: own, creditor: "DE98ZZZ09999999999",
            collections: collections)
    }

    @Test func `names are written as SEPA allows`() throws {
        let xml = try pain001([transfer]).xml()
        #expect(xml.contains("<Nm>Jose + Zn.</Nm>"))
        #expect(xml.contains("<CtrlSum>12.50</CtrlSum>"))
    }

    @Test func `what the scheme does not carry is refused`() throws {
        #expect(throws: PaymentFileRefusal.empty) { try pain001([]).xml() }
        #expect(throws: PaymentFileRefusal.endToEndTwice("T-1")) { try pain001([transfer, transfer]).xml() }
        let nothing = Transfer(endToEnd: "T-2", name: "A", iban: transfer.iban, amount: .zero, text: "")
        #expect(throws: PaymentFileRefusal.amount(endToEnd: "T-2")) { try pain001([nothing]).xml() }
    }

    @Test(.enabled(if: BankCorpus.isThere && Xmllint.isThere, "the corpora or xmllint are not there"))
    func `files are valid against the schemas`() throws {
        try Xmllint.check(pain001([transfer]).xml(.v03), against: "pain.001.001.03.xsd")
        try Xmllint.check(pain001([transfer]).xml(.v09), against: "pain.001.001.09.xsd")
        try Xmllint.check(pain008().xml(.v02), against: "pain.008.001.02.xsd")
        try Xmllint.check(pain008().xml(.v08), against: "pain.008.001.08.xsd")
    }
}

/// Validates XML with libxml2's own tool, where it is installed.
enum Xmllint {
    static let path = "/usr/bin/xmllint"
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

    static func check(_ xml: String, against schema: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xml")
        try xml.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = [
            "--noout", "--nonet", "--schema", BankCorpus.folder.appending(path: "schemas/\(schema)").path(),
            file.path(),
        ]
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(schema): \(String(decoding: said, as: UTF8.self))")
    }
}
