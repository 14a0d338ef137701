import Basics
import Testing

@testable import Procesbot

@Suite("Amounts for each of something, what comes off or on, and days before an event")
struct RateTests {
    private func steps(_ text: String, _ question: String) throws -> [String] {
        try TestLibrary.adviser(of: [("zwembad.md", "# Zwembad\n\n" + text + "\n")]).advise(
            question, on: TestLibrary.day
        )
        .route.map(\.step)
    }

    private static let lanes = """
        ## Wat een baan kost

        | Baan | Vereniging uit Delft | Andere huurders |
        |---|---|---|
        | wedstrijdbaan, per uur | 18 euro | 32 euro |
        | instructiebad, per uur | 11 euro | 24 euro |
        """

    @Test(arguments: [
        ("Wat kost de wedstrijdbaan 3 uur?", "3 keer 32 euro is 96 euro."),
        ("Wat kost het instructiebad 2 uur voor een vereniging uit Delft?", "2 keer 11 euro is 22 euro."),
    ])
    func `a price per hour is worked out for the hours of the case, in the column of who asks`(
        _ question: String, _ worked: String
    ) throws {
        let steps = try steps(Self.lanes, question)

        #expect(steps.contains(worked), "\(steps)")
    }

    @Test func `a price for each child is worked out for the children of the case`() throws {
        let steps = try steps(
            "## Zwemles\n\nEen proefles kost 4 euro per kind.", "Wat kost een proefles voor 3 kinderen?")

        #expect(steps.contains("3 keer 4 euro is 12 euro."), "\(steps)")
    }

    @Test(arguments: [
        (
            "Wie een jaarkaart in één keer betaalt, krijgt 5 procent korting.",
            "De jaarkaart is 200 euro en hij betaalt in één keer. Wat betaalt hij voor de jaarkaart?",
            "200 euro min 5 procent is 190 euro."
        ),
        (
            "Voor een jaarkaart met sauna komt er 25 procent bij.",
            "De jaarkaart is 200 euro. Wat betaalt hij voor die jaarkaart met sauna?",
            "200 euro plus 25 procent is 250 euro."
        ),
    ])
    func `a discount comes off the amount of the case and a surcharge on it`(
        _ rule: String, _ question: String, _ worked: String
    ) throws {
        let steps = try steps("## Jaarkaart\n\n" + rule, question)

        #expect(steps.contains(worked), "\(steps)")
    }

    @Test func `what an amount has above the most is for who pays the rest`() throws {
        let text =
            "## Bijdrage\n\nDe gemeente betaalt ten hoogste 150 euro van de zwemles. Wat meer kost, betaalt de ouder zelf."
        let steps = try steps(text, "De zwemles kost 230 euro. Hoeveel moet de ouder zelf nog bijbetalen?")

        #expect(steps.contains("230 − 150 = 80 euro."), "\(steps)")
    }

    @Test func `a term before an event that is still to come is counted back`() throws {
        let text = "## Zaal\n\nWie het bad huurt, betaalt uiterlijk 5 dagen voor het gebruik."
        let steps = try steps(text, "Ze huurt het bad op 30 november 2026. Wat is de laatste dag om te betalen?")

        #expect(steps.first == "5 dagen voor 30 november 2026 is 25 november 2026.", "\(steps)")
    }

    @Test(arguments: [("1 december 2026", true), ("20 december 2026", false)])
    func `a day that is still to come is held against the days in which it must fall, and none is counted from it`(
        _ day: String, _ isNear: Bool
    ) throws {
        let text = """
            ## Dreigende sluiting van het abonnement

            Dreigt dit binnen 14 dagen, bel dan dezelfde dag met de bedrijfsleider.
            """
        let advice = try TestLibrary.adviser(of: [("zwembad.md", "# Zwembad\n\n" + text + "\n")])
            .advise("Op \(day) dreigt sluiting van het abonnement van mevrouw. Wie bel ik?", on: Day(2026, 11, 20)!)

        #expect(advice.route.first?.facts.isEmpty == false)
        #expect(advice.route.first?.step.hasPrefix("Dreigt dit binnen 14 dagen") == isNear)
        #expect(!advice.route.contains { $0.step.contains("is 15 december") || $0.step.contains("is 3 januari") })
    }

    @Test func `what a superlative sets is a bound, also for so much a month`() throws {
        let steps = try steps(
            "## Regeling\n\nHet laagste termijnbedrag is 10 euro.",
            "Mag ik voor de regeling een bedrag van 4 euro per maand afspreken?")

        #expect(steps.first == "Dit valt buiten de grens: Het laagste termijnbedrag is 10 euro.", "\(steps)")
    }

    @Test func `how old the members are is no term to count`() throws {
        let text =
            "## Fonds\n\nHet fonds betaalt mee voor leden tot en met 17 jaar.\n\n## Aanvraag\n\nDe aanvraag wordt binnen 10 dagen beslist."
        let steps = try steps(
            text, "De aanvraag voor het fonds kwam op 2 november 2026 binnen. Wanneer is de beslissing er?")

        #expect(steps.contains { $0.contains("12 november 2026") }, "\(steps)")
        #expect(!steps.contains { $0.contains("2043") })
    }

    @Test func `of two terms in one cell both are counted, unless one is asked by name`() throws {
        let text = """
            ## Post

            | Soort | Reactietijd |
            |---|---|
            | klacht | bevestiging binnen 2 dagen, inhoud binnen 10 dagen |
            """
        let both = try steps(text, "De klacht kwam op 2 november 2026 binnen. Wanneer moet er geantwoord zijn?")
        let one = try steps(text, "De klacht kwam op 2 november 2026 binnen. Wanneer moet de bevestiging weg zijn?")

        #expect(both.contains { $0.contains("4 november") } && both.contains { $0.contains("12 november") }, "\(both)")
        #expect(one.contains { $0.contains("4 november") } && !one.contains { $0.contains("12 november") }, "\(one)")
    }

    @Test func `how long a debt takes chooses who may agree to it`() throws {
        let text = """
            ## Ruimte

            Reken zo: inkomen min vaste lasten. Gebruik hooguit 50 procent van de ruimte.

            ## Wie beslist

            | Duur | Wie beslist |
            |---|---|
            | tot en met 12 maanden | medewerker |
            | langer dan 12 maanden | bedrijfsleider |
            """
        let steps = try steps(
            text, "Inkomen 1.000, vaste lasten 900. Er staat 750 euro open. Hoeveel ruimte is er, en wie beslist?")

        #expect(steps.contains("Duur: langer dan 12 maanden; Wie beslist: bedrijfsleider"), "\(steps)")
    }

    @Test(arguments: [
        ("Het lidmaatschap kost 60 euro per jaar.", "De klant is 65 jaar. Wat kost het lidmaatschap?"),
        ("Stuur de kaart per post; de kosten zijn 40 euro.", "Wat kosten 3 brieven per post aan kosten?"),
        (
            "Overleg bij 20 procent kwijtschelding met de badmeester.",
            "De schuld is 1.000 euro. Wat kost kwijtschelding?"
        ),
        (
            "Bij een schuld tot 1.000 euro beslist de medewerker. Bij meer beslist de teamleider.",
            "De schuld is 1.500 euro. Hoeveel moet hij nog zelf betalen?"
        ),
        (
            "Kan de klant niet betalen, geef dan 10 procent korting.",
            "De kaart is 50 euro. Wat doe ik als hij niet kan betalen?"
        ),
    ])
    func `numbers that are of something else make no sum`(_ rule: String, _ question: String) throws {
        let steps = try steps("## Kosten en kwijtschelding\n\n" + rule, question)

        #expect(
            !steps.contains { $0.contains(" is ") && $0.contains("keer") || $0.contains("−") || $0.contains("plus") },
            "\(steps)")
        #expect(!steps.contains { $0.contains("min 10 procent") })
    }
}
