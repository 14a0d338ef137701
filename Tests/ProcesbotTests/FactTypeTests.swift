import Basics
import Testing

@testable import Procesbot

@Suite("The types of the facts that the field knows by name")
struct FactTypeTests {
    private static let lexicon = Lexicon(WordTable())

    private func model(_ rows: String) throws -> FactModel { try FactModel(yaml: rows, lexicon: Self.lexicon) }

    @Test(arguments: [
        ("- naam: fiets\n  vraag: Heeft zij een fiets?\n", "regel 1: een feit heeft 'type' nodig"),
        (
            "- naam: fiets\n  type: ja/nee\n  vraag: Heeft zij een fiets?\n- naam: slot\n  type: soms\n  vraag: Slot?\n",
            "regel 5: onbekend type 'soms'; bekend zijn ja/nee, getal, bedrag, datum, keuze"
        ),
        (
            "- naam: kleur\n  type: keuze\n  vraag: Kleur?\n",
            "regel 2: een feit van het type keuze heeft 'waarden' nodig"
        ),
    ])
    func `a fact without a type, or of one that is not there, is refused with its line`(
        _ rows: String, _ said: String
    ) {
        #expect {
            _ = try model(rows)
        } throws: {
            String(describing: $0) == said
        }
    }

    @Test func `every fact that ships has a type`() throws {
        let content = try TestLibrary.content()
        let model = try FactModel(yaml: content.factModel, lexicon: Lexicon(content.words))

        #expect(model.entries.count >= 12)
    }

    private static let kinds = """
        - {naam: fiets, type: ja/nee, vraag: Fiets?}
        - {naam: sloten, type: getal, vraag: Hoeveel?}
        - {naam: borg, type: bedrag, vraag: Hoeveel?}
        - {naam: ophaaldag, type: datum, vraag: Wanneer?}
        - {naam: kleur, type: keuze, waarden: [Rood, Groen], vraag: Welke?}
        """

    private static let given: [(JSON, String)] = [
        (["fiets": 0], "geen fiets"), (["Fiets": "j"], "fiets"), (["fiets": "misschien"], "fiets onbekend"),
        (["sloten": "drie"], "3 sloten"), (["borg": 40], "borg 40 euro"),
        (["borg": "1.850 euro"], "borg 1850 euro"), (["borg": "veel"], "borg onbekend"),
        (["ophaaldag": "2026-10-01"], "ophaaldag 2026-10-01"), (["ophaaldag": "ooit"], "ophaaldag onbekend"),
        (["kleur": "rood"], "kleur Rood"), (["kleur": "paars"], "kleur onbekend"),
    ]

    @Test(arguments: given)
    func `a fact that is given is read by its type, and is not known where it is of another`(
        _ facts: JSON, _ said: String
    ) throws {
        let model = try model(Self.kinds)
        let read = GivenFacts.sentences(facts).map { model.typed($0).text }

        #expect(read == [said])
    }

    private func facts(_ question: String, _ fact: String, _ text: String) throws -> [String] {
        try TestLibrary.adviser().advise(
            question, corrections: [Correction(fact: fact, says: .changed(text))], on: TestLibrary.day
        ).facts.filter { $0.corrects != nil }.map { "\($0.fact): \($0.value)" }
    }

    @Test(arguments: [
        ("nee", "De huurder heeft een fiets: false"), ("onbekend", "De huurder heeft een fiets: \"onbekend\""),
        ("de huurder heeft een step", "de huurder heeft een step: true"),
    ])
    func `a chip is corrected by ja, nee or onbekend, or by other words`(_ text: String, _ fact: String) throws {
        #expect(try facts("De huurder heeft een fiets. Wat nu?", "De huurder heeft een fiets", text) == [fact])
    }

    @Test(arguments: [("500", "De huur is 500 euro: true"), ("1.200 euro", "De huur is 1.200 euro: true")])
    func `a number in a chip takes another in its place`(_ text: String, _ fact: String) throws {
        #expect(try facts("De huur is 700 euro. Wat nu?", "De huur is 700 euro", text) == [fact])
    }
}
