import Basics
import Procesbot
import Testing

@testable import Taalmodel

@Suite("What texts mean, asked of an endpoint", .besideModel)
struct EmbedderTests {
    private func settings(_ peer: Peer, patience: Duration = .seconds(20)) -> EmbeddingSettings {
        EmbeddingSettings(
            url: peer.base, model: "klein", key: "sleutel-geheim", patience: patience, batchPatience: .seconds(20))
    }

    @Test(arguments: ["goed", "achterstevoren"])
    func `each text gets its own vector, in whatever order they come`(_ manner: String) async throws {
        let peer = try await Peer(manner)
        let embedder = Embedder(settings(peer))

        let both = try await embedder.meanings(of: ["Uitstel van betaling", "De deurwaarder"])
        let second = try await embedder.meanings(of: ["De deurwaarder"])

        #expect(both.count == 2 && both[1] == second[0] && both[0] != both[1])
        let seen = try #require(try await peer.seen().first)
        #expect(try seen.json["input"] == ["Uitstel van betaling", "De deurwaarder"])
        #expect(try seen.json["model"].text == "klein" && seen.head.contains("Bearer sleutel-geheim"))
    }

    @Test(arguments: [
        ("minder", EmbeddingFault.wrongCount(asked: 2, came: 1)), ("meer", .wrongCount(asked: 2, came: 3)),
        ("dubbel", .wrongCount(asked: 2, came: 2)), ("korter", .wrongDimension(known: 255, came: 256)),
        ("leeg", .noDirection), ("nul", .noDirection), ("geen_getal", .unreadable), ("oneindig_getal", .unreadable),
        ("onzin", .unreadable), ("groot", .tooLong), ("401", .refused(status: 401)), ("503", .refused(status: 503)),
        ("307", .refused(status: 307)),
    ])
    func `an answer that is not what was asked is refused with its reason, and no key`(
        _ manner: String, _ fault: EmbeddingFault
    ) async throws {
        let embedder = Embedder(settings(try await Peer(manner)))

        await #expect(throws: fault) { _ = try await embedder.meanings(of: ["Uitstel", "Kosten"]) }
        #expect(!"\(fault) \(embedder)".contains("geheim"))
    }

    @Test func `who does not answer in time is not waited for, nor asked again for a while`() async throws {
        let peer = try await Peer("zwijgt")
        let clock = Clockwork()
        let meanings = QuestionMeanings(settings(peer, patience: .milliseconds(50)), now: clock.now)

        for _ in 0..<3 { #expect(await meanings.meaning(of: "Hoe lang duurt uitstel?") == nil) }
        #expect(meanings.fault == .tooSlow && meanings.counts.map(\.outcome) == ["overgeslagen", "te_traag"])
        clock.pass(.seconds(31))
        #expect(meanings.fault == nil)
        #expect(await meanings.meaning(of: "Hoe lang duurt uitstel?") == nil)
        #expect(meanings.counts.map(\.count) == [2, 2])
    }

    @Test func `what a question means is asked once`() async throws {
        let peer = try await Peer("goed")
        let meanings = QuestionMeanings(settings(peer))

        let first = await meanings.meaning(of: "Hoe lang duurt uitstel?")
        let again = await meanings.meaning(of: "Hoe lang duurt uitstel?")

        #expect(first != nil && first == again)
        #expect(try await peer.seen().count == 1)
        #expect(meanings.counts.map(\.outcome) == ["gevraagd", "onthouden"])
    }
}
