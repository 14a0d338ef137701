import Basics
import Bibliotheek
import Database
import Procesbot
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("What left for a language model")
struct VerwoordingStoreTests {
    private static func asked(_ text: String) -> Raadpleging {
        Raadpleging(text, inzicht: Inzicht(klant: false, bedragen: false))
    }

    private static func sending(_ text: String, tokens: Int) -> Verwoordingsrecord.Sending {
        Verwoordingsrecord.Sending(
            asked(text), stand: "s1", model: "klein", prompt: "[NAAM_1] vraagt", tokens: tokens, dayTokens: 100,
            door: Medewerker("anja"))
    }

    @Test(arguments: TestDatabase.all)
    func `a day costs no more than its budget, counted before it leaves and again when it returns`(
        on kind: TestDatabase
    )
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let first = try await house.act { try Self.sending("a", tokens: 60).run(in: $0) }
            #expect(try await house.act { try Self.sending("b", tokens: 60).run(in: $0) } == nil)
            let id = try #require(first)
            try await house.act { act in
                try Verwoordingsrecord.Receiving(id: id, antwoord: "{}", tokens: 25, uitkomst: .null).run(in: act)
            }
            let today = house.clock.today
            #expect(try await house.read { try $0.verwoordingen.tokens(on: today) } == 25)
            #expect(try await house.act { try Self.sending("b", tokens: 60).run(in: $0) } != nil)
            #expect(try await house.read { try $0.verwoordingen.tokens(on: today) } == 85)
        }
    }
}
