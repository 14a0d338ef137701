import Basics
import Foundation
import Testing

@testable import Procesbot

/// Real files, made in the test by the tools that make such files.
enum Press {
    static let tools = ["pandoc", "weasyprint", "pdftoppm", "pdftotext", "tesseract"]
    static let isThere = tools.allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0) }

    static let markdown = """
        # Uitstel

        Versie 1.0, geldig vanaf 1 januari 2026. Eigenaar: teamleider.

        ## 1 Voorwaarden

        Geef uitstel als:

        - de klant erom vraagt;
        - er nog geen dagvaarding is.

        ## 2 Wie beslist

        | Duur | Wie beslist |
        |---|---|
        | tot en met 14 dagen | medewerker |
        | langer dan 14 dagen | teamleider |

        """

    static func withFolder<Answer>(_ body: (String) throws -> Answer) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.path)
    }

    static func run(_ tool: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(tool) failed")
    }

    static func document(_ text: String, as name: String, in folder: String) throws -> LibraryDocument {
        try text.write(toFile: folder + "/bron.md", atomically: true, encoding: .utf8)
        try run("pandoc", [folder + "/bron.md", "-o", folder + "/" + name])
        return try LibraryFolder().document(named: name, in: folder)
    }

    static func pdf(_ pages: [String], named name: String, in folder: String) throws {
        let body = pages.joined(separator: "<div style='break-before: page'></div>")
        let html =
            "<html lang='nl'><style>body{font:14pt sans-serif}td,th{padding:0 3em 0 0;text-align:left}</style>\(body)"
        try html.write(toFile: folder + "/pdf.html", atomically: true, encoding: .utf8)
        try run("weasyprint", [folder + "/pdf.html", folder + "/" + name])
    }
}

@Suite("Files of all kinds", .enabled(if: Press.isThere, "pandoc, weasyprint, poppler or tesseract is missing"))
struct FormatTests {
    @Test(arguments: ["bron.docx", "bron.odt"])
    func `a Word or OpenDocument file keeps its headings, its list whole and the header of each row`(_ name: String)
        throws
    {
        let document = try Press.withFolder { try Press.document(Press.markdown, as: name, in: $0) }

        #expect(document.title == "Uitstel")
        #expect(document.owner == "teamleider")
        #expect(document.passages.map(\.heading) == ["1 Voorwaarden", "2 Wie beslist"])
        #expect(document.passages.first?.blocks.count == 3)
        guard case .row(let header, let cells)? = document.passages.last?.blocks.last?.kind else { throw Missing.row }
        #expect(header.map(document.text.quote) == ["Duur", "Wie beslist"])
        #expect(cells.map(document.text.quote) == ["langer dan 14 dagen", "teamleider"])
    }

    @Test(arguments: ["bron.docx", "bron.odt"])
    func `a cell that holds a list stays one row of its table`(_ name: String) throws {
        let table = """
            # Wie

            +------+--------------+
            | Wie  | Wat          |
            +======+==============+
            | Anja | - belt eerst |
            |      | - mailt dan  |
            +------+--------------+
            """
        let document = try Press.withFolder { try Press.document(table, as: name, in: $0) }

        guard case .row(let header, let cells)? = document.passages.last?.blocks.last?.kind else { throw Missing.row }
        #expect(header.map(document.text.quote) == ["Wie", "Wat"])
        #expect(cells.map(document.text.quote) == ["Anja", "belt eerst mailt dan"])
    }

    @Test func `what was struck out of an OpenDocument text, or written beside it, is not cited`() throws {
        let text = try OdtReader.markdown(
            of: Array(
                """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                <text:tracked-changes><text:p>Hooguit 30 dagen.</text:p></text:tracked-changes>
                <text:h text:outline-level="2">1 Duur</text:h>
                <text:p>Hooguit<text:s/>14 dagen.<office:annotation><text:p>klopt dit?</text:p></office:annotation></text:p>
                </office:text></office:body></office:document-content>
                """.utf8))

        #expect(text == "## 1 Duur\n\nHooguit 14 dagen.\n\n")
    }

    @Test func `a PDF says on which page a quote stands, and keeps lists and tables`() throws {
        let document = try Press.withFolder { folder in
            try Press.pdf(
                [
                    "<h1>1.1 Uitstel</h1><p>Geef uitstel als:</p><ul><li>de klant erom vraagt;</li><li>er geen dagvaarding is.</li></ul>",
                    "<h1>1.2 Wie beslist</h1><table><tr><th>Duur<th>Wie</tr><tr><td>tot en met 14 dagen<td>medewerker</tr><tr><td>langer dan 14 dagen<td>teamleider</tr></table>",
                ], named: "bron.pdf", in: folder)
            return try LibraryFolder().document(named: "bron.pdf", in: folder)
        }

        #expect(document.passages.map(\.heading) == ["1.1 Uitstel", "1.2 Wie beslist"])
        #expect(document.passages.map { $0.page ?? 1 } == [1, 2])
        #expect(document.passages.first?.blocks.count == 3)
        guard case .row(let header, let cells)? = document.passages.last?.blocks.last?.kind else { throw Missing.row }
        #expect(header.map(document.text.quote) == ["Duur", "Wie"])
        #expect(cells.map(document.text.quote) == ["langer dan 14 dagen", "teamleider"])
    }

    /// A page as a browser or weasyprint prints it, with no more room between columns than between words.
    private func plainly(_ body: String) throws -> LibraryDocument {
        try Press.withFolder { folder in
            try "<html lang='nl'><body>\(body)</body></html>".write(
                toFile: folder + "/p.html", atomically: true, encoding: .utf8)
            try Press.run("weasyprint", [folder + "/p.html", folder + "/p.pdf"])
            return try LibraryFolder().document(named: "p.pdf", in: folder)
        }
    }

    private func rows(_ document: LibraryDocument) -> [[String]] {
        document.passages.flatMap(\.blocks).compactMap { block in
            guard case .row(let header, let cells) = block.kind else { return nil }
            return zip(header, cells).map { document.text.quote($0) + ": " + document.text.quote($1) }
        }
    }

    @Test func `a table without room between its columns keeps its rows, their cells and the header of each`() throws {
        let document = try plainly(
            """
            <h1>1 Sluiting</h1><p>Tussen 24 december en 2 januari bellen wij geen klanten over betalen. Is er een crisis, bel dan
            de achterwacht. Een gewone zin loopt over meer dan een regel en is geen tabel, hoe lang zij ook wordt gemaakt.</p>
            <h2>1.2 Uitstel</h2><table><tr><th>Soort</th><th>Wie beslist</th><th>Binnen</th></tr>
            <tr><td>uitstel tot 9 januari</td><td>casemanager</td><td>1 werkdag</td></tr>
            <tr><td>uitstel tot 31 januari</td><td>teamleider</td><td>3 werkdagen</td></tr></table><p>Daarna gewone tekst.</p>
            """)

        #expect(
            rows(document) == [
                ["Soort: uitstel tot 9 januari", "Wie beslist: casemanager", "Binnen: 1 werkdag"],
                ["Soort: uitstel tot 31 januari", "Wie beslist: teamleider", "Binnen: 3 werkdagen"],
            ])
        #expect(document.passages.first?.blocks.allSatisfy { $0.kind == .paragraph } == true)
    }

    @Test func `what a cell says on several lines stays with its row`() throws {
        let document = try plainly(
            """
            <h1>1 Wie beslist</h1><table style='width:100%'><tr><th>Verzoek</th><th>Wat de medewerker doet</th></tr>
            <tr><td>uitstel</td><td>Geef hooguit veertien dagen uitstel, leg vast waarom de klant erom vraagt en spreek meteen een
            dag af waarop weer wordt betaald, zodat niemand het vergeet.</td></tr>
            <tr><td>kwijtschelding</td><td>Leg het verzoek voor aan de teamleider.</td></tr></table>
            """)

        let found = rows(document)
        #expect(found.count == 2)
        #expect(found.first?.first == "Verzoek: uitstel")
        #expect(found.first?.last?.hasSuffix("zodat niemand het vergeet.") == true)
        #expect(
            found.last == [
                "Verzoek: kwijtschelding", "Wat de medewerker doet: Leg het verzoek voor aan de teamleider.",
            ])
    }

    @Test func `a list is no table`() throws {
        let document = try plainly(
            "<h1>1 Stappen</h1><ol><li>Bel de klant op.</li><li>Leg het gesprek vast.</li><li>Plan een vervolg.</li></ol>"
        )

        #expect(rows(document).isEmpty)
    }

    @Test func `a scan is read by its letters, page for page`() throws {
        let document = try Press.withFolder { folder in
            try Press.pdf(
                ["<p>Geef de klant uitstel van hooguit veertien dagen.</p>", "<p>Daarna beslist de teamleider.</p>"],
                named: "tekst.pdf", in: folder)
            try Press.run("pdftoppm", ["-r", "150", "-png", folder + "/tekst.pdf", folder + "/blad"])
            let sheets = ["1", "2"].map { "<img style='width:100%' src='file://\(folder)/blad-\($0).png'>" }
            try Press.pdf(sheets, named: "scan.pdf", in: folder)
            return try LibraryFolder().document(named: "scan.pdf", in: folder)
        }
        let content = try TestLibrary.content()
        let adviser = try Adviser(Library([document], words: content.words), content)
        let sources = ["Hoe lang uitstel geef ik de klant?", "Wat doet de teamleider daarna?"].map {
            adviser.advise($0, on: TestLibrary.day).route.first?.sources.first
        }

        #expect(sources[0]?.quote == "Geef de klant uitstel van hooguit veertien dagen.")
        #expect(sources.map { $0?.page } == [1, 2])
    }

    @Test func `script, style and handlers in HTML are left out, and Markdown's own HTML is only text`() {
        let document = LibraryDocument(
            name: "a.html",
            text: """
                <html><head><title>x</title><script>alert('kop')</script></head><body onload="alert(1)">
                <h1>Uitstel</h1><p onclick="stuur()">Hooguit 14 dagen.</p><script>document.cookie</script>
                <style>p{color:red}</style><svg><script>alert(2)</script></svg><img src=x onerror=alert(3)></body></html>
                """, form: .html)
        let text = document.text.quote(document.text.bytes.indices)

        #expect(text.contains("Hooguit 14 dagen."))
        for word in ["alert", "cookie", "color", "onerror", "onclick"] { #expect(!text.contains(word)) }
    }

    private enum Missing: Error { case row }
}

@Suite("Files that mean harm", .enabled(if: Press.isThere, "pandoc, weasyprint, poppler or tesseract is missing"))
struct HostileFileTests {
    private func read(_ bytes: Data, as name: String, seconds: Double = 10) throws -> LibraryDocument {
        try Press.withFolder { folder in
            try bytes.write(to: URL(fileURLWithPath: folder + "/" + name))
            return try LibraryFolder(converter: ToolConverter(seconds: seconds)).document(named: name, in: folder)
        }
    }

    private func docx() throws -> Data {
        try Press.withFolder { folder in
            _ = try Press.document(Press.markdown, as: "b.docx", in: folder)
            return try Data(contentsOf: URL(fileURLWithPath: folder + "/b.docx"))
        }
    }

    @Test(arguments: [
        ("a.docx", "%PDF-1.7 niets"), ("a.odt", "gewone tekst"), ("a.pdf", "PK\u{3}\u{4}niets"), ("a.pdf", "<html>"),
    ])
    func `a file of another kind than its name says is refused by name`(_ name: String, _ text: String) {
        #expect(throws: LibraryFault.otherForm(name)) { try read(Data(text.utf8), as: name) }
    }

    @Test func `a docx cut short is damaged, wherever it is cut`() throws {
        let whole = try docx()
        for part in [0.1, 0.5, 0.9, 0.999] {
            #expect(throws: LibraryFault.self) { try read(whole.prefix(Int(Double(whole.count) * part)), as: "a.docx") }
        }
    }

    @Test(arguments: ["a.pdf", "a.docx", "a.odt", "a.md"])
    func `a file with nothing in it is called empty`(_ name: String) {
        #expect(throws: LibraryFault.emptyFile(name)) { try read(Data(), as: name) }
    }

    @Test func `a PDF cut short is refused, and so is one of noise`() throws {
        let whole = try Press.withFolder { folder in
            try Press.pdf(["<p>Hooguit 14 dagen.</p>"], named: "a.pdf", in: folder)
            return try Data(contentsOf: URL(fileURLWithPath: folder + "/a.pdf"))
        }
        #expect(throws: LibraryFault.self) { try read(whole.prefix(whole.count / 3), as: "a.pdf") }
        #expect(throws: LibraryFault.self) {
            try read(Data("%PDF-1.7\n".utf8) + Data(repeating: 7, count: 9_000), as: "a.pdf")
        }
    }

    @Test func `a docx that would unpack to a gigabyte is too large, before any tool opens it`() throws {
        let bomb = try Press.withFolder { folder in
            let script = """
                import zipfile
                with zipfile.ZipFile('\(folder)/b.docx', 'w', zipfile.ZIP_DEFLATED) as z:
                    with z.open('word/document.xml', 'w') as f:
                        for _ in range(400): f.write(b' ' * 1_000_000)
                """
            try Press.run("python3", ["-c", script])
            return try Data(contentsOf: URL(fileURLWithPath: folder + "/b.docx"))
        }

        #expect(bomb.count < 1_000_000)
        #expect(throws: LibraryFault.tooLarge("b.docx")) { try read(bomb, as: "b.docx") }
    }

    @Test func `a bomb that lies about its size is stopped by the bounds of the tool`() throws {
        let bomb = try Press.withFolder { folder in
            let script = """
                import zipfile, struct
                path = '\(folder)/b.docx'
                with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
                    z.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
                    with z.open('word/document.xml', 'w') as f:
                        for _ in range(400): f.write(b' ' * 1_000_000)
                data = bytearray(open(path, 'rb').read())
                at = data.rfind(b'PK\\x01\\x02')
                data[at + 24:at + 28] = struct.pack('<I', 1000)
                open(path, 'wb').write(data)
                """
            try Press.run("python3", ["-c", script])
            return try Data(contentsOf: URL(fileURLWithPath: folder + "/b.docx"))
        }

        #expect(throws: LibraryFault.self) { try read(bomb, as: "b.docx", seconds: 20) }
    }

    @Test func `bytes that are no text are refused under a text's name`() {
        #expect(throws: LibraryFault.notText) { try read(Data([0x41, 0x00, 0x42]), as: "a.md") }
        #expect(throws: LibraryFault.notText) { try read(Data([0xFF, 0xFE, 0x42]), as: "a.txt") }
    }

    @Test func `a tool that hangs is ended, and said to be slow`() throws {
        try Press.withFolder { folder in
            try "#!/bin/sh\nsleep 60\n".write(toFile: folder + "/pandoc", atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/pandoc")
            try docx().write(to: URL(fileURLWithPath: folder + "/a.docx"))
            let reader = LibraryFolder(converter: ToolConverter(seconds: 0.3, folders: [folder + "/"]))

            #expect(throws: LibraryFault.toolTooSlow("pandoc")) { try reader.document(named: "a.docx", in: folder) }
        }
    }
}

@Suite("For which zaaktype and step a source is meant")
struct SourceScopeTests {
    private func adviser() throws -> Adviser {
        try TestLibrary.adviser(of: [
            (
                "huur.md",
                "---\nzaaktype: huurincasso\nstap: Belronde\n---\n# Huur\n\n## 1 Uitstel\n\nGeef hooguit 14 dagen uitstel.\n"
            ),
            ("zorg.md", "---\nzaaktype: zorgpremie\n---\n# Zorg\n\n## 1 Uitstel\n\nGeef hooguit 30 dagen uitstel.\n"),
        ])
    }

    @Test(arguments: [("huurincasso", ["A.2.2 Belronde"], "14 dagen"), ("zorgpremie", [], "30 dagen")])
    func `only what is meant for it is cited`(_ zaaktype: String, _ steps: [String], _ words: String) throws {
        let advice = try adviser().advise(
            "Hoeveel dagen uitstel geef ik?", on: TestLibrary.day, for: SourceScope(zaaktype: zaaktype, steps: steps))

        #expect(advice.route.count == 1)
        #expect(advice.route.first?.step.contains(words) == true)
    }

    @Test func `at another step nothing is left to cite`() throws {
        let advice = try adviser().advise(
            "Hoeveel dagen uitstel geef ik?", on: TestLibrary.day,
            for: SourceScope(zaaktype: "huurincasso", steps: ["Huisbezoek"]))

        #expect(advice.refused?.reason == .noSupport)
    }
}
