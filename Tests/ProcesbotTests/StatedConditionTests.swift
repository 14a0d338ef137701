import Testing

@testable import Procesbot

@Suite("What must still hold is told as its source means it")
struct StatedConditionTests {
    private func advice(_ text: String, _ question: String) throws -> Advice {
        try TestLibrary.adviser(of: [("werk.md", "# Camping\n\n## Standplaats\n\n" + text)]).advise(
            question, on: TestLibrary.day)
    }

    private func whys(_ text: String, _ question: String) throws -> [String] {
        try advice(text, question).route.map(\.why)
    }

    static let signs = """
        Geef een gast een rustige standplaats als minstens twee van deze signalen kloppen:

        - de gast komt met een baby;
        - de gast slaapt slecht;
        - de gast werkt op de camping.
        """

    @Test func `of a number out of a list it is told how many are needed, below the list itself`() throws {
        let whys = try whys(Self.signs, "Krijgt een gast een rustige standplaats?")

        #expect(
            whys.contains { $0.hasPrefix("Alleen als minstens 2 van deze punten gelden.") }, "\(whys)")
    }

    @Test func `yes or no to what was said last is not answered by a list of signs for something else`() throws {
        let question = "De gast komt met een baby en wil een boot van 15 meter meenemen. Kan dat?"
        let steps = try advice(Self.signs, question).route.map(\.step)

        #expect(!steps.contains { $0.hasPrefix("Nee") || $0.hasPrefix("Ja") }, "\(steps)")
    }

    @Test func `what must hold together and what is enough alone are told apart`() throws {
        let both = try whys(
            "Een standplaats aan het water mag als de gast een boot heeft en het hek dicht is.",
            "Mag een standplaats aan het water?")
        let one = try whys(
            "Een standplaats aan het water mag als de gast een boot heeft of het hek dicht is.",
            "Mag een standplaats aan het water?")

        #expect(both.contains { $0.hasPrefix("Alleen als dit alles geldt:") }, "\(both)")
        #expect(!one.contains { $0.contains("dit alles") }, "\(one)")
    }

    @Test func `an order that is worked out behind its colon is no condition`() throws {
        let advice = try advice(
            "Wacht tot de bedenktijd van de standplaats zeker voorbij is: 14 dagen en een dag daarna.",
            "Wat doe ik met de bedenktijd van een standplaats?")

        #expect(advice.route.first?.why.hasPrefix("De vraag gaat hierover") == true, "\(advice.route.map(\.why))")
        #expect(!advice.missing.contains { $0.question.contains("Wacht tot") })
    }

    @Test func `the article that a condition is taken from is no part of it`() throws {
        let text = "De standplaats vervalt als de gast dan niet heeft betaald (BW 6:96 lid 6)."
        let whys = try whys(text, "Wanneer vervalt de standplaats?")

        #expect(whys.contains { $0.contains("heeft betaald") }, "\(whys)")
        #expect(!whys.contains { $0.contains("96") }, "\(whys)")
    }

    @Test func `a list of answers asks nothing of a case`() throws {
        let text =
            "| Maatregel | Naam | Kern |\n|---|---|---|\n| A | Stilte | Rust op de standplaats na tien uur |\n"
            + "| B | Water | Geen water op de standplaats in de winter |\n"
        let whys = try whys(text, "Hoe zorg ik voor rust op de standplaats na tien uur?")

        #expect(!whys.contains { $0.contains("Maatregel: A") }, "\(whys)")
    }

    @Test func `of a question only the number is a fact, with what it is of`() throws {
        let advice = try advice(
            "| Duur van het verblijf | Wie beslist |\n|---|---|\n| tot en met 12 maanden | balie |\n"
                + "| 13 tot en met 24 maanden | beheerder |\n",
            "wie beslist over een verblijf van 15 maanden")

        #expect(advice.facts.map(\.fact) == ["verblijf van 15 maanden"])
        #expect(advice.route.first?.step.contains("beheerder") == true)
    }

    @Test func `what is forbidden to go by itself contradicts nobody who does it`() throws {
        let adviser = try TestLibrary.adviser(of: [
            ("a.md", "# Camping\n\n## Verval\n\nEen reservering vervalt nooit vanzelf; de beheerder beslist erover."),
            ("b.md", "# Balie\n\n## Verval\n\nDe balie stelt de beheerder voor de reservering te laten vervallen."),
        ])
        let conflicts = adviser.advise("wie beslist over een reservering die vervalt", on: TestLibrary.day)
            .conflicts

        #expect(conflicts.isEmpty)
    }
}
