import Basics
import Foundation
import Testing

@testable import Procesbot

/// Lists that were written before one of their questions was asked; nothing is tuned to them. What they came to stands
/// here, so that a change that makes them worse is seen.
@Suite("Questions that nobody tuned to")
struct FreshQuestionsTests {
    struct List: CustomTestStringConvertible, Sendable {
        let name: String
        let library: String
        let routes: Int
        let refusals: Int
        var path: String { TestLibrary.here + "/Vragen/\(name).yaml" }
        var testDescription: String { name }
    }

    static let instructions = TestLibrary.instructions
    static let others = TestLibrary.here + "/Bibliotheken/"

    @Test(arguments: [
        List(name: "waterschap", library: others + "waterschap", routes: 22, refusals: 7),
        List(name: "zorgverzekeraar", library: others + "zorgverzekeraar", routes: 13, refusals: 5),
        List(name: "vers-c", library: instructions, routes: 11, refusals: 4),
        List(name: "vers-d", library: instructions, routes: 45, refusals: 17),
        List(name: "vers-e", library: instructions, routes: 10, refusals: 3),
        List(name: "vers-f", library: instructions, routes: 28, refusals: 7),
        List(name: "vers-g", library: instructions, routes: 27, refusals: 10),
        List(name: "parkeren", library: others + "parkeren", routes: 25, refusals: 7),
        List(name: "kredietbank", library: others + "kredietbank", routes: 40, refusals: 16),
        List(name: "studiefonds", library: others + "studiefonds", routes: 24, refusals: 8),
        List(name: "nutsbedrijf", library: others + "nutsbedrijf", routes: 28, refusals: 10),
        List(name: "armoededesk", library: others + "armoededesk", routes: 21, refusals: 8),
        List(name: "vers-h", library: instructions, routes: 26, refusals: 9),
        List(name: "telecom", library: others + "telecom", routes: 27, refusals: 8),
        List(name: "vers-i", library: instructions, routes: 25, refusals: 10),
        List(name: "kinderopvang", library: others + "kinderopvang", routes: 25, refusals: 10),
        List(name: "vers-j", library: instructions, routes: 22, refusals: 9),
        List(name: "autoverzekeraar", library: others + "autoverzekeraar", routes: 22, refusals: 7),
        List(name: "vers-k", library: instructions, routes: 22, refusals: 9),
        List(name: "sportmuziek", library: others + "sportmuziek", routes: 15, refusals: 8),
        List(name: "vers-l", library: instructions, routes: 22, refusals: 9),
        List(name: "uitvaart", library: others + "uitvaart", routes: 19, refusals: 7),
        List(name: "vers-m", library: instructions, routes: 25, refusals: 10),
        List(name: "tandarts", library: others + "tandarts", routes: 19, refusals: 7),
        List(name: "vers-n", library: instructions, routes: 17, refusals: 9),
        List(name: "autolease", library: others + "autolease", routes: 17, refusals: 10),
        List(name: "vers-p", library: instructions, routes: 21, refusals: 9),
        List(name: "zorgpremie", library: others + "zorgpremie", routes: 18, refusals: 8),
        List(name: "vers-q", library: instructions, routes: 23, refusals: 8),
        List(name: "vers-r", library: instructions, routes: 25, refusals: 8),
        List(name: "drinkwater", library: others + "drinkwater", routes: 22, refusals: 9),
        List(name: "vers-w", library: instructions, routes: 28, refusals: 6),
        List(name: "vers-x", library: instructions, routes: 21, refusals: 8),
        List(name: "duinrand", library: others + "duinrand", routes: 21, refusals: 5),
        List(name: "kwelder", library: others + "kwelder", routes: 22, refusals: 8),
        List(name: "kwelder-vers", library: others + "kwelder", routes: 20, refusals: 8),
        List(name: "woningcorporatie", library: others + "woningcorporatie", routes: 26, refusals: 9),
    ])
    func `a list that was held out does no worse than it did`(_ list: List) throws {
        let adviser = try TestLibrary.adviser(list.library)
        let questions = try TestQuestion.list(from: String(contentsOfFile: list.path, encoding: .utf8))

        let evaluation = AdviceEvaluation(questions, of: adviser, on: TestLibrary.day)

        #expect(evaluation.routesRight >= list.routes)
        #expect(evaluation.refusalsRight >= list.refusals)
        #expect(evaluation.quotesRight == evaluation.quotes)
    }

    /// The list by which a process owner sees what to expect: it ships, and stays held out.
    @Test func `the held-out list that ships does no worse than it did`() throws {
        let adviser = try TestLibrary.adviser(Self.instructions)
        let path = TestLibrary.root + "/Content/adviseur/testvragen-vers.yaml"
        let questions = try TestQuestion.list(from: String(contentsOfFile: path, encoding: .utf8))

        let evaluation = AdviceEvaluation(questions, of: adviser, on: TestLibrary.day)

        #expect(evaluation.routesRight >= 17 && evaluation.refusalsRight >= 9)
        let said = evaluation.certainties
        #expect(said.map(\.said) == [.clear, .likely, .possible])
        #expect(said.allSatisfy { $0.firstRight + $0.later <= $0.count && $0.count > 0 })
        let shares = said.map { Double($0.firstRight) / Double($0.count) }
        #expect(shares == shares.sorted(by: >), "a surer word is right more often: \(said)")
        #expect(said.map(\.count).reduce(0, +) == evaluation.results.count { !$0.isRefused })
    }

    /// In the house the processes and decisions are sources as well; they name in passing what an instruction explains.
    @Test(arguments: [
        ("Content/adviseur/testvragen.yaml", 48), ("Tests/ProcesbotTests/Vragen/vers-g.yaml", 25),
        ("Tests/ProcesbotTests/Vragen/vers-h.yaml", 25),
    ])
    func `beside the drawings of the house the instructions are still found`(_ path: String, _ routes: Int) throws {
        let content = try TestLibrary.content()
        let folders = ["bibliotheek", "processen", "beslissingen"]
        let documents = try folders.flatMap { folder in
            try LibraryFolder().library(at: TestLibrary.root + "/Content/" + folder, words: content.words).documents
        }
        let adviser = try Adviser(Library(documents, words: content.words), content)
        let file = try String(contentsOfFile: TestLibrary.root + "/" + path, encoding: .utf8)

        let evaluation = AdviceEvaluation(try TestQuestion.list(from: file), of: adviser, on: TestLibrary.day)

        #expect(evaluation.routesRight >= routes)
    }

    @Test
    func `a word of everyday Dutch finds another for the same, and lifts nothing in importance`() throws {
        let adviser = try TestLibrary.adviser(of: [
            ("a.md", "# Bewaren\n\n## Notities\n\nNotities worden na 2 jaar verwijderd.\n"),
            ("b.md", "# Contact\n\n## Bellen\n\nBel de klant op een ander dagdeel.\n"),
        ])

        let advice = adviser.advise("Wanneer worden notities weggegooid?", on: TestLibrary.day)

        #expect(advice.route.first?.step == "Notities worden na 2 jaar verwijderd.")
    }

    @Test
    func `a question of one trade is refused by the library of another`() throws {
        let adviser = try TestLibrary.adviser(Self.others + "waterschap")

        for question in ["Hoe hoog is de zorgtoeslag?", "Wordt fysiotherapie vergoed?", "Wat kost een zonnepaneel?"] {
            #expect(adviser.advise(question, on: TestLibrary.day).refused?.reason == .noSupport, "\(question)")
        }
    }
}
