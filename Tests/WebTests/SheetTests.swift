import Basics
import Foundation
import Hummingbird
import Testing
import Zaken

@testable import Web

@Suite("A refused sheet")
struct SheetTests {
    struct Refused: Sendable, CustomTestStringConvertible {
        let path: String
        let form: [String: String]
        /// The field at fault, and what must still stand in the page.
        let field: String
        let typed: String
        var testDescription: String { path }
    }

    static let refused = [
        Refused(
            path: "verlenging", form: ["tot": "2026-01-01", "reden": "klant is ziek"], field: "verlenging-tot",
            typed: "klant is ziek"),
        Refused(
            path: "opschorting", form: ["reden": "  ", "bekijkOp": "2026-08-01"], field: "opschorting-reden", typed: ""),
        Refused(
            path: "contact",
            form: [
                "initiatiefnemer": "klant", "kanaal": "balie", "reden": "kwam langs", "feiten": "geen baan",
                "op": "2020-01-01",
            ],
            field: "contact-op", typed: "geen baan"),
        Refused(path: "notities", form: ["tekst": "  "], field: "notitie", typed: ""),
        Refused(
            path: "afsluiting", form: ["resultaat": "bestaat-niet", "reden": "klaar"], field: "afsluiting-resultaat",
            typed: "klaar"),
        Refused(
            path: "regeling", form: ["perMaand": "abc", "eersteDag": "2026-09-01"], field: "regeling-bedrag",
            typed: "abc"),
    ]

    @Test(arguments: refused)
    func `stands open again with what was typed, the fault at its field and reading beginning there`(_ one: Refused)
        async throws
    {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            _ = try await site.get("/zaken/\(zaak.id)")
            let answer = try await site.post("/zaken/\(zaak.id)/\(one.path)", one.form)
            #expect(answer.status == .unprocessableContent)
            let page = String(buffer: answer.body)
            #expect(one.typed.isEmpty || page.contains(one.typed))
            let field = try #require(page.firstRange(of: "id=\"\(one.field)\""))
            let form = page[..<field.lowerBound]
            #expect(page.contains("id=\"\(one.field)-fout\""), "the fault stands at the field")
            #expect(page.contains("href=\"#\(one.field)\""), "the summary leads to it")
            #expect(page.components(separatedBy: " autofocus").count == 2 || one.path == "afsluiting")
            if let fold = form.ranges(of: "<details class=\"unfold\"").last, one.path != "notities",
                one.path != "regeling"
            {
                #expect(page[fold.lowerBound...].hasPrefix("<details class=\"unfold\" open>"))
            }
        }
    }

    @Test func `of two forms for one address only the one that was sent opens`() {
        let sent = Sent(
            "/besluiten", FormFields([("variabele", "segment"), ("reden", " ")]), .zaak(.reasonMissing),
            Words(.nl, table: [:]))
        let reason = Field("reden", "Waarom?", .text(""), id: "reden", isRequired: true)
        func sheet(_ name: String) -> Sheet {
            Sheet("/besluiten", [reason], hidden: [.init(name: "variabele", value: name)], sent: sent)
        }
        #expect(sheet("segment").isOpen && sheet("segment").fields.first?.problem != nil)
        #expect(!sheet("hulp").isOpen && sheet("hulp").fields.first?.problem == nil)
    }

    @Test func `what was typed in a form that is gone by now can be kept as a note`() async throws {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            _ = try await site.get("/zaken/\(zaak.id)")
            #expect(
                try await site.post("/zaken/\(zaak.id)/opschorting", ["reden": "eerst", "bekijkOp": "2026-08-01"])
                    .status == .seeOther)
            let second = try await site.post(
                "/zaken/\(zaak.id)/opschorting", ["reden": "wacht op de wijkcoach", "bekijkOp": "2026-08-01"])
            #expect(second.status == .unprocessableContent)
            #expect(String(buffer: second.body).contains("reden: wacht op de wijkcoach"))
        }
    }

    @Test func `the page of a person keeps its refused forms too`() async throws {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            _ = try await site.get("/klanten/\(zaak.partij)")
            let answer = try await site.post(
                "/klanten/\(zaak.partij)/pauze", ["tot": "2020-01-01", "reden": "wijkcoach kijkt mee"])
            #expect(answer.status == .unprocessableContent)
            let page = String(buffer: answer.body)
            #expect(page.contains("value=\"wijkcoach kijkt mee\"") && page.contains("id=\"pauze-tot-fout\""))
        }
    }
}
