import Foundation
import Testing

@testable import Sturing

@Suite("Figures as a file")
struct ExportTests {
    private static let table = Tabel(
        naam: "Sturing", kop: ["KPI", "Waarde"],
        rijen: [
            [.tekst("9 Huurachterstand"), .getal("0.97")], [.tekst("=HYPERLINK(\"x\")"), .leeg],
            [.tekst("a \"b\"; c"), .getal("-5.00")],
        ])

    @Test func `CSV has the reader's decimals, and no text that runs`() {
        let lines = ExportTests.table.csv().split(separator: "\r\n")
        #expect(lines[0] == "\u{FEFF}\"KPI\";\"Waarde\"")
        #expect(lines[1] == "\"9 Huurachterstand\";0,97")
        #expect(lines[2] == "\"'=HYPERLINK(\"\"x\"\")\";")
        #expect(lines[3] == "\"a \"\"b\"\"; c\";-5,00")
    }

    @Test(arguments: ["=1", "+1", "-1", "@x", "\t=1", " =1", "\u{A0}=1", "\r=1", "＝1"])
    func `a text that a spreadsheet would run is held back`(_ text: String) {
        #expect(Tabel.harmless(text) == "'" + text)
    }

    @Test(arguments: ["", "a=1", "9", "'=1", "€ 5"])
    func `another text stays as it is`(_ text: String) { #expect(Tabel.harmless(text) == text) }

    @Test func `a workbook is a ZIP with its sheet, and holds no formula`() throws {
        let data = try Werkboek([ExportTests.table]).data()
        #expect(data.prefix(2) == Data("PK".utf8))
        #expect(data.range(of: Data("xl/worksheets/sheet1.xml".utf8)) != nil)
        #expect(data.range(of: Data("calcChain".utf8)) == nil)
    }
}
