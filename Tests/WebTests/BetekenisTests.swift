import Basics
import Hummingbird
import Taalmodel
import Testing
import Zaken

@testable import Web

@Suite("Searching by meaning too, over HTTP")
struct BetekenisTests {
    @Test func `a question leaves without who it is about, once, and the advice can be decided about`() async throws {
        try await withModel("goed") { settings, seen in
            let embedding = EmbeddingSettings(url: settings.url, model: "klein", patience: .seconds(600))
            try await Site.open(embedding: embedding) { site in
                try await site.signIn("bram")
                _ = try await site.importItems()
                let zaak = try #require(try await site.zaken().first)
                let path = "/zaken/\(zaak.id)/advies"
                _ = try await site.get(path)
                let page = String(buffer: try await site.ask(path, ["vraag": VerwoordingTests.question]).body)
                #expect(page.contains("Voorgestelde route"))
                let stand = try #require(page.firstMatch(of: /name="stand" value="([^"]+)"/)).1
                let form = [
                    "vraag": VerwoordingTests.question, "stand": String(stand), "besluit": "overgenomen", "stap": "1",
                ]
                #expect(try await site.post("/zaken/\(zaak.id)/adviesbesluit", form).status == .seeOther)
            }
            let travelled = try await seen()
            #expect(travelled.count == 1 && travelled[0].contains("uitstel"))
            for secret in ["Huurder", "huurder", "12345678", "Voorbeeldstraat"] {
                #expect(!travelled[0].contains(secret), "\(secret) left the house")
            }
        }
    }

    @Test func `without an answer the advice goes by its words, and the library and the figures say so`() async throws {
        let gone = EmbeddingSettings(url: "http://127.0.0.1:9/v1", model: "weg", patience: .seconds(60))
        try await Site.open(embedding: gone) { site in
            try await site.signIn("anja")
            _ = try await site.get("/procesbot")
            let page = String(buffer: try await site.ask("/procesbot", ["vraag": VerwoordingTests.question]).body)
            #expect(page.contains("Voorgestelde route"))
            let library = String(buffer: try await site.get("/bibliotheek").body)
            #expect(library.contains("vector van model “weg”") && library.contains("het eindpunt is niet bereikbaar"))
            let figures = String(buffer: try await site.get("/metrics").body)
            #expect(figures.contains("ontknoop_question_meanings_total{outcome=\"onbereikbaar\"} 1"))
        }
    }

    @Test func `where no endpoint is set the library says nothing of it`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            #expect(!String(buffer: try await site.get("/bibliotheek").body).contains("Zoeken op betekenis"))
        }
    }
}
