import Basics
import Testing

@testable import Procesbot

@Suite("Sums with the household budget of a case")
struct BudgetTests {
    private static let room = """
        # Draagkracht

        ## Ruimte

        Reken zo: inkomen per maand, min vaste lasten, min leefgeld, min regelingen die al lopen. Wat overblijft is de ruimte.

        """
    private static let norm = """
        # Betalen

        ## Budgetcheck

        Neem het netto maandinkomen. Trek daar de woonlasten, de zorgpremie, 320 euro per volwassene en 110 euro per kind van af. De helft van wat overblijft is het hoogste termijnbedrag.

        """

    private func first(_ text: String, _ question: String) throws -> String {
        try TestLibrary.adviser(of: [("regels.md", text)]).advise(question, on: TestLibrary.day).route.first?.step ?? ""
    }

    @Test(arguments: [
        ("Loon 1.740 en 96 zorgtoeslag.", "1.836 − 900 − 500 − 40 = 396 euro."),
        ("Ze verdient 1.480 euro in de maand en krijgt 220 euro toeslagen.", "1.700 − 900 − 500 − 40 = 260 euro."),
        ("AOW 1.350 en pensioen 240.", "1.590 − 900 − 500 − 40 = 150 euro."),
    ])
    func `wages, pensions and allowances together are the income`(_ said: String, _ sum: String) throws {
        let question = said + " Vaste lasten 900, leefgeld 500, regeling van 40 per maand. Wat is de ruimte?"

        #expect(try first(Self.room, question) == sum)
    }

    @Test func `rent, energy and insurance together are the fixed costs`() throws {
        let question =
            "Salaris 2.100, huur 900, stroom 130 en verzekeringen 160, leefgeld 600. Hij lost al 50 per maand af. Wat is de ruimte?"

        #expect(try first(Self.room, question) == "2.100 − 1.190 − 600 − 50 = 260 euro.")
    }

    @Test func `what someone offers is no part of what there is`() throws {
        let question =
            "Inkomen 1.800, vaste lasten 900, leefgeld 500, regeling van 40 per maand. Hij wil zelf 150 per maand betalen. Wat is de ruimte?"

        #expect(try first(Self.room, question) == "1.800 − 900 − 500 − 40 = 360 euro.")
    }

    @Test func `a sum that is told as something to do is done, also per head`() throws {
        let question =
            "Alleenstaande moeder met één kind. Inkomen 1.900, huur 850, zorgpremie 150. Wat is het hoogste termijnbedrag?"
        let route = try TestLibrary.adviser(of: [("regels.md", Self.norm)]).advise(question, on: TestLibrary.day).route

        #expect(
            route.prefix(2).map(\.step) == [
                "1.900 − 850 − 150 − 320 − 110 = 470 euro.", "de helft van 470 euro is 235 euro.",
            ])
    }

    @Test func `what goes off behind the verb goes off as well`() throws {
        let text = Self.norm.replacing(
            "de woonlasten, de zorgpremie, 320 euro per volwassene en 110 euro per kind van af.",
            with: "de woonlasten van af, en voor het huishouden 320 euro per volwassene en 110 euro per kind.")
        let question =
            "Alleenstaande moeder met twee kinderen. Inkomen 1.900, huur 850. Wat is het hoogste termijnbedrag?"

        #expect(try first(text, question) == "1.900 − 850 − 320 − 220 = 510 euro.")
    }

    @Test func `an amount per head asks who live there`() throws {
        let question = "Inkomen 1.900, huur 850, zorgpremie 150. Wat is het hoogste termijnbedrag?"

        #expect(try first(Self.norm, question).hasPrefix("Voorlopig, nog zonder 320 euro per volwassene"))
    }
}

@Suite("Terms, shares and tables of days")
struct SpreadTests {
    private func first(_ text: String, _ question: String) throws -> String {
        try TestLibrary.adviser(of: [("regels.md", "# Betalen\n\n" + text)]).advise(question, on: TestLibrary.day)
            .route.first?.step ?? ""
    }

    @Test(arguments: ["in 6 keer", "in zes gelijke termijnen", "in 6 maanden"])
    func `a debt is spread over its terms, however they are called`(_ spread: String) throws {
        let step = try first(
            "## Regeling\n\nHet laagste termijnbedrag is 25 euro.\n",
            "Hij betaalt 900 euro \(spread). Hoeveel is dat per maand?")

        #expect(step == "900 euro in 6 termijnen is 150 euro per termijn.")
    }

    @Test func `the open amount is what the case is about, by whatever name`() throws {
        let step = try first(
            "## Kosten\n\nBij overdracht aan het incassobureau komen er kosten bij van 15 procent van het openstaande bedrag, met een minimum van 40 euro.\n",
            "640 euro gaat naar het incassobureau, wat komt er bij aan kosten?")

        #expect(step.hasPrefix("15 procent van 640 euro is 96 euro"))
    }

    @Test func `a share per day is taken so many times as there are days`() throws {
        let step = try first(
            "## Premie terug\n\nWij betalen terug vanaf de dag na de verkoop: een dertigste van de maandpremie per dag.\n",
            "Auto verkocht, nog 18 dagen vooruit betaald, maandpremie 60 euro. Hoeveel krijgt hij terug?")

        #expect(step == "een dertigste van 60 euro is 2 euro. 18 keer 2 euro is 36 euro.")
    }

    @Test(arguments: [
        (
            15,
            "15 dagen valt na Dagen na de vervaldatum: 14; Wat er gebeurt: bellen. Daarna komt Dagen na de vervaldatum: 30"
        ),
        (70, "70 dagen valt na Dagen na de vervaldatum: 60; Wat er gebeurt: overdracht. Dat is de laatste regel."),
    ])
    func `between two rows of a table of days stands what was done and what comes`(_ day: Int, _ start: String) throws {
        let table = """
            ## Stappen

            | Dagen na de vervaldatum | Wat er gebeurt |
            |---|---|
            | 7 | herinnering |
            | 14 | bellen |
            | 30 | aanmaning |
            | 60 | overdracht |

            """

        #expect(try first(table, "\(day) dagen over de vervaldatum, wat is mijn volgende stap?").hasPrefix(start))
    }
}
