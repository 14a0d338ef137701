import Basics
import Testing

@testable import Procesbot

@Suite("What is counted: from which event, over how many terms, above which amount")
struct CountingTests {
    private func advice(_ text: String, _ question: String, on day: Day = TestLibrary.day) throws -> Advice {
        try TestLibrary.adviser(of: [("volkstuin.md", "# Volkstuin\n\n" + text + "\n")]).advise(question, on: day)
    }

    @Test func `a share of what comes above an amount is of the rest alone`() throws {
        let text =
            "## Opbrengst van de tuin\n\nTot 1.000 euro houdt de huurder de opbrengst; van wat erboven komt gaat 50% naar de kas van de vereniging."
        let advice = try advice(text, "De opbrengst is 3.400 euro. Hoeveel gaat er naar de kas?")

        #expect(advice.route.first?.step.contains("1.200 euro") == true)
        #expect(!advice.route.contains { $0.step.hasPrefix("Dit geldt nu niet") })
    }

    @Test func `of a part above an amount only that counts in a sum, and a difference is taken`() throws {
        let text = """
            ## Kwijtschelding van pacht

            De draagkracht is het inkomen min de woonlasten boven 200 euro. Van de draagkracht gaat 80% naar de pacht. Is de pacht hoger, dan wordt het verschil kwijtgescholden.
            """
        let advice = try advice(
            text, "Inkomen 500 euro, woonlasten 300 euro, de pacht is 450 euro. Hoeveel pacht wordt er kwijtgescholden?"
        )

        #expect(advice.route.contains { $0.step == "500 − (300 − 200) = 400 euro." })
        #expect(advice.route.contains { $0.step == "80 procent van 400 euro is 320 euro." })
        #expect(advice.route.contains { $0.step == "450 − 320 = 130 euro." })
    }

    @Test func `what is listed under a name adds up to it`() throws {
        let text = "## Ruimte\n\nReken zo: inkomen, min vaste lasten, min leefgeld. Wat overblijft is de ruimte."
        let advice = try advice(
            text,
            "Inkomen 1.900. Vaste lasten: huur 700, energie 150, verzekering 50. Leefgeld 600. Hoeveel ruimte is er?")

        #expect(advice.route.first?.step == "1.900 − 900 − 600 = 400 euro.")
    }

    @Test func `an amount over so many months is rounded as the rule says, and the last term is the rest`() throws {
        let text =
            "## Betalen in delen\n\nHet termijnbedrag is ten minste 5 euro. Rond naar boven af op hele euro's; de laatste termijn is wat overblijft."
        let advice = try advice(text, "1.000 euro in 12 maanden. Wat wordt het termijnbedrag?")

        #expect(
            advice.route.first?.step
                == "1.000 euro in 12 termijnen is 84 euro per termijn; de laatste is 76 euro.")
    }

    @Test func `so many months of rent are worked out with the rent of the case`() throws {
        let text = "## Noodfonds\n\nHet noodfonds betaalt ten hoogste anderhalve maand pacht."
        let advice = try advice(text, "De pacht is 60 euro. Hoeveel betaalt het noodfonds?")

        #expect(advice.route.first?.step == "1,50 keer 60 euro is 90 euro.")
    }

    @Test func `a table of days is counted from the event in its head, and moved to a workday`() throws {
        let text = """
            ## Wat gebeurt wanneer

            | Dag na de vervaldatum | Wat |
            |---|---|
            | 5 | Bericht op het prikbord |
            | 20 | De penningmeester belt |

            Valt een dag in het weekend, dan doen we het de eerstvolgende werkdag.
            """
        let advice = try advice(text, "De vervaldatum was 1 november 2026. Wanneer belt de penningmeester?")

        // 21 november 2026 is een zaterdag.
        #expect(advice.route.first?.step.contains("23 november 2026") == true)
    }

    @Test func `the end of the second month after a day is named by the calendar`() throws {
        let text =
            "## Overlijden van een huurder\n\nNa het overlijden van de huurder loopt de pacht door tot het einde van de tweede maand na het overlijden."
        let advice = try advice(text, "De huurder is 14 oktober 2026 overleden. Tot welke datum loopt de pacht?")

        #expect(advice.route.first?.step.contains("31 december 2026") == true)
    }

    @Test func `how old something is follows from the day since when it is there`() throws {
        let text =
            "## Bewind\n\nIs het bewind jonger dan drie maanden, dan wachten we met opzeggen tot die drie maanden om zijn."
        let day = try #require(Day(2026, 11, 20))
        let young = try advice(
            text, "Sinds 5 oktober 2026 heeft hij bewind, hij loopt 4 maanden achter. Mogen we opzeggen?", on: day)
        let old = try advice(text, "Sinds 5 mei 2026 heeft hij bewind. Mogen we opzeggen?", on: day)

        #expect(young.route.first?.step.hasPrefix("Is het bewind jonger") == true)
        #expect(young.route.first?.facts.isEmpty == false)
        #expect(!old.route.contains { $0.step.hasPrefix("Is het bewind jonger") && !$0.facts.isEmpty })
    }

    @Test func `of two terms in one breath both are counted`() throws {
        let text = "## Nazorg\n\nBel de huurder 3 maanden en 6 maanden na de verhuizing."
        let advice = try advice(text, "De verhuizing was op 31 augustus 2026. Wanneer bel ik de huurder?")

        #expect(advice.route.contains { $0.step.contains("30 november 2026") })
        #expect(advice.route.contains { $0.step.contains("28 februari 2027") })
    }

    @Test func `days from a first day are not counted from a date of something else`() throws {
        let text = """
            ## Rust

            Na het ja van de huurder ligt de tuin 60 kalenderdagen stil. Dag 1 is de dag van het ja.

            ## Stukken over de pacht

            Vraag de huurder om stukken over de pacht binnen 14 dagen.
            """
        let advice = try advice(
            text, "Op 10 november 2026 heb ik om stukken over de pacht gevraagd. Wanneer moeten die stukken er zijn?")

        #expect(advice.route.first?.step.contains("24 november 2026") == true)
        #expect(!advice.route.contains { $0.step.contains("60 kalenderdagen") && $0.step.contains("2027") })
    }

    @Test func `a workday by its number is counted like a term`() throws {
        let text = "## Overdracht\n\nBel op werkdag 6 na de overdracht."
        let advice = try advice(
            text, "De overdracht was op vrijdag 6 november 2026. Wanneer moet ik bellen?")

        #expect(advice.route.contains { $0.step.contains("16 november 2026") })
    }
}
