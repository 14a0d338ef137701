import Basics
import Testing

@testable import Procesbot

/// What the house has on record that bars steps, beside what is asked.
@Suite("Steps that a zaak bars")
struct ObstacleTests {
    private static let text = """
        # Contact met de klant

        ## Bellen

        Bel de klant binnen drie dagen na de brief. Schrijf op wat er is gezegd.

        ## Afronden

        Is er betaald, sluit dan de zaak met het resultaat voldaan. Stuur de klant een kopie van het dossier.
        """

    private func ask(_ question: String, _ obstacles: [JSON]) throws -> Advice {
        let adviser = try TestLibrary.adviser(of: [("contact.md", Self.text)])
        return adviser.advise(question, facts: ["nu niet": .array(obstacles)], on: TestLibrary.day)
    }

    private let bewind: JSON = ["handeling": "bellen", "omdat": "toestand", "toestand": "bewind"]
    private let open: JSON = ["handeling": "voldaan", "omdat": "open", "bedrag": "135,00"]

    @Test func `a step that a state forbids is told as such, with the state, and cannot be taken over`() throws {
        let advice = try ask("mag ik de klant bellen?", [bewind])
        let first = try #require(advice.route.first)
        #expect(first.step.hasPrefix("Nu niet, want bij deze klant is vastgelegd: bewind: “Bel de klant"))
        #expect(first.isExcluded)
        #expect(try ask("mag ik de klant bellen?", []).route.first?.isExcluded == false)
    }

    @Test func `who asks leave for what a state bars gets no, with what the library says of that state`() throws {
        let text = "# Bijzondere situaties\n\n## Bewind\n\nAlle contact loopt via de bewindvoerder."
        let adviser = try TestLibrary.adviser(of: [("contact.md", Self.text), ("bijzonder.md", text)])
        for question in ["mag ik hem bellen?", "kan ik de klant vandaag nog bellen?"] {
            let advice = adviser.advise(question, facts: ["nu niet": [bewind]], on: TestLibrary.day)
            let first = try #require(advice.route.first, "\(question)")
            #expect(first.step.hasPrefix("Nu niet, want bij deze klant is vastgelegd: bewind."), "\(first.step)")
            #expect(first.sources.map(\.quote) == ["Alle contact loopt via de bewindvoerder."] && !first.isExcluded)
        }
    }

    @Test func `nothing is closed as paid while something is open`() throws {
        let advice = try ask("er is betaald, en nu de zaak sluiten?", [open])
        let closing = advice.route.filter { $0.step.contains("resultaat voldaan") }
        #expect(!closing.isEmpty && closing.allSatisfy { $0.isExcluded && $0.step.contains("135,00 euro open") })
        #expect(advice.route.contains { !$0.isExcluded })
    }

    @Test func `of several steps of one act that is barred, the first alone is told`() throws {
        let text = """
            # Bellen

            Bel de klant binnen drie dagen. Bel de klant daarna elke week. Schrijf op wat de klant zei.
            """
        let advice = try TestLibrary.adviser(of: [("bellen.md", text)]).advise(
            "hoe vaak bel ik de klant?", facts: ["nu niet": [bewind]], on: TestLibrary.day)
        #expect((advice.route + advice.also).count { $0.isExcluded } == 1)
    }

    @Test func `what is barred is no fact of the case, and what is not known bars nothing`() throws {
        let advice = try ask("mag ik de klant bellen?", [["handeling": "zingen", "omdat": "toestand"], ["x": "y"], 3])
        #expect(advice.facts.isEmpty && advice.route.first?.isExcluded == false)
    }

    @Test func `a denial is no step, and another than the klant may be called`() throws {
        let acts = try TestLibrary.content().acts
        let steps = [
            "Bel de klant niet.", "Bel de bewindvoerder van de klant.", "Maak geen regeling met de klant zelf.",
        ]
        for step in steps {
            let tokens = Tokenizer.tokens(of: step)
            #expect(!acts.isSpokenOf("bellen", in: tokens) && !acts.isSpokenOf("regeling", in: tokens), "\(step)")
        }
    }
}
