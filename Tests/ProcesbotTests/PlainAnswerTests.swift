import Basics
import Testing

@testable import Procesbot

@Suite("Answers that are no more certain than their source")
struct PlainAnswerTests {
    private func advise(_ question: String, _ texts: String...) throws -> Advice {
        let documents = texts.enumerated().map { (name: "d\($0.offset).md", text: $0.element) }
        return try TestLibrary.adviser(of: documents).advise(question, on: TestLibrary.day)
    }

    private func first(_ question: String, _ texts: String...) throws -> String {
        let documents = texts.enumerated().map { (name: "d\($0.offset).md", text: $0.element) }
        return try TestLibrary.adviser(of: documents).advise(question, on: TestLibrary.day).route.first?.step ?? "-"
    }

    @Test(arguments: [
        ("Mag een gast in de sauna?", "Gasten mogen in de sauna vanaf 16 jaar."),
        ("Mag een gast in de sauna?", "Alleen met een polsband mag een gast in de sauna."),
        ("Mag een gast met korting in de sauna?", "Een gast mag een handdoek lenen."),
    ])
    func `a sentence that limits itself, or says something else, gives no plain yes or no`(
        _ question: String, _ rule: String
    ) throws {
        let step = try first(question, "# Zwembad\n\n## Sauna\n\n\(rule)\n")

        #expect(!step.hasPrefix("Ja") && !step.hasPrefix("Nee"), "\(step)")
    }

    @Test func `yes stands with the sentence that explains it, never alone`() throws {
        let advice = try advise(
            "Mag ik een fiets huren?",
            "# Verhuur\n\n## Mag ik een fiets huren?\n\nJa. De huurder laat een borg achter.\n")

        #expect(advice.route.first?.step == "Ja. De huurder laat een borg achter.")
    }

    @Test func `an exception is read with the rule that it limits`() throws {
        let text =
            "# Museum\n\n## Tassen\n\nEen rugzak moet in de kluis. Hij hoeft niet in de kluis als er medicijnen in zitten.\n"

        let step = try first("Moet een rugzak in de kluis?", text)

        #expect(step.contains("moet in de kluis. Hij hoeft niet in de kluis als er medicijnen"))
    }

    @Test func `what stands before a colon is a condition when Anders follows, or when it says what has happened`()
        throws
    {
        let text = """
            # Bibliotheekpas

            ## Inleveren

            Boek compleet: boek het in. Anders: vraag de lener ernaar en wacht twee weken.
            Te laat ingeleverd: reken de boete.
            """

        let advice = try advise("Hoe gaat het inleveren van een boek?", text)

        for start in ["Boek compleet", "Te laat ingeleverd"] {
            #expect(
                advice.route.contains { $0.step.hasPrefix(start) && $0.why.hasPrefix("Alleen als") },
                "\(advice.route.map { $0.step + $0.why })")
        }
    }

    @Test func `what goes unless something holds is said so, and never as if it needed that`() throws {
        let text = "# Bibliotheek\n\n## Boete\n\nReken een boete van 2 euro, tenzij de lener ziek is.\n"

        let advice = try advise("Het boek is te laat. Moet ik een boete rekenen?", text)

        #expect(advice.route.first?.why.hasPrefix("Niet als de lener ziek is.") == true, "\(advice.route.map(\.why))")
    }

    @Test func `one word in common does not meet a condition`() throws {
        let text = "# Camping\n\n## Huisdier\n\nHeeft de gast een hond met een muilkorf, dan mag hij op het strand.\n"

        let advice = try advise("De gast heeft een hond. Mag die op het strand?", text)

        #expect(advice.route.allSatisfy { !$0.why.hasPrefix("Want") }, "\(advice.route.map(\.why))")
    }

    @Test(arguments: [("2 boetes", "bel"), ("4 boetes", "brief"), ("6 boetes", "deurwaarder")])
    func `the row with a number or a range of them fires, and a column that says what to do asks nothing`(
        _ fact: String, _ wanted: String
    ) throws {
        let text = """
            # Boetes

            ## Stap per aantal boetes

            | Aantal boetes | Wat je doet | Wie |
            |---|---|---|
            | 2 | bel de lener | balie |
            | 3 of 4 | stuur een brief | balie |
            | 5 of meer | geef het aan de deurwaarder | chef |
            """

        let step = try first("Er staan \(fact) open, wat doe ik?", text)

        #expect(step.contains(wanted), "\(step)")
    }

    @Test func `a count of things is no amount of euros`() throws {
        let advice = try advise(
            "Er zijn 4 lessen gemist, hoe regelen we de lessen?",
            "# Les\n\n## Lessen\n\nDe prijs per les is ten minste 20 euro.\n")

        #expect(advice.route.allSatisfy { !$0.step.contains("buiten de grens") })
    }

    @Test func `what one year says is not given for another`() throws {
        let text = "# Leges\n\n## Paspoort\n\nOver 2026 is het paspoortgeld 80 euro.\n"

        #expect(try advise("Wat is het paspoortgeld over 2023?", text).refused?.reason == .noSupport)
        #expect(try first("Wat is het paspoortgeld over 2026?", text).contains("80 euro"))
        #expect(
            try first("Wat is het paspoortgeld?", text.replacing("2026", with: "2024")).contains(
                "een ander jaar (2024)"))
    }

    @Test(arguments: [
        (
            "Kenteken wijzigen kan tot 8 dagen voor de controle.",
            "# Regels\n\n## Kenteken wijzigen\n\nDe wijziging moet uiterlijk 3 dagen voor de controle binnen zijn.",
            true
        ),
        (
            "Kenteken wijzigen kan tot 3 dagen voor de controle.",
            "# Regels\n\n## Kenteken wijzigen\n\nDe wijziging moet uiterlijk 3 dagen voor de controle binnen zijn.",
            false
        ),
        (
            "Kenteken wijzigen kan tot 8 dagen voor de keuring.",
            "# Regels\n\n## Kenteken wijzigen\n\nDe wijziging moet uiterlijk 3 dagen voor de controle binnen zijn.",
            false
        ),
    ])
    func `two deadlines for the same thing contradict, at the same event only`(
        _ one: String, _ other: String, _ does: Bool
    ) throws {
        let advice = try advise(
            "Tot hoeveel dagen voor de controle kan ik mijn kenteken wijzigen?", "# Vragen\n\n## Kenteken\n\n\(one)\n",
            other)

        #expect((advice.refused?.reason == .contradiction) == does, "\(advice.route.map(\.step))")
    }

    @Test(arguments: [
        ("Binnen hoeveel uur moet ze de schade in de app melden?", true),
        ("Hoeveel van de schade betaalt ze zelf?", false),
    ])
    func `how a thing is done makes it no other thing, and who asks for money is told of no days`(
        _ question: String, _ does: Bool
    ) throws {
        let advice = try advise(
            question, "# Vragen\n\n## Hoe snel moet ik schade melden?\n\nMeld schade binnen 24 uur in de app.\n",
            "# Schade\n\n## Schade melden\n\nDe klant meldt schade binnen 48 uur in de app, met foto's.\n\n"
                + "## Eigen risico\n\nVan de schade betaalt de klant 200 euro zelf.\n")

        #expect((advice.refused?.reason == .contradiction) == does, "\(advice.route.map(\.step))")
    }

    @Test(arguments: [
        ("minstens 5 werkdagen", true), ("minstens 10 werkdagen", false), ("uiterlijk 10 werkdagen", false),
    ])
    func `the last day before an event is said in several ways`(_ term: String, _ does: Bool) throws {
        let advice = try advise(
            "Hoeveel werkdagen voor het einde van het contract maakt de huurder een afspraak?",
            "# Vragen\n\n## Hoe lever ik de boot in?\n\nMaak een afspraak in de app, \(term) voor het einde van uw contract.\n",
            "# Werk\n\n## Boot inleveren\n\nMaak de afspraak minstens 10 werkdagen voor de laatste dag van het contract.\n"
        )

        #expect((advice.refused?.reason == .contradiction) == does, "\(advice.route.map(\.step))")
    }

    @Test(arguments: [(4, true), (9, false)])
    func `in the first months is a bound`(_ months: Int, _ isHeld: Bool) throws {
        let advice = try advise(
            "Het contract loopt pas \(months) maanden. Kan de huurder stoppen?",
            "# Regels\n\n## Eerder stoppen\n\nIn de eerste 6 maanden van het contract kan de huurder niet stoppen.\n",
            "# Vragen\n\n## Kleur\n\nDe boot is blauw.\n")

        #expect((advice.route.first?.step.hasPrefix("Nee") == true) == isHeld, "\(advice.route.map(\.step))")
    }
}
