import Basics
import Testing

@testable import Procesbot

@Suite("Library")
struct LibraryTests {
    @Test func `a document says its version, owner and validity in front matter or in words`() throws {
        let library = try TestLibrary.adviser().library

        let rent = try #require(library.documents.first { $0.name == "huurachterstand.md" })
        #expect(rent.title == "Huurachterstand")
        #expect(rent.edition == "3")
        #expect(rent.owner == "afdeling wonen")
        #expect(rent.validFrom == Day(2026, 2, 1))
        let old = try #require(library.documents.first { $0.name == "oud.md" })
        #expect(old.validTo == Day(2024, 12, 31))
        #expect(old.owner == "archief")
    }

    @Test func `a passage keeps its headings and its bytes`() throws {
        let library = try TestLibrary.adviser().library

        let rent = try #require(library.documents.first { $0.name == "huurachterstand.md" })
        let light = try #require(rent.passages.first { $0.heading == "Aanpak Licht" })
        #expect(light.trail == ["Huurachterstand", "2. Welke aanpak", "Aanpak Licht"])
        #expect(rent.text.quote(light.range).hasPrefix("Past als de achterstand lager is"))
    }

    @Test func `a row of a table keeps its header`() throws {
        let library = try TestLibrary.adviser().library

        let rent = try #require(library.documents.first { $0.name == "huurachterstand.md" })
        let table = try #require(rent.passages.first { $0.heading == "3. Wie tekent" })
        guard case .row(let header, let cells) = try #require(table.blocks.last).kind else { throw Missing.row }
        #expect(header.map(rent.text.quote) == ["Achterstand", "Wie tekent"])
        #expect(cells.map(rent.text.quote) == ["meer dan 1.000 euro", "hoofd wonen"])
    }

    @Test func `an HTML page is read without its style`() throws {
        let library = try TestLibrary.adviser().library

        let desk = try #require(library.documents.first { $0.name == "balie.html" })
        #expect(desk.passages.map(\.heading) == ["Sleutels", "Openingstijden", "Contact"])
        #expect(!desk.text.quote(0..<desk.text.bytes.count).contains("color"))
    }

    @Test func `plain text shows its headings by their numbers`() {
        let document = LibraryDocument(
            name: "a.txt", text: "1.1 Toegang\n\nLaat binnen wie zich meldt.\n\n1.2 Sluiting\nDicht om vijf uur.\n",
            form: .plain)

        #expect(document.passages.map(\.heading) == ["1.1 Toegang", "1.2 Sluiting"])
    }

    @Test(arguments: ["", "#", "|", "| |\n|", "- ", "```", "---\n", "# a\n## b", "\u{0}\u{0C}", "1. ", "||||\n|-|"])
    func `odd text is read without harm`(_ text: String) {
        let document = LibraryDocument(name: "x.md", text: text)

        #expect(document.passages.allSatisfy { $0.range.upperBound <= text.utf8.count })
    }

    private enum Missing: Error { case row }
}
