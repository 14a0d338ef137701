import Testing

@testable import Procesbot

/// Health, belief, origin and the like in what people type. The table was made beside the
/// first sentences and mended on their faults; of the fresh ones nobody looked at the faults: what they came to stands here, so that
/// a change that makes it worse is seen.
@Suite("Special data in what people type")
struct SpecialTests {
    private func reader() throws -> SpecialReader { SpecialReader(try TestLibrary.content()) }

    @Test(arguments: Self.told) func `what tells of a person's health, belief or origin is warned of`(_ text: String)
        throws
    {
        #expect(try !reader().found(in: text).isEmpty)
    }

    @Test(arguments: Self.other)
    func `what only sounds like it is let be`(_ text: String) throws {
        let found = try reader().found(in: text)

        #expect(found.isEmpty, "\(found)")
    }

    @Test func `a list that nobody looked at does no worse than it did`() throws {
        let reader = try reader()

        let (missed, alarms) = (
            Self.freshTold.filter { reader.found(in: $0).isEmpty },
            Self.freshOther.filter { !reader.found(in: $0).isEmpty }
        )

        #expect(missed.count <= 10, "\(missed)")
        #expect(alarms.count <= 4, "\(alarms)")
    }

    @Test func `the warning names the words and says what to write instead`() throws {
        let found = try reader().found(in: "Wil een regeling. Mevrouw is zwanger, bel in de middag.")

        #expect(found.map(\.kind) == ["gezondheid"])
        #expect(found.first?.words == "zwanger")
        #expect(found.first?.instead.contains("om persoonlijke redenen") == true)
    }

    @Test func `the words are taken out of what is handed on`() throws {
        let text = try reader().without("Klant is moslim en depressief, en woont in Delft.")

        #expect(text.contains("Delft") && !text.contains("moslim") && !text.contains("depressief"))
    }

    @Test func `it is shown as no fact, and the rest is`() throws {
        let adviser = try TestLibrary.adviser(TestLibrary.instructions)

        let facts = adviser.facts(in: "Klant is hiv-positief, heeft 3 dossiers. Wat nu?", on: TestLibrary.day).map(
            \.fact)

        #expect(facts.contains { $0.contains("3 dossiers") })
        #expect(!facts.contains { $0.contains("hiv") })
    }

    @Test(arguments: [
        "Ze spreekt alleen Pools, wat nu", "Klant is overleden. Wat eerst", "Hij belt niet terug, hoe verder",
    ])
    func `who only asks what to do tells no fact`(_ question: String) throws {
        let adviser = try TestLibrary.adviser(TestLibrary.instructions)

        let facts = adviser.facts(in: question, on: TestLibrary.day).map(\.fact)

        #expect(facts.count == 1, "\(facts)")
    }
}
