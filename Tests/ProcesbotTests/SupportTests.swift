import Basics
import Testing

@testable import Procesbot

@Suite("What supports an answer")
struct SupportTests {
    private func advise(_ question: String, _ texts: String...) throws -> Advice {
        let documents = texts.enumerated().map { (name: "d\($0.offset).md", text: $0.element) }
        return try TestLibrary.adviser(of: documents).advise(question, on: TestLibrary.day)
    }

    @Test(arguments: [
        (
            "Wat is de proeftijd van een volkstuin?", "De proeftijd van een volkstuin is twee weken.",
            "De proeftijd van een volkstuin is 3 maanden."
        ),
        (
            "Wat kost een tuinsleutel?", "Een tuinsleutel voor de volkstuin kost 9 euro.",
            "Een nieuwe tuinsleutel voor de volkstuin kost 14 euro."
        ),
    ])
    func `two sources that give the asked number otherwise are refused, and both shown`(
        _ question: String, _ one: String, _ other: String
    ) throws {
        let advice = try advise(question, "# Regels volkstuin\n\n\(one)\n", "# Vragen volkstuin\n\n\(other)\n")

        #expect(advice.refused?.reason == .contradiction)
        #expect(Set(advice.near.map(\.document)) == ["d0.md", "d1.md"])
    }

    @Test(arguments: [
        ("De proeftijd van een kas is vier weken.", "another thing"),
        ("De proeftijd van een volkstuin is 14 dagen.", "the same time"),
        ("Woont iemand buiten de stad, dan is de proeftijd van een volkstuin 3 maanden.", "another case"),
    ])
    func `another thing, the same time in other words and another case contradict nothing`(
        _ other: String, _ what: String
    ) throws {
        let advice = try advise(
            "Wat is de proeftijd van een volkstuin?", "# Regels\n\nDe proeftijd van een volkstuin is twee weken.\n",
            "# Vragen\n\n\(other)\n")

        #expect(advice.refused == nil, "\(what)")
        #expect(advice.conflicts.isEmpty, "\(what)")
    }

    @Test func `an amount that is asked must be of that very thing`() throws {
        let text = "# Tuin\n\n## Betalen\n\nVoor wie krap zit is er de tuinbeurs. De jaarhuur is 80 euro.\n"

        #expect(try advise("Hoe hoog is de tuinbeurs?", text).refused?.reason == .noSupport)
        #expect(try advise("Hoe hoog is de jaarhuur?", text).route.first?.step.contains("80 euro") == true)
    }

    @Test func `a name and a side issue do not make the adviser refuse`() throws {
        let text =
            "# Tuin\n\n## Sleutel kwijt\n\nBel de havenmeester als een huurder de sleutel van zijn tuinhuis verloor.\n"

        let advice = try advise(
            "pff mevr. Van den Akkerboom verloor de sleutel van haar tuinhuis, haar parkiet zong erbij. wat doe ik nu",
            text)

        #expect(advice.route.first?.step.contains("havenmeester") == true)
    }

    @Test func `of one date one is counted: what is asked, and not how long papers are kept`() throws {
        let text = """
            # Inspraak

            Een zienswijze wordt binnen drie dagen bevestigd en binnen vijf weken beantwoord. Verlenging kan met twee weken.
            Zienswijzen bewaren wij 5 jaar.
            """

        let advice = try advise("De zienswijze kwam op 2 maart 2026. Wanneer moet die zijn beantwoord?", text)

        let dates = advice.route.map(\.step).filter { $0.contains("2026 is") }
        #expect(
            dates == ["5 weken na 2 maart 2026 is 6 april 2026."]
                || dates == ["vijf weken na 2 maart 2026 is 6 april 2026."], "\(dates)")
    }

    @Test(arguments: [
        ("De jaarhuur is 90 euro, hoe hoog is de borg?", "Borg = 3 x jaarhuur.", "270 euro"),
        (
            "Het gaat om 8000 euro, hoeveel marktgeld is dat?",
            "Het marktgeld is 2 procent van het bedrag, met een maximum van 95 euro.", "95 euro"
        ),
        (
            "De omzet is 1500 euro, hoe hoog is het marktgeld?", "Het marktgeld is 2,5 procent van de omzet.",
            "37,50 euro"
        ),
    ])
    func `a number of times and a share of an amount are worked out`(
        _ question: String, _ rule: String, _ outcome: String
    ) throws {
        let advice = try advise(question, "# Marktgeld en borg\n\n## Rekenen\n\n\(rule)\n")

        #expect(advice.route.contains { $0.step.contains(outcome) }, "\(advice.route.map(\.step))")
    }

    @Test(arguments: [("stukken", "kapot"), ("stuk", "bewijsstukken"), ("gemist", "ontbreken")])
    func `a word in another form or sense is another word`(_ one: String, _ other: String) throws {
        let lexicon = try TestLibrary.adviser(of: [("a.md", "# A\n\nStukken, stuk, kapot, gemist, ontbreken.\n")])
            .library.lexicon
        let terms = lexicon.terms(of: one + ", " + other)

        #expect(terms[0].likeness(to: terms[1]) < 0.6)
    }

    @Test func `an ordinal is no third person`() throws {
        let lexicon = try TestLibrary.adviser(of: [("a.md", "# A\n\nTante belt.\n")]).library.lexicon
        let aunt = lexicon.terms(of: "tante")[0]

        #expect(lexicon.terms(of: "Derde: stoppen")[0].likeness(to: aunt) < 0.3)
        #expect(lexicon.terms(of: "een derde belt")[0].likeness(to: aunt) > 0.5)
    }

    @Test func `a sentence that goes on with a small letter is a sentence of its own where people type`() throws {
        let reader = try TestLibrary.adviser(of: [("a.md", "# A\n\nB.\n")]).statements

        let said = reader.statements(in: "hij spreekt geen Fries. wat doe ik bijv. nu?", origin: .question)

        #expect(said.map(\.text).first?.hasPrefix("hij spreekt geen Fries") == true)
        #expect(said.count == 2)
    }
}
