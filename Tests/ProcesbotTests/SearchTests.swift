import Basics
import Testing

@testable import Procesbot

@Suite("Search")
struct SearchTests {
    @Test(arguments: [
        ("ontruimd", "ontruiming"), ("belt", "bellen"), ("gebeld", "bellen"), ("betaalt", "betaling"),
        ("beslist", "beslissen"),
        ("verhuist", "verhuizen"), ("gemeld", "melding"), ("verloor", "verliezen"), ("overleed", "overlijden"),
        ("afsloot", "afsluiten"), ("ontving", "ontvangen"),
    ])
    func `forms of one verb have one root`(_ one: String, _ other: String) {
        let stemmer = Stemmer()

        #expect(stemmer.root(of: one) == stemmer.root(of: other))
    }

    @Test func `a compound is cut in its parts`() {
        let splitter = CompoundSplitter(words: [
            "incasso", "kosten", "huur", "achterstand", "maand", "regeling", "betaling",
        ])

        #expect(splitter.parts(of: "incassokosten").map(\.0) == ["incasso", "kosten"])
        #expect(splitter.parts(of: "betalingsregeling").map(\.0) == ["betaling", "regeling"])
        #expect(splitter.parts(of: "maandhuurachterstand").map(\.0) == ["maand", "huur", "achterstand"])
    }

    @Test(arguments: [
        ("toestemmign", "toestemming"), ("verlegen", "verlengen"), ("bewindvorder", "bewindvoerder"),
        ("inkomne", "inkomen"),
    ])
    func `a slip of the pen finds the word that was meant`(_ slip: String, _ meant: String) {
        let spelling = Spelling(["toestemming", "verlengen", "bewindvoerder", "inkomen", "ontruiming"])

        #expect(spelling.guess(slip) == meant)
    }

    @Test func `an expired document is not found`() throws {
        let library = try TestLibrary.adviser().library

        let hits = library.search("huurder bellen na melding", on: TestLibrary.day)
        #expect(hits.contains { $0.document.name == "huurachterstand.md" })
        #expect(!hits.contains { $0.document.name == "oud.md" })
    }

    @Test func `a document that is put in while the library is used is found, and no longer after it is taken out`()
        throws
    {
        var library = try TestLibrary.adviser().library

        library.insert(
            LibraryDocument(name: "fiets.md", text: "# Fietsen\n\n## Stalling\n\nZet een fiets in de stalling."))
        #expect(library.search("fiets stallen", on: TestLibrary.day).first?.document.name == "fiets.md")
        library.remove("fiets.md")
        #expect(library.search("fiets stallen", on: TestLibrary.day).first?.document.name != "fiets.md")
    }

    /// Words of very different rarity, so that common ones are looked up in few passages only.
    @Test(arguments: 1...40)
    func `the best passages are the same, however many are asked for`(_ seed: UInt64) throws {
        var chance = SeededRandom(seed: seed)
        let words = ["huur", "klant", "brief", "termijn", "kwijtschelding", "bewindvoerder", "hond", "balkon", "orgel"]
        let passage = { (chance: inout SeededRandom) in
            (0..<Int.random(in: 3...12, using: &chance)).map { _ in
                words[min(Int.random(in: 0..<9, using: &chance), Int.random(in: 0..<9, using: &chance))]
            }.joined(separator: " ")
        }
        let documents = (0..<300).map { (name: "\($0).md", text: "# Stuk\n\n## Kop\n\n\(passage(&chance))\n") }
        let library = try TestLibrary.adviser(of: documents).library
        let question = passage(&chance)

        let all = library.search(question, on: TestLibrary.day, limit: 400)
        for limit in [1, 5, 24] {
            let best = library.search(question, on: TestLibrary.day, limit: limit)
            #expect(best.map(\.number) == all.prefix(limit).map(\.number))
        }
    }
}
