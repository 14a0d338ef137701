import Basics
import Testing
import Zaken

@Suite("Whether a file is what its name says")
struct BestandssoortTests {
    @Test(arguments: [
        ("brief.pdf", "%PDF-1.7 x", true), ("brief.pdf", "hallo wereld", false), ("BRIEF.PDF", "%PDF-", true),
        ("foto.jpg", "hallo", false), ("plan.docx", "een regel tekst", false),
        ("plan.docx", "PK\u{3}\u{4}....word/document.xml", true),
        ("plan.docx", "PK\u{3}\u{4}....xl/workbook.xml", false),
        ("lijst.csv", "a;b\n1;2", true), ("lijst.csv", "%PDF-1.4", false), ("mail.eml", "Van: a\n\nb", true),
        ("a.svg", "<svg/>", true), ("a.svg", "<html>", false), ("gegevens.json", " {}", true),
        ("gegevens.json", "x", false),
    ])
    func `the beginning or the inside tells`(name: String, text: String, fits: Bool) throws {
        #expect(try #require(Bestandssoort(named: name)).fits(Array(text.utf8)) == fits)
    }

    @Test func `a name that says nothing promises nothing, and kinds with two endings are one`() {
        #expect(Bestandssoort(named: "pdf") == nil && Bestandssoort(named: "kopie.oud") == nil)
        #expect(Bestandssoort(named: "a.jpg") == Bestandssoort(named: "b.JPEG"))
    }
}
