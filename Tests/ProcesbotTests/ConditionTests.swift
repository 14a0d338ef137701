import Testing

@testable import Procesbot

@Suite("Conditions and what the facts make of them")
struct ConditionTests {
    static func advice(_ text: String, _ question: String) throws -> Advice {
        try TestLibrary.adviser(of: [("werk.md", text)]).advise(question, on: TestLibrary.day)
    }

    @Test func `a rule that the facts rule out is shown as what does not hold now, with the fact`() throws {
        let advice = try Self.advice(
            "# Ontruiming\n\n## Dreigende ontruiming\n\nDreigt een ontruiming binnen 14 dagen, bel dan dezelfde dag de teamleider. Leg het gesprek over de ontruiming vast.\n",
            "Over 20 dagen dreigt een ontruiming. Bel ik vandaag de teamleider?")

        #expect(advice.route.first?.step.hasPrefix("Dit geldt nu niet:") == true)
        #expect(advice.route.first?.facts.contains { $0.contains("20 dagen") } == true)
    }

    @Test func `of a list that does not say whether one or all must hold, some is not certain`() throws {
        let list =
            "# Vergunning\n\n## Toekennen\n\nKen de vergunning toe als:\n\n- de bewoner staat ingeschreven;\n- de auto op naam staat;\n- er geen garage is.\n"
        let advice = try Self.advice(list, "De bewoner staat ingeschreven. Ken ik de vergunning toe?")

        #expect(advice.route.first?.step.contains("staat ingeschreven") == true)
        #expect(!advice.missing.isEmpty)
    }

    @Test func `two sums in one breath are two amounts`() throws {
        let text =
            "# Draagkracht\n\n## Ruimte\n\nReken zo: inkomen, min vaste lasten, min leefgeld, min regelingen. Gebruik hooguit 80 procent van de ruimte.\n"
        let both = try Self.advice(
            text, "Inkomen 2000, vaste lasten 1200, leefgeld 500 en een regeling van 100. Hoeveel ruimte is er?")
        let one = try Self.advice(
            text, "Inkomen 2000, vaste lasten 1200, leefgeld 500 en geen regelingen. Hoeveel ruimte is er?")

        #expect(both.route.first?.step.contains("= 200 euro") == true)
        #expect(one.route.first?.step.contains("= 300 euro") == true)
    }

    @Test func `a passage on the owner of a thing is not taken for the preface of the document`() {
        let document = LibraryDocument(
            name: "slepen.pdf",
            text:
                "Wegslepen\n\nVersie 2. Eigenaar: handhaving.\n\nOphalen\n\nDe eigenaar haalt de auto op met een geldig rijbewijs.\n\nNiet opgehaald\n\nNa 13 weken wordt de auto verkocht.\n",
            form: .pdf)

        #expect(document.title == "Wegslepen")
        #expect(document.passages.map(\.heading) == ["Ophalen", "Niet opgehaald"])
    }

    @Test(arguments: [
        "Eigenaar: team Havens.\n\nHet hek sluit om 22 uur.", "Eigenaar: team Havens. Het hek sluit om 22 uur.",
        "Het hek sluit om 22 uur.\n\nVersie 3, geldig vanaf 1 januari 2026. Eigenaar: team Havens.",
    ])
    func `what stands under the title beside version and owner is said as well`(_ head: String) {
        let document = LibraryDocument(name: "haven.md", text: "# Haven\n\n\(head)\n\n## Pompen\n\nPomp elke dag.\n")

        #expect(document.passages.map(\.heading) == ["Haven", "Pompen"])
        #expect(document.passages.map { document.text.quote($0.range) }.first == "Het hek sluit om 22 uur.")
        #expect(document.owner == "team Havens")
    }

    @Test func `a document of one paragraph that speaks of a version is not empty`() {
        let document = LibraryDocument(
            name: "formulier.md", text: "# Formulier\n\nGebruik versie 3 van het formulier.\n")
        #expect(document.passages.count == 1)
    }
}
