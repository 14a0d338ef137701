import Testing

@testable import Procesbot

@Suite("Need in a question")
struct NeedAdviceTests {
    static let documents = [
        (
            name: "pacht.md",
            text: """
            # Pacht

            ## Dreigende ontruiming

            Schrijf op wie belde. Bel dezelfde dag met de havenmeester. Beloof niets.

            ## Uitstel

            Uitstel van betaling van de pacht is hooguit 30 dagen.
            """
        )
    ]

    @Test(arguments: [
        "Ze gooien ons vrijdag op straat", "De klant wordt volgende week uit huis gezet",
        "Donderdag zetten ze het gezin uit de woning",
    ])
    func `who is put out is told of first, with what the library says to do the same day`(_ question: String) throws {
        let advice = try TestLibrary.adviser(of: Self.documents).advise(question, on: TestLibrary.day)

        let first = try #require(advice.missing.first)
        #expect(first.isDanger && first.question.contains("Bel dezelfde dag met de havenmeester."), "\(advice.missing)")
    }

    @Test func `a library that says nothing of it still gets what to do first`() throws {
        let adviser = try TestLibrary.adviser(of: [("a.md", "# Pacht\n\n## Uitstel\n\nUitstel is hooguit 30 dagen.\n")])

        let advice = adviser.advise("We hebben al drie dagen niets te eten", on: TestLibrary.day)

        #expect(advice.missing.first?.isDanger == true)
        #expect(advice.missing.first?.question.contains("voedselbank") == true)
    }

    @Test func `which answer stands below it stays the same`() throws {
        let adviser = try TestLibrary.adviser(of: Self.documents)

        let advice = adviser.advise(
            "We hebben niets te eten. Hoelang is uitstel van betaling van de pacht?", on: TestLibrary.day)

        #expect(advice.missing.first?.fact == "niets te eten")
        #expect(advice.route.first?.step.contains("30 dagen") == true)
    }

    @Test(arguments: ["De ontruiming is gelukkig van de baan", "Hoe leg ik een betaalbewijs vast?"])
    func `what is over, or is about something else, is no need`(_ question: String) throws {
        let advice = try TestLibrary.adviser(of: Self.documents).advise(question, on: TestLibrary.day)

        #expect(!advice.missing.contains { $0.isDanger })
    }
}
