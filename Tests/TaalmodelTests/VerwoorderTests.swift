import Basics
import Procesbot
import Synchronization
import Testing

@testable import Taalmodel

@Suite("A language model beside the adviser", .besideModel)
struct VerwoorderTests {
    @Test(arguments: [("zegt", ""), ("stroomt", ""), ("snippert", ""), ("herstelt", "503"), ("herstelt", "429")])
    func `a claim that its passage supports is taken, whole, in pieces, byte by byte or at the second time of asking`(
        _ manner: String, _ how: String
    ) async throws {
        let outcome = try await Desk.worded(try await Peer(manner, Desk.good, how: how))
        let worded = try #require(outcome.worded)

        #expect(worded.fault == nil)
        #expect(worded.zinnen.map(\.text) == ["Geef de klant hooguit 14 dagen uitstel."])
        #expect(worded.zinnen.first?.source.quote == Desk.quote)
        #expect(worded.weggelaten.isEmpty)
        #expect(worded.tokens == 100)
        #expect(outcome.seen.count == (manner == "herstelt" ? 2 : 1))
    }

    @Test func `an endpoint that does not stream is asked for the whole`() async throws {
        let outcome = try await Desk.worded(try await Peer("stroomt", Desk.good)) { $0.isStreaming = false }

        #expect(outcome.worded?.zinnen.count == 1)
        #expect(try outcome.seen.first?.json["stream"] == false)
    }

    @Test func `claims are told as they are finished, judged, and the same as at the end`() async throws {
        let told = Mutex<[String]>([])
        let text = Desk.claims([
            ("Geef de klant hooguit 14 dagen uitstel.", "P1", Desk.quote), ("Sluit de zaak {nu}.", "P1", Desk.quote),
        ])
        let outcome = try await Desk.worded(
            try await Peer("stroomt", text),
            onClaim: { oordeel in
                let line =
                    switch oordeel {
                    case .zin(let one): one.text
                    case .weggelaten(let one): one.flaw.rawValue
                    }
                told.withLock { $0.append(line) }
            })

        #expect(told.withLock { $0 } == ["Geef de klant hooguit 14 dagen uitstel.", "vreemde-inhoud"])
        #expect(outcome.worded?.weggelaten.map(\.flaw) == [.foreign])
    }

    @Test func `the request has the public form, and the key stands in its header and nowhere else`() async throws {
        let outcome = try await Desk.worded(try await Peer("stroomt", Desk.good))
        let seen = try #require(outcome.seen.first)
        let body = try seen.json

        #expect(body["model"].text == "klein")
        #expect(body["messages"][0]["content"].text == ChatRequest.rules)
        #expect(body["response_format"]["json_schema"]["schema"] == ChatRequest.schema)
        #expect(seen.head.contains("Bearer sleutel-geheim"))
        #expect(!seen.body.contains("sleutel-geheim"))
        let settings = TaalmodelSettings(url: "http://x.example/v1", model: "m", key: "sleutel-geheim")
        var dumped = "\(settings) \(String(reflecting: settings)) \(String(describing: outcome.worded))"
        dump(settings, to: &dumped)
        #expect(!dumped.contains("geheim"))
    }

    @Test(arguments: [
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1/chat/completions"),
        ("https://api.mistral.ai/v1/", "https://api.mistral.ai/v1/chat/completions"),
        (
            "https://x.openai.azure.com/openai/deployments/d?api-version=2024-10-21",
            "https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21"
        ),
    ])
    func `the address of an endpoint is its base, with its query behind`(_ url: String, _ whole: String) {
        let settings = TaalmodelSettings(url: url, model: "m", key: "s")
        #expect(settings.endpoint == whole)
        #expect(settings.credentials?.name == (url.contains("azure") ? "api-key" : "authorization"))
    }

    @Test(arguments: [
        ("breekt", "401", TaalmodelFault.refused(status: 401), 1), ("breekt", "500", .refused(status: 500), 3),
        ("babbelt", "<html>storing</html>", .unreadable, 1), ("babbelt", "{}", .unreadable, 1),
        ("babbelt", String(repeating: "[", count: 100_000), .unreadable, 1),
        ("zegt", "Natuurlijk!", .unreadable, 1), ("zegt", #"{"stappen":{"tekst":"AKKOORD"}}"#, .unreadable, 1),
        ("zegt", #"{"stappen":[]}"#, .nothingSupported, 1),
        ("zegt", #"{"stappen":[{"tekst":1}, 7]}"#, .nothingSupported, 1),
        ("kapt", Desk.good, .unreadable, 1), ("valt_weg", Desk.good, .unreadable, 1),
        ("oneindig", "", .tooLong, 1), ("groot", "", .tooLong, 1), ("lange_regel", "", .tooLong, 1),
        ("verhuist", "", .refused(status: 307), 1),
    ])
    func `an endpoint that breaks, babbles or never ends leaves the embedded advice as it was, and says why`(
        _ manner: String, _ text: String, _ fault: TaalmodelFault, _ asked: Int
    ) async throws {
        let outcome = try await Desk.worded(try await Peer(manner, text))

        #expect(outcome.worded?.fault == fault)
        #expect(outcome.worded?.zinnen.isEmpty == true)
        #expect(outcome.seen.count == asked)
        #expect(outcome.advice.route.first?.step == Desk.quote)
    }

    @Test(arguments: ["zwijgt", "druppelt"])
    func `one that says nothing, or next to nothing, is not waited for`(_ manner: String) async throws {
        let outcome = try await Desk.worded(try await Peer(manner)) { $0.patience = .milliseconds(150) }
        #expect(outcome.worded?.fault == .tooSlow)
    }

    @Test func `one that is not there leaves the embedded words`() async throws {
        let outcome = try await Desk.worded(try await Peer("zegt")) { $0.url = "http://127.0.0.1:9/v1" }
        #expect(outcome.worded?.fault == .unreachable)
    }

    @Test func `a refusal is not sent to anyone`() async throws {
        let outcome = try await Desk.worded(
            try await Peer("zegt", Desk.good), question: "Wat kost een zonnepaneel op het dak?")
        #expect(outcome.advice.refused != nil)
        #expect(outcome.worded == nil && outcome.seen.isEmpty)
    }
}
