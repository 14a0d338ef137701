import Basics
import Testing

@testable import Procesbot

@Suite("The right first step, and sums of whole rules")
struct FirstStepTests {
    private func advice(_ text: String, _ question: String, facts: JSON? = nil) throws -> Advice {
        try TestLibrary.adviser(of: [("volkstuin.md", "# Volkstuin\n\n" + text + "\n")])
            .advise(question, facts: facts, on: TestLibrary.day)
    }

    @Test func `of a long list the item that is asked about comes first, and the route is short`() throws {
        let text =
            "## Kas opleveren\n\nNeem mee naar de oplevering:\n\n- de sleutel van het hek;\n- een foto van de beplanting;\n- de meterstand van het water, zonder rekening;\n- het pasje van de parkeerplaats.\n"
        let advice = try advice(text, "Neem ik de meterstand van het water mee naar de oplevering van de kas?")

        #expect(
            advice.route.first?.step == "Neem mee naar de oplevering: de meterstand van het water, zonder rekening;")
        #expect(advice.route.first?.sources.count == 2)
        #expect(advice.route.count <= Composer.longestRoute)
    }

    @Test func `what is asked over and above an amount is reckoned at its own rate`() throws {
        let text =
            "## Leges van de kas\n\nDe leges zijn 10 procent over de eerste 400 euro en 5 procent over het meerdere."
        let advice = try advice(text, "Hoeveel leges betaalt iemand voor een kas van 1.000 euro?")

        #expect(advice.route.first?.step.contains("samen 70 euro") == true)
    }

    @Test func `tiers are read as widths and as edges, and half a rule is none`() {
        func tiers(_ text: String) -> [Reckoner.Tier]? { Reckoner.tiers(in: Tokenizer.tokens(of: text)) }

        #expect(
            tiers("8 procent over de eerste 500 euro, 6 procent over de volgende 500 euro, 2 procent over het meerdere")
                == [.init(rate: 800, upTo: 50_000), .init(rate: 600, upTo: 100_000), .init(rate: 200, upTo: nil)])
        #expect(tiers("boven 500 euro 6 procent over het meerdere") == nil)
    }

    @Test func `a part of a sum that nobody gave is asked, and the sum says that it lacks`() throws {
        let text =
            "## Ruimte in de kas\n\nReken zo: oppervlakte, min paden, min waterbak, min bank. Dat is de ruimte in de kas."
        let advice = try advice(text, "Oppervlakte 2.000, paden 300, waterbak 200. Hoeveel ruimte is er in de kas?")

        #expect(advice.route.first?.step.hasPrefix("Voorlopig, nog zonder bank") == true)
        #expect(advice.missing.contains { $0.fact == "bank" })
    }

    @Test func `an amount per month is divided over the list, and is no member of it`() throws {
        let text = "## Verdelen\n\nVerdeel de huur naar verhouding van de oppervlakte van de tuinen."
        let advice = try advice(
            text, "Drie tuinen van 600, 300 en 300. De huur is 40 per maand. Hoe verdeel ik de huur over de tuinen?")

        #expect(advice.route.first?.step == "Naar verhouding verdeeld: 20 en 10 en 10 euro.")
    }

    @Test func `a day by number counts from the first day that stands elsewhere in the document`() throws {
        let text =
            "## Proeftijd\n\nDe proeftijd duurt 40 dagen. Dag 1 is de dag van de inschrijving.\n\n## Verlengen van de proeftijd\n\nVraag verlengen aan vóór dag 30."
        let advice = try advice(
            text, "De inschrijving was op 1 maart 2026. Wanneer moet ik verlengen uiterlijk aanvragen?")

        #expect(advice.route.first?.step == "Uiterlijk dag 29: 29 maart 2026.")
    }

    @Test func `a name that ends in a unit gives it to its number`() {
        #expect(GivenFacts.sentences(.object(["Wachttijd in weken": .number(3)])).map(\.text) == ["wachttijd 3 weken"])
    }

    @Test func `a limit that the case keeps is said to be kept`() throws {
        let text = "## Sleutel\n\nUitstel van hooguit 20 dagen mag de beheerder van de sleutel zelf geven."
        let kept = try advice(text, "De huurder vraagt 10 dagen uitstel voor de sleutel. Mag de beheerder dat geven?")
        let broken = try advice(text, "De huurder vraagt 50 dagen uitstel voor de sleutel. Mag de beheerder dat geven?")

        #expect(kept.route.first?.step.hasPrefix("Dit valt binnen de grens") == true)
        #expect(broken.route.first?.step.hasPrefix("Dit valt buiten de grens") == true)
    }

    @Test func `an option that the town rules out is not proposed`() throws {
        let text =
            "## Tuin kiezen\n\n### Tuin Noord\n\nPast als de huurder buiten Rotterdam woont en een auto heeft. Geef de plattegrond mee.\n\n### Tuin Zuid\n\nPast als de huurder in Rotterdam woont en geen hond heeft. Geef de sleutel mee."
        let advice = try advice(
            text, "De huurder woont in Rotterdam en zoekt een tuin. Welke tuin is de volgende stap?")

        #expect(advice.route.first?.step.contains("Tuin Zuid") == true)
        #expect(!advice.route.contains { $0.step.contains("plattegrond") })
    }

    @Test func `getting more is not fulfilled by getting less`() throws {
        let text = "## Huur van de tuin\n\nKrijgt de huurder meer korting, vraag dan de kaart terug. Noteer de korting."
        let advice = try advice(text, "De korting van de huurder is gedaald. Vraag ik de kaart terug?")

        #expect(!advice.route.contains { $0.why.hasPrefix("Want") && $0.step.hasPrefix("Krijgt") })
    }
}
