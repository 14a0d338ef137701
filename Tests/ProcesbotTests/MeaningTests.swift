import Basics
import Foundation
import Testing

@testable import Procesbot

@Suite("Searching by meaning too")
struct MeaningTests {
    @Test(
        arguments: [[], [0, 0], [.nan, 1], [.infinity, 1], [Float](repeating: 1, count: Meaning.longest + 1)]
            as [[Float]])
    func `a vector without direction is none`(_ values: [Float]) { #expect(Meaning(values) == nil) }

    @Test func `a vector is kept as it was, at length one`() throws {
        for seed in UInt64(0)..<50 {
            var random = SeededRandom(seed: seed)
            let meaning = try #require(Self.meaning(&random, Int.random(in: 1...30, using: &random)))
            let kept = try #require(Meaning(bytes: meaning.bytes))
            #expect(kept.dimension == meaning.dimension && kept.bytes.count == 4 * kept.dimension, "seed \(seed)")
            let difference = zip(kept.lanes, meaning.lanes).map { ($0 - $1).max() }.max() ?? 0
            #expect(difference < 0.000_001, "seed \(seed)")
        }
        #expect(Meaning(bytes: [1, 2, 3]) == nil)
    }

    @Test func `the nearest come first, and what may not be cited does not come`() throws {
        var vectors = PassageVectors(dimension: 2)
        for (number, place) in [[1, 0], [0, 1], [1, 1], [-1, 0]].enumerated() {
            vectors.insert(number, try #require(Meaning(place.map(Float.init))))
        }
        vectors.insert(9, try #require(Meaning([1, 1, 1])))
        let asked = try #require(Meaning([1, 0.1]))
        #expect(vectors.nearest(to: asked, limit: 9) { _ in true } == [0, 2, 1, 3])
        #expect(vectors.nearest(to: asked, limit: 2) { $0 != 0 } == [2, 1])
        #expect(vectors.nearest(to: try #require(Meaning([1])), limit: 2) { _ in true }.isEmpty)
    }

    @Test func `lists are fused by the places they give`() {
        #expect(ReciprocalRank.fused([[1, 2, 3], [3, 4]]) == [3, 1, 2, 4])
        #expect(ReciprocalRank.fused([[5, 1], []]) == [5, 1])
        #expect(ReciprocalRank.fused([[5, 1], [1, 5]]) == [5, 1])
    }

    private static let shelf = [
        ("a.md", "# Uitstel\n\n## Uitstel\n\nUitstel van betaling vraagt u aan.\n"),
        ("b.md", "# Uitstel\n\n## Uitstel\n\nUitstel van betaling duurt hooguit 14 dagen na vandaag.\n"),
        (
            "d.md",
            "# Uitstel\n\n## Uitstel\n\nUitstel van betaling eindigt vanzelf zodra de termijn helemaal voorbij is.\n"
        ),
        ("c.md", "# Kantine\n\n## Soep\n\nDe soep staat om 12 uur klaar.\n"),
    ]

    @Test
    func `of passages that carry an answer the one that is meant goes before the one whose words fit a little better`()
        throws
    {
        let adviser = try TestLibrary.adviser(of: Self.shelf)
        let names = try Self.order("Uitstel van betaling?", adviser).filter { $0 != "c.md" }
        #expect(names.count == 3)
        let meanings = try Self.meanings(of: adviser.library) { name in
            name == names[1] ? [1, 0] : name == names[0] ? [-1, 0] : [0, 1]
        }
        let fused = try Self.order("Uitstel van betaling?", adviser.knowing(meanings), Meaning([1, 0]))
        #expect(fused.filter { $0 != "c.md" } == [names[1], names[0], names[2]])
    }

    /// The documents in the order in which their passages are considered.
    private static func order(_ question: String, _ adviser: Adviser, _ meaning: Meaning? = nil) throws -> [String] {
        var asked = Inquiry(question, given: nil, on: TestLibrary.day, adviser: adviser)
        asked.meaning = meaning
        let composer = Composer(adviser, asked)
        let found = composer.retrieve()
        return (composer.fused(found) ?? composer.weighed(found)).map(\.document.name)
    }

    @Test func `a passage whose words say nothing of the question is never cited, however near it lies`() throws {
        let adviser = try TestLibrary.adviser(of: Self.shelf)
        let knowing = adviser.knowing(try Self.meanings(of: adviser.library) { $0 == "c.md" ? [1, 0] : [0, 1] })
        let meaning = try #require(Meaning([1, 0]))
        let advice = knowing.advise("Hoe lang duurt uitstel van betaling?", on: TestLibrary.day, meaning: meaning)
        #expect(advice.refused == nil && !advice.route.flatMap(\.sources).contains { $0.document == "c.md" })
        let outside = knowing.advise("Hoe hoog is de zorgtoeslag?", on: TestLibrary.day, meaning: meaning)
        #expect(outside.refused?.reason == .noSupport)
    }

    /// Whatever the vectors are, also of an enemy.
    @Test(arguments: ["waterschap", "vers-e"])
    func `no vectors make an answer of a question that is refused without, and every quote stands in its source`(
        _ name: String
    ) throws {
        let folder = name == "vers-e" ? TestLibrary.instructions : FreshQuestionsTests.others + name
        let adviser = try TestLibrary.adviser(folder)
        let questions = try TestQuestion.list(
            from: String(contentsOfFile: TestLibrary.here + "/Vragen/\(name).yaml", encoding: .utf8))
        let plain = questions.map { adviser.advise($0.vraag, facts: $0.feiten, on: TestLibrary.day) }
        for seed in UInt64(0)..<2 {
            var random = SeededRandom(seed: seed)
            let texts = adviser.library.current.flatMap(\.passageTexts)
            let meanings = Dictionary(texts.map { ($0.hash, Self.meaning(&random, 4)) }) { $1 }.compactMapValues { $0 }
            let knowing = adviser.knowing(meanings)
            #expect(knowing.library.meaningCount == adviser.library.passageCount)
            for (question, plain) in zip(questions, plain) {
                let meaning = Self.meaning(&random, 4)
                let fused = knowing.advise(
                    question.vraag, facts: question.feiten, on: TestLibrary.day, meaning: meaning)
                if plain.refused != nil { #expect(fused.json == plain.json, "\(question.vraag), seed \(seed)") }
                let result = QuestionResult(question, fused, knowing.library)
                #expect(result.quotesRight == result.quotes, "\(question.vraag), seed \(seed)")
            }
        }
    }

    @Test func `without what a question means the advice is what it was`() throws {
        let adviser = try TestLibrary.adviser(of: Self.shelf)
        let knowing = adviser.knowing(try Self.meanings(of: adviser.library) { $0 == "c.md" ? [1, 0] : [0, 1] })
        let question = "Hoe lang duurt uitstel van betaling?"
        #expect(
            knowing.advise(question, on: TestLibrary.day).json == adviser.advise(question, on: TestLibrary.day).json)
        let other = knowing.advise(question, on: TestLibrary.day, meaning: Meaning([1, 2, 3]))
        #expect(other.json == adviser.advise(question, on: TestLibrary.day).json)
    }

    /// Vectors by the document that a passage stands in.
    private static func meanings(of library: Library, _ place: (String) -> [Float]) throws -> [String: Meaning] {
        var meanings: [String: Meaning] = [:]
        for document in library.current {
            for text in document.passageTexts { meanings[text.hash] = Meaning(place(document.name)) }
        }
        return meanings
    }

    private static func meaning(_ random: inout SeededRandom, _ dimension: Int) -> Meaning? {
        Meaning((0..<dimension).map { _ in Float.random(in: -1...1, using: &random) })
    }
}
