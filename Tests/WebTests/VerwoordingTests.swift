import Basics
import Bibliotheek
import Foundation
import Hummingbird
import Subprocess
import Taalmodel
import Testing
import Wire
import Zaken

@testable import Web

@Suite("An advice worded by a language model, over HTTP")
struct VerwoordingTests {
    static let question = "Hoeveel dagen uitstel mag de casemanager zelf afspreken met Test Huurder (06-12345678)?"

    @Test func `without a model there is no button, and nothing to ask`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.get("/procesbot")
            let page = String(
                buffer: try await site.ask("/procesbot", ["vraag": Self.question, "verwoord": "ja"]).body)
            #expect(page.contains("Voorgestelde route") && !page.contains("data-verwoord"))
            #expect(try await site.post("/procesbot/verwoording", ["vraag": Self.question]).status == .notFound)
        }
    }

    @Test
    func `a model that also lies leaves the route as it is; what held is shown with its source, the rest is counted`()
        async throws
    {
        try await withModel("citeert") { settings, _ in
            try await Site.open(taalmodel: settings) { site in
                try await site.signIn("anja")
                _ = try await site.get("/procesbot")
                let plain = String(buffer: try await site.ask("/procesbot", ["vraag": Self.question]).body)
                let page = String(
                    buffer: try await site.ask("/procesbot", ["vraag": Self.question, "verwoord": "ja"]).body)
                #expect(plain.contains("data-verwoord") && !plain.contains("Verwoord door taalmodel"))
                #expect(try Self.route(page) == Self.route(plain))
                #expect(page.contains("Verwoord door taalmodel “klein”"))
                #expect(page.contains("zinnen zijn weggelaten"))
                let section = try #require(page.split(separator: "id=\"verwoording\"").last).prefix { $0 != "₿" }
                let shown = try #require(section.split(separator: "<details").first)
                #expect(shown.contains("30 dagen") && shown.contains("citaat="))
                for lie in ["niets te betalen", "365 dagen", "deurwaarder", "AKKOORD", "kwaad.voorbeeld"] {
                    #expect(!shown.contains(lie), "\(lie)")
                }
            }
        }
    }

    @Test func `while it is written the parts come one by one, and the last is the whole`() async throws {
        try await withModel("citeert") { settings, _ in
            try await Site.open(taalmodel: settings) { site in
                try await site.signIn("anja")
                _ = try await site.get("/procesbot")
                let answer = try await site.post("/procesbot/verwoording", ["vraag": Self.question])
                #expect(answer.headers[.contentType] == "text/event-stream")
                let parts = String(buffer: answer.body).split(separator: "\n\n")
                #expect(parts.count > 3)
                #expect(parts.dropLast().allSatisfy { $0.contains("Het taalmodel schrijft") })
                let last = try #require(parts.last)
                #expect(!last.contains("Het taalmodel schrijft") && last.contains("zinnen zijn weggelaten"))
                #expect(last.split(separator: "\n").allSatisfy { $0.hasPrefix("data: ") })
            }
        }
    }

    @Test func `what left and returned is kept masked with the advice, for who may see the zaak, and only once`()
        async throws
    {
        try await withModel("citeert") { settings, seen in
            try await Site.open(taalmodel: settings) { site in
                try await site.signIn("bram")
                _ = try await site.importItems()
                let zaak = try #require(try await site.zaken().first)
                let path = "/zaken/\(zaak.id)/advies"
                _ = try await site.get(path)
                let page = String(
                    buffer: try await site.post(path, ["vraag": Self.question, "verwoord": "ja"]).body)
                let stand = try #require(page.firstMatch(of: /name="stand" value="([0-9a-f]+)"/)).1
                let mark = try #require(page.firstMatch(of: /name="verwoording" value="([0-9a-f-]+)"/)).1
                let form = [
                    "vraag": Self.question, "stand": String(stand), "verwoording": String(mark),
                    "besluit": "overgenomen", "stap": "1",
                ]
                for _ in 0..<2 {
                    #expect(try await site.post("/zaken/\(zaak.id)/adviesbesluit", form).status == .seeOther)
                }
                let kept = try await site.office.read { tx in
                    try tx.adviezen.all(of: zaak.id).map { ($0, try tx.verwoordingen.all(of: $0.id)) }
                }
                #expect(kept.map(\.1.count).sorted() == [0, 1])
                let (one, record) = try #require(kept.first { !$0.1.isEmpty })
                let travelled = try #require(try await seen().first)
                for secret in ["Huurder", "huurder", "12345678", "Voorbeeldstraat"] {
                    #expect(!travelled.contains(secret), "\(secret) left the house")
                    #expect(
                        !record[0].prompt.contains(secret) && record[0].uitkomst?.canonical.contains(secret) == false)
                }
                #expect(one.advies["route"].elements?.isEmpty == false)
                try await site.signIn("dirk")
                let shown = String(buffer: try await site.get("/zaken/\(zaak.id)/adviezen/\(one.id)").body)
                #expect(shown.contains("Taalmodel klein") && shown.contains("[NAAM_1]"))
                #expect(shown.contains("spreekt van iets waar de bron niet van spreekt"))
                let other = Identifier<Adviesrecord>(zaak.id.text)?.text ?? ""
                #expect(try await site.get("/zaken/\(zaak.id)/adviezen/\(other)").status != .ok)
            }
        }
    }

    @Test func `a day whose budget is spent sends nothing, and a model that is gone leaves the procesbot's own words`()
        async throws
    {
        try await withModel("citeert") { settings, seen in
            var poor = settings
            poor.dayTokens = 10
            try await Site.open(taalmodel: poor) { site in
                try await site.signIn("anja")
                _ = try await site.get("/procesbot")
                let page = String(
                    buffer: try await site.ask("/procesbot", ["vraag": Self.question, "verwoord": "ja"]).body)
                #expect(page.contains("Het budget van vandaag voor het taalmodel is op."))
                #expect(page.contains("Voorgestelde route"))
            }
            #expect(try await seen().isEmpty)
        }
        var gone = TaalmodelSettings(url: "http://127.0.0.1:9/v1", model: "weg", pause: .milliseconds(1))
        gone.retries = 1
        try await Site.open(taalmodel: gone) { site in
            try await site.signIn("anja")
            _ = try await site.get("/procesbot")
            let page = String(
                buffer: try await site.ask("/procesbot", ["vraag": Self.question, "verwoord": "ja"]).body)
            #expect(page.contains("Het taalmodel is niet bereikbaar. De eigen woorden van de procesbot"))
        }
    }

    private static func route(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: /(?s)<ol class="steps">.*?<\/section>/)).output)
    }
}

/// Runs beside a language model with one manner; gives how to reach it, and every body that reached it.
func withModel(
    _ manner: String,
    _ body:
        @Sendable @escaping (TaalmodelSettings, @Sendable @escaping () async throws -> [String]) async throws -> Void
) async throws {
    let script = String(#filePath.split(separator: "WebTests/VerwoordingTests")[0]) + "Servers/taalmodel.py"
    _ = try await run(
        .name("env"), arguments: ["python3", script], input: .none, output: .sequence, error: .discarded
    ) { execution in
        var lines = execution.standardOutput.strings().makeAsyncIterator()
        let hello = try JSON(parsing: try #require(try await lines.next()))
        let port = try #require(hello["port"].integer)
        let base = "http://127.0.0.1:\(port)"
        _ = try await ask(base + "/zet", ["manier": .string(manner)])
        let settings = TaalmodelSettings(
            url: "\(base)/0/v1", model: "klein", patience: .seconds(600), pause: .milliseconds(1))
        let outcome = await result {
            try await body(settings) {
                try (try await ask(base + "/0/gezien").elements ?? []).map {
                    String(decoding: try #require(Data(base64Encoded: $0["lijf"].text ?? "")), as: UTF8.self)
                }
            }
        }
        try execution.send(signal: .terminate)
        try outcome.get()
    }
}

private func ask(_ url: String, _ body: JSON = [:]) async throws -> JSON {
    let answer = try await HTTPCall(url: url, headers: [], body: Array(body.canonical.utf8)).send()
    return try JSON(parsing: answer.body)
}

/// What came of it, so that the model is stopped either way.
private func result(_ body: () async throws -> Void) async -> Result<Void, any Error> {
    do { return .success(try await body()) } catch { return .failure(error) }
}
