import Basics
import Testing

@testable import Procesbot

@Suite("Rules read whole: tiers, bounds, denials, seasons and tables")
struct WholeRuleTests {
    private func advice(_ text: String, _ question: String, on day: Day = TestLibrary.day) throws -> Advice {
        try TestLibrary.adviser(of: [("volkstuin.md", "# Volkstuin\n\n" + text + "\n")]).advise(question, on: day)
    }

    @Test func `tiers over three sentences are one rule, and a least is no tier`() throws {
        let text =
            "## Leges van de kas\n\nOver de eerste 400 euro van de bouwsom 10%, met een minimum van 5 euro. Over het meerdere tot 1.000 euro 5%. Over wat daarboven komt 1%."
        let advice = try advice(text, "Hoeveel leges betaalt iemand bij een bouwsom van 2.000 euro?")

        #expect(advice.route.first?.step.contains("samen 80 euro") == true)
    }

    @Test func `a sum that goes beyond the most of its rule is held to it`() throws {
        let text =
            "## Teruggave van pacht\n\nDe vereniging geeft terug: 20% over de eerste 100 euro van de pacht en 10% over het meerdere, samen ten hoogste 30 euro."
        let advice = try advice(text, "De pacht was 900 euro. Hoeveel pacht geeft de vereniging terug?")

        #expect(advice.route.first?.step.hasSuffix("Met de grens uit de regel: 30 euro.") == true)
    }

    @Test func `half of an amount is worked out, and its most is no limit of what the case gives`() throws {
        let text = "## Subsidie voor de kas\n\nDe vereniging betaalt de helft van de bouwsom, ten hoogste 200 euro."
        let advice = try advice(text, "De bouwsom is 1.000 euro. Hoeveel subsidie betaalt de vereniging voor de kas?")

        #expect(advice.route.first?.step.contains("500 euro. Met de grens uit de regel: 200 euro.") == true)
        #expect(!advice.route.contains { $0.step.contains("buiten de grens") })
    }

    @Test func `what is paid each month is the amount per month of a rule`() throws {
        let text =
            "## Borg van de tuin\n\nDe borg van de tuin is vijf keer het maandbedrag, met een maximum van 90 euro."
        let advice = try advice(text, "De huurder betaalt 15 per maand. Hoeveel borg vraag ik voor de tuin?")

        #expect(advice.route.first?.step.hasPrefix("5 keer 15 euro is 75 euro") == true)
    }

    @Test func `where there is no child, none is younger than four`() throws {
        let text =
            "## Hek van de tuin\n\nWoont er een kind jonger dan 4 jaar, dan is de wachttijd voor het hek 30 dagen in plaats van 10."
        let advice = try advice(text, "Er zijn geen kinderen. Hoe lang is de wachttijd voor het hek?")

        #expect(
            !advice.route.contains { $0.why.hasPrefix("Want: Er zijn geen kinderen") && $0.step.hasPrefix("Woont") })
    }

    @Test func `an order that dan takes up is a condition`() throws {
        let text =
            "## Bewijs van de tuin\n\nLaat de huurder zien dat hij zich bij de bond heeft gemeld, dan rust de pacht 3 weken."
        let advice = try advice(text, "De huurder heeft zich gemeld bij de bond. Rust de pacht?")

        #expect(advice.route.first?.isOpen == true || advice.route.first?.facts.isEmpty == false)
    }

    @Test func `a season in a rule is held against the month that is asked`() throws {
        let text = "## Snoeien\n\nVan 15 maart tot 15 juli worden de hagen van de tuin niet gesnoeid."
        let summer = try advice(text, "Kan ik de hagen in mei laten snoeien?")
        let winter = try advice(text, "Kan ik de hagen in november laten snoeien?")

        #expect(summer.route.first?.step.hasPrefix("Nee. Van 15 maart") == true)
        #expect(!winter.route.contains { $0.step.hasPrefix("Van 15 maart") })
    }

    @Test func `a season goes on over the turn of the year, and a year makes no season`() {
        func season(_ text: String) -> Season? { Season.read(Tokenizer.tokens(of: text)) }

        #expect(season("van 1 oktober tot 1 april")?.holds(month: 12) == .yes)
        #expect(season("van 1 oktober tot 1 april")?.holds(month: 4) == .no)
        #expect(season("juni tot en met augustus")?.holds(month: 8) == .yes)
        #expect(season("van 1 oktober 2026 tot 1 april 2027") == nil)
    }

    @Test func `no is said of what is asked and of nothing narrower`() throws {
        let text =
            "## Water in de tuin\n\nRegen uit een gedeelde ton kan niet worden afgesloten. Water uit de kraan kan wel worden afgesloten."
        let advice = try advice(text, "Kan ik de kraan afsluiten?")

        #expect(!advice.route.contains { $0.step.hasPrefix("Nee. Regen") })
    }

    @Test func `the row whose range holds the amount comes first, without its results as conditions`() throws {
        let text =
            "## Wie tekent\n\n| Pacht | Looptijd ten hoogste | Wie beslist |\n|---|---|---|\n| minder dan 50 euro | 2 maanden | beheerder |\n| 50 tot 200 euro | 6 maanden | penningmeester |\n| 200 euro of meer | 12 maanden | bestuur |\n\nEen tweede uitstel van pacht kan alleen met toestemming van het bestuur. Lopende pacht blijft verschuldigd."
        let advice = try advice(text, "De pacht is 80 euro. Wie beslist over uitstel van pacht?")

        #expect(advice.route.first?.step.contains("penningmeester") == true)
        #expect(!advice.missing.contains { $0.question.contains("looptijd") })
    }

    @Test func `of columns for years the one of today is shown, and the one that is asked`() throws {
        let text =
            "## Tarieven\n\n| Handeling | 2025 | 2026 |\n|---|---|---|\n| Kas keuren | 12,00 euro | 14,00 euro |\n| Kas slopen | 30,00 euro | 33,00 euro |\n"
        let now = try advice(text, "Wat kost het om een kas te keuren?", on: Day(2026, 5, 1)!)
        let before = try advice(text, "Wat kostte een kas keuren in 2025?", on: Day(2026, 5, 1)!)

        #expect(now.route.first?.step == "Handeling: Kas keuren; 2026: 14,00 euro")
        #expect(before.route.first?.step.contains("2025: 12,00 euro") == true)
    }

    @Test func `terms with a description are conditions, and the foot of a page is no step`() {
        let text = HTMLReader.text(
            of: "<dl><dt>Tot 50 euro</dt><dd>De beheerder tekent.</dd></dl><footer>Bijgewerkt door de redactie</footer>"
        )

        #expect(text.contains("- Tot 50 euro: De beheerder tekent."))
        #expect(!text.contains("redactie"))
    }

    @Test(arguments: [
        "Van: het bestuur", "Blad 1 van 2", "4410.", "Afdruk verouderd na 31 juli.", "Laatst bijgewerkt: mei.",
    ])
    func `the head and foot of a memo are no steps`(_ text: String) {
        #expect(Marginalia.isOne(Tokenizer.tokens(of: text)))
    }

    @Test(arguments: [
        "Van 1 mei tot 1 juni rust de pacht.", "Aan de huurder stuur je een brief.", "Vraag naar de sleutel.",
    ])
    func `what says something is none`(_ text: String) { #expect(!Marginalia.isOne(Tokenizer.tokens(of: text))) }

    @Test func `a verb in two parts is found by its infinitive and its participle`() throws {
        let text = "## Pacht\n\nDe penningmeester boekt de pacht na een jaar af. De beheerder tekent de kaart."

        for question in ["Wie mag de pacht afboeken?", "Door wie wordt pacht afgeboekt?"] {
            let advice = try advice(text, question)
            #expect(advice.route.first?.step.hasPrefix("De penningmeester") == true, "\(question)")
        }
    }

    @Test func `a question file with a key that nothing reads is refused with its line`() throws {
        let text = "- id: A1\n  vraag: Mag dat?\n  verboden: [ja]\n"

        let error = #expect(throws: UnknownQuestionKey.self) { try TestQuestion.list(from: text) }
        #expect(error?.key == "verboden")
        #expect(error?.line == 3)
        #expect(error?.description.contains("niet") == true)
    }

    @Test(arguments: [
        ("- id: A1\n  feiten: nat\n", "line 1, key 'vraag': expected is this key in every question"),
        (
            "- id: A1\n  vraag: Mag dat?\n  bronnen: 02\n",
            "line 3, key 'bronnen': expected is a list of texts, such as [a, b]"
        ),
        ("- id: A1\n  vraag: [Mag dat?]\n", "line 2, key 'vraag': expected is a text"),
        ("vragen:\n  - id: A1\n", "line 1: expected is a list of questions, each with - id:"),
    ])
    func `a question file that is wrong is refused with its line, the key and what was expected`(
        _ text: String, _ said: String
    ) throws {
        let error = #expect(throws: QuestionListFault.self) { try TestQuestion.list(from: text) }
        #expect(error?.description == said)
    }

    @Test(arguments: [
        ("processen/incasso.bpmn Alles betaald (alles-betaald)", true), ("incasso.bpmn Alles betaald (betaald)", true),
        ("processen/regeling.bpmn Alles betaald (alles-betaald)", false),
        ("regeling.bpmn Alles betaald in/incasso (betaald)", false), ("processen/incasso.bpmn Klant bedanken", false),
    ])
    func `a source that is expected is known by its file, in whatever folder it lies`(_ cited: String, _ fits: Bool) {
        #expect(QuestionResult.fits(cited, "incasso Alles betaald") == fits)
    }

    @Test func `two documents that allow the same to another length contradict each other`() throws {
        let adviser = try TestLibrary.adviser(of: [
            (
                "a.md",
                "# Sleutel\n\n## Gieter lenen\n\nAls uw regenton later wordt geleverd, mag u de gieter van de schuur tot 9 dagen lenen.\n"
            ),
            (
                "b.md",
                "# Beheer\n\n## Lenen\n\nEen huurder wiens regenton later wordt geleverd, mag de gieter van de schuur ten hoogste 4 dagen lenen.\n"
            ),
        ])

        let advice = adviser.advise(
            "De regenton wordt later geleverd, hoeveel dagen mag de huurder de gieter van de schuur lenen?",
            on: TestLibrary.day)

        #expect(advice.refused?.reason == .contradiction)
        #expect(advice.conflicts.first?.sources.count == 2)
    }

    @Test func `at least so long before something is counted on from the day it was done`() throws {
        let text =
            "## Keuring\n\nDe brief over de keuring gaat ten minste 10 dagen voor de keuring de deur uit.\n\n## Keuring met dieren\n\nZijn er kippen op de tuin, dan is de termijn van de brief over de keuring 30 dagen."
        let plain = try advice(
            text, "De brief over de keuring ging 1 juni 2026 weg. Vanaf welke dag mag de keuring?")
        let animals = try advice(
            text,
            "De brief over de keuring ging 1 juni 2026 weg. Er zijn kippen op de tuin. Vanaf welke dag mag de keuring?")

        #expect(plain.route.first?.step.contains("11 juni 2026") == true)
        #expect(animals.route.first?.step.contains("1 juli 2026") == true)
    }

    @Test func `a part that is given per head is put together from the household, and rounded as the rule says`() throws
    {
        let text =
            "## Ruimte voor pacht\n\nDe pachtruimte is het inkomen min de vaste lasten min het leefgeld. Het leefgeld is 400 euro voor de eerste volwassene, 200 euro voor elke volgende volwassene en 100 euro voor elk kind.\n\nDe pacht is 50% van de pachtruimte, naar beneden afgerond op een veelvoud van 10 euro. Is de pachtruimte nul of minder, vraag dan geen pacht."
        let rich = try advice(
            text, "Alleenstaande vader met 2 kinderen, inkomen 1.500 euro, vaste lasten 750 euro. Hoeveel pachtruimte?")
        let poor = try advice(
            text, "Mevrouw woont alleen, inkomen 900 euro, vaste lasten 600 euro. Hoeveel pachtruimte?")

        #expect(rich.route.contains { $0.step.contains("150 euro") })
        #expect(rich.route.contains { $0.step.contains("70 euro") })
        #expect(poor.route.first?.step.contains("vraag dan geen pacht") == true)
    }

    @Test func `who does not say how many there are gets no part per head`() {
        func household(_ words: [String]) throws -> Household? {
            let adviser = try TestLibrary.adviser()
            return Household(words.flatMap { adviser.statements.statements(in: $0, origin: .question) })
        }

        #expect(try! household(["Alleenstaande moeder met kinderen."]) == nil)
        #expect(try! household(["Alleenstaande moeder met een zoon van 19."]) == nil)
        #expect(try! household(["Echtpaar zonder kinderen."])?.adults == 2)
    }
}
