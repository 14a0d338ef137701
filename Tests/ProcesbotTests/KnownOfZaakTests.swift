import Basics
import Testing

@testable import Procesbot

/// What the house knows of a zaak and its klant stands beside a question, and is not the question.
@Suite("What is known of the zaak")
struct KnownOfZaakTests {
    private static let documents = [
        (
            name: "ligplaats.md",
            text: """
            # Ligplaats

            ## Voor wie

            Voor schippers die in Delft wonen en hulp nodig hebben.

            ## Sleutel van de steiger

            De sleutel ligt bij de havenmeester. Noteer wie hem ophaalt.

            ## Bewind

            Alle contact gaat via de bewindvoerder. Bel de schipper niet.
            """
        )
    ]

    private func advice(_ question: String, klant: [String: JSON]) throws -> Advice {
        try TestLibrary.adviser(of: Self.documents).advise(
            question, facts: .object(["klant": .object(klant)]), on: TestLibrary.day)
    }

    @Test func `a town that is only known answers nothing, one that is said does`() throws {
        let known = try advice("ik kan de sloep niet vinden", klant: ["woonplaats": "Delft"])
        #expect(!known.route.contains { $0.step.contains("Delft") }, "\(known.route.map(\.step))")

        let said = try advice("de schipper woont in Delft en heeft hulp nodig, wat nu?", klant: [:])
        #expect(said.route.contains { $0.step.contains("Delft") })
    }

    @Test(arguments: ["waar ligt de sleutel van de steiger?", "wat vindt u van de zee?"])
    func `a state on record is told first, whatever is asked, with what the library says of it`(_ question: String)
        throws
    {
        let first = try #require(try advice(question, klant: ["toestand": ["bewind"]]).missing.first)

        #expect(first.isDanger)
        #expect(first.question.contains("vastgelegd: bewind"))
        #expect(first.question.contains("Bel de schipper niet."))
    }

    @Test func `without a state nothing is told of it`() throws {
        #expect(try advice("waar ligt de sleutel van de steiger?", klant: [:]).missing.allSatisfy { !$0.isDanger })
    }
}
