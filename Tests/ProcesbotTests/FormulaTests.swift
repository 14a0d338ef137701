import Basics
import Testing

@testable import Procesbot

@Suite("Formulas that count in a unit")
struct FormulaTests {
    private static let text = """
        # Volkstuin

        ## Pacht

        De pacht per jaar is de oppervlakte van de tuin in meters maal 3 euro. Betaal de pacht binnen 30 dagen.

        ## Heg

        Knippen van de heg kost 4 euro per meter, met een minimum van 50 euro. Snoeien kost 2 euro per meter, minimum 30.

        ## Hek

        Verven kost 1,50 euro maal het aantal meters.
        """

    private func steps(_ question: String, _ facts: JSON? = nil) throws -> [String] {
        try TestLibrary.adviser(of: [("tuin.md", Self.text + "\n")]).advise(
            question, facts: facts, on: TestLibrary.day
        ).route.map(\.step)
    }

    @Test(arguments: [
        ("Hoeveel pacht is het voor een tuin van 80 meter?", "80 keer 3 euro is 240 euro."),
        ("Wat kost het verven van 20 meter hek?", "20 keer 1,50 euro is 30 euro."),
        ("Wat kost het knippen van 7,5 meter heg?", "7,5 keer 4 euro is 30 euro. Met de grens uit de regel: 50 euro."),
        ("Wat kost het knippen van 20 meter heg?", "20 keer 4 euro is 80 euro."),
        ("Wat kost het snoeien van 10 meter heg?", "10 keer 2 euro is 20 euro. Met de grens uit de regel: 30 euro."),
    ])
    func `the number of the case is worked out with the amount for each, within its least`(
        _ question: String, _ worked: String
    ) throws {
        let steps = try steps(question)

        #expect(steps.first == worked, "\(steps)")
    }

    @Test func `the number may be given by its name`() throws {
        let steps = try steps("Hoeveel pacht is het voor deze tuin?", ["oppervlakte": 80])

        #expect(steps.first == "80 keer 3 euro is 240 euro.", "\(steps)")
    }

    @Test(arguments: [
        "Hoeveel pacht is het voor een tuin van 80 are?", "Hoeveel pacht is het voor 4 tuinen?",
        "Wat kost het maaien van 20 meter gras?",
    ])
    func `nothing is worked out in another unit, or for something else`(_ question: String) throws {
        let steps = try steps(question)

        #expect(!steps.contains { $0.contains(" keer ") }, "\(steps)")
    }

    @Test func `two passages that lead to the same sum give it once`() throws {
        let text = """
            # Winkel

            ## Betalen in termijnen

            Bespreek de termijnen met de koper.

            ## Hoogte van de termijn

            Een termijn is in hele euro's. Spreek de termijn af.

            """
        let steps = try TestLibrary.adviser(of: [("winkel.md", text)]).advise(
            "Koper betaalt 240 euro in 6 termijnen. Hoe hoog is de termijn?", on: TestLibrary.day
        ).route.map(\.step)

        #expect(steps.count { $0 == "240 euro in 6 termijnen is 40 euro per termijn." } == 1, "\(steps)")
    }
}
