import Basics
import Bibliotheek
import Hummingbird
import Procesbot
import Testing
import Zaken

@testable import Web

@Suite("A remark that is asked again")
struct OpnieuwTests {
    private static let question = "Hoelang mag een poes logeren?"

    private func remark(_ site: Site) async throws -> Terugkoppeling {
        try await site.signIn("cora")
        _ = try await site.get("/procesbot")
        _ = try await site.post(
            "/procesbot/terugkoppeling",
            ["vraag": Self.question, "oordeel": "klopt_niet", "stap": "1", "toelichting": "Dit mist."])
        let all = try await site.office.read { tx in try Terugkoppelingslijst().all(in: tx, limit: 5) }
        return try #require(all.first)
    }

    @Test func `a mend that changes nothing says so, with what else can be tried`() async throws {
        try await Site.open { site in
            let one = try await remark(site)
            let mended = try await site.post("/procesbot/terugkoppeling/\(one.id)/herstel", ["herstel": "Woord erbij."])
            let path = try #require(mended.headers[.location])
            #expect(path == "/procesbot?opnieuw=\(one.id)")
            let page = try await site.page(path)
            #expect(page.contains("Het antwoord is hetzelfde gebleven") && page.contains("Wat u nog kunt proberen"))
        }
    }

    @Test func `a mend that helps says which step it was and which it is`() async throws {
        try await Site.open { site in
            let one = try await remark(site)
            let text = "# Poes\n\n## 1 Logeren\n\nEen poes mag 9 dagen logeren.\n"
            _ = try await site.upload("/bibliotheek", fields: [:], file: "poes.md", text)
            let page = try await site.page("/procesbot?opnieuw=\(one.id)")
            #expect(page.contains("Het antwoord is veranderd. Eerst was de eerste stap: “geen advies”"))
            #expect(page.contains("9 dagen logeren"))
        }
    }

    @Test func `what was asked from inside a zaak is asked again at its step, also as a test question`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            try await site.start(zaak)
            _ = try await site.get("/zaken/\(zaak.id)/advies")
            _ = try await site.post(
                "/procesbot/terugkoppeling",
                ["vraag": "Wat nu?", "zaak": zaak.id.text, "oordeel": "onduidelijk", "toelichting": "Welke?"])
            let one = try #require(
                try await site.office.read { tx in try Terugkoppelingslijst().all(in: tx, limit: 5) }.first)

            let steps = one.gegevens()["zaak"]["stap"].elements ?? []
            #expect(!steps.isEmpty)
            try await site.signIn("cora")
            _ = try await site.get("/procesbot")
            let page = try await site.page("/procesbot?opnieuw=\(one.id)")
            #expect(page.contains("stap \(steps.first?.text ?? "?")") && page.contains("name=\"opnieuw\""))
            _ = try await site.post(
                "/procesbot/terugkoppeling/\(one.id)/testvraag", ["woorden": "bel", "bronnen": "incasso.bpmn"])
            let made = try #require(try await site.office.read { tx in try tx.testvragen.all() }.first)
            #expect(made.test.steps == steps.compactMap(\.text))
        }
    }
}
