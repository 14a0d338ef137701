import Foundation
import Subprocess
import Testing

@testable import Kanalen

@Suite("PDF")
struct PDFTests {
    /// Only a bound on hanging: a thread for the renderer may be long in coming while other tests run.
    static let patience = 600

    static let page = """
        <!DOCTYPE html><html lang="nl"><head><title>Proef</title><style>h1 { color: navy }</style></head>
        <body><h1>Goedemorgen</h1><p>Dit is een brief van € 1.234,56.</p></body></html>
        """

    @Test(.enabled(if: Services.weasyprint && Services.pdftotext, "weasyprint or poppler-utils is not installed"))
    func `a letter becomes a PDF that can be read`() async throws {
        let letter = try ShippedLetters.read().letter("veertiendagenbrief", facts: LetterFacts.all)

        let file = URL.temporaryDirectory.appending(path: UUID().uuidString + ".pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(try await PDFRenderer(timeout: PDFTests.patience).pdf(of: letter.html)).write(to: file)
        let text = try await run(
            .name("pdftotext"), arguments: ["-layout", file.path(), "-"], input: .none, output: .string(limit: 1 << 20),
            error: .discarded
        ).standardOutput
        #expect(text.contains("binnen 15 dagen nadat deze"))
        #expect(text.contains("1/2") && text.contains("2/2"))
        #expect(text.contains("306,84"))
    }

    @Test(.enabled(if: Services.weasyprint, "weasyprint is not installed"), arguments: PDFRenderer.Variant.allCases)
    func `a PDF says what it claims to be`(variant: PDFRenderer.Variant) async throws {
        let bytes = try await PDFRenderer(timeout: PDFTests.patience, variant: variant).pdf(of: PDFTests.page)

        let text = String(decoding: bytes, as: UTF8.self)
        switch variant {
        case .accessible: #expect(text.contains("pdfuaid"))
        case .archive: #expect(text.contains("pdfaid"))
        }
    }

    @Test(.enabled(if: Services.weasyprint, "weasyprint is not installed"))
    func `a renderer that takes too long is stopped`() async {
        await #expect(throws: PDFFault.timedOut(seconds: 0)) {
            try await PDFRenderer(timeout: 0).pdf(of: PDFTests.page)
        }
    }

    @Test func `a renderer that is not there is named`() async {
        await #expect(throws: PDFFault.notInstalled(program: "weasyprint-that-is-not-there")) {
            try await PDFRenderer(program: "weasyprint-that-is-not-there", timeout: PDFTests.patience).pdf(
                of: PDFTests.page)
        }
    }

    @Test func `a renderer that fails says so`() async {
        await #expect {
            try await PDFRenderer(program: "false", timeout: PDFTests.patience).pdf(of: PDFTests.page)
        } throws: { error in
            guard case PDFFault.failed(code: 1, _)? = error as? PDFFault else { return false }
            return true
        }
    }

    @Test(arguments: [
        "<img src=\"http://example.nl/x.png\">", "<IMG SRC='file:///etc/passwd'>", "<link rel=stylesheet href=x.css>",
        "<style>p { background: url(file:///etc/passwd) }</style>", "<style>@import 'x.css';</style>",
        "<p style=\"background: url(http://example.nl)\">", "<object data=\"file:///etc/passwd\"></object>",
        "<script>1</script>",
    ])
    func `a document that would fetch something is refused`(html: String) async {
        await #expect { try await PDFRenderer(timeout: PDFTests.patience).pdf(of: html) } throws: { error in
            guard case PDFFault.opensOutside? = error as? PDFFault else { return false }
            return true
        }
    }
}
