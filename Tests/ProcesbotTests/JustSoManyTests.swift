import Basics
import Testing

@testable import Procesbot

@Suite("One, the second of a row, those of another town: a rule for others is not for this case")
struct JustSoManyTests {
    private static let books = """
        # Bibliotheek

        ## Te laat ingeleverd boek

        Bel binnen 3 werkdagen. Bij één te laat ingeleverd boek scheld je de boete kwijt. Levert de lener een tweede boek te laat in, \
        blokkeer dan de pas.
        """

    private func advise(_ question: String, _ text: String) throws -> Advice {
        try TestLibrary.adviser(of: [("regels.md", text + "\n")]).advise(question, on: TestLibrary.day)
    }

    @Test(arguments: ["lener heeft twee boeken te laat ingeleverd", "lener heeft 2x een boek te laat ingeleverd"])
    func `what goes for one does not go for two, and two are a second`(_ question: String) throws {
        let advice = try advise(question, Self.books)

        #expect(advice.route.first?.step.contains("blokkeer dan de pas") == true, "\(advice.route.map(\.step))")
        #expect(!advice.route.contains { $0.step.hasPrefix("Bij één") })
    }

    @Test func `for one it goes`() throws {
        let advice = try advise("lener heeft 1 boek te laat ingeleverd", Self.books)

        #expect(advice.route.first?.step.contains("scheld je de boete kwijt") == true, "\(advice.route.map(\.step))")
    }

    @Test func `six of something else are no second of what is told`() throws {
        let advice = try advise("We spraken zes boeken af. Is er een boete?", Self.books)

        #expect(advice.route.allSatisfy { !$0.why.hasPrefix("Want") }, "\(advice.route.map(\.why))")
    }

    @Test func `a day of a month counts nothing and is no amount`() {
        #expect(QuantityReader.quantities(in: Tokenizer.tokens(of: "een termijn op 28 december")).isEmpty)
        #expect(QuantityReader.quantities(in: Tokenizer.tokens(of: "28 december 2026")).map(\.measure) == [.date])
    }

    @Test(arguments: [("Delft", true), ("Breda", false)])
    func `a row on the people of a town is left out for who lives in another`(_ town: String, _ isShown: Bool) throws {
        let text = """
            # Sportpas

            | Pas | Naam | Voor |
            |---|---|---|
            | A | Stadspas | Delftse inwoner met een kleine beurs |
            | B | Gastpas | iedereen met een kleine beurs |
            """
        let advice = try advise("inwoner met kleine beurs, woont in \(town), welke sportpas?", text)

        #expect(advice.route.contains { $0.step.contains("Stadspas") } == isShown, "\(advice.route.map(\.step))")
    }

    @Test func `things that are counted within a saying are what the saying calls them`() throws {
        let text = """
            # Hulp

            ## Hulp van buiten

            Past als de klant drie of meer andere schuldeisers heeft. Meld de klant aan bij de hulp.

            ## Zelf oplossen

            Past als de klant hooguit twee andere schuldeisers heeft. Maak een afspraak met de klant.
            """
        let advice = try advise("klant heeft schulden bij 4 anderen", text)

        #expect(advice.route.first?.step == "Past als de klant drie of meer andere schuldeisers heeft.")
        #expect(!advice.route.contains { $0.step.contains("hooguit twee") })
    }

    @Test func `how long something takes is answered by a length, and not by what is done the same day`() throws {
        let text = "# Werk\n\n## Pauze\n\nMeld de pauze dezelfde dag. De pauze duurt 60 dagen.\n"

        #expect(try advise("hoe lang duurt de pauze", text).route.first?.step == "De pauze duurt 60 dagen.")
    }

    @Test func `what holds in a season that the question names is told at any time of the year`() throws {
        let text = """
            # Vrije dagen

            ## Zomersluiting

            Tussen 24 juni en 2 juli bellen wij geen leden over contributie. Is er brand, bel dan de achterwacht.
            """
        let advice = try advise("Mag ik tijdens de zomersluiting een lid bellen over contributie?", text)

        #expect(advice.route.first?.step.hasPrefix("Tussen 24 juni en 2 juli") == true, "\(advice.route.map(\.step))")
    }
}
