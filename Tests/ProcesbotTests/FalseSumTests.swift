import Testing

@testable import Procesbot

@Suite("Numbers that are no part of a sum")
struct FalseSumTests {
    private static let text = """
        # Leeszaal

        ## Wie beslist over de duur

        | Duur | Wie beslist |
        |---|---|
        | tot en met 12 maanden | baliemedewerker |
        | langer dan 12 maanden | hoofd |

        ## Aanbod

        | Achterstand | Wat gaat uit |
        |---|---|
        | 2 maanden | aanbod van een regeling |
        | 4 maanden | waarschuwing |

        ## Kosten van een aanmaning

        De kosten komen erbij als de 14 dagen van de aanmaning voorbij zijn.

        ## Wat iemand kan missen

        Formule: ruimte = loon − woonlasten − weekgeld. Gebruik hooguit 60 procent van de ruimte voor de aflossing.

        """

    private func steps(_ question: String) throws -> [String] {
        try TestLibrary.adviser(of: [("leeszaal.md", Self.text)]).advise(question, on: TestLibrary.day).route.map(
            \.step)
    }

    @Test(arguments: [
        "hoeveel bezoekers mag 1 baliemedewerker tegelijk helpen? nu zijn het er 38",
        "Hoeveel krijgt ze aangeboden? (één regeling vervallen in juni 2026; achterstand 2 maanden)",
    ])
    func `what is counted, and the year of a month, is no amount`(_ question: String) throws {
        let steps = try steps(question)

        #expect(!steps.contains { $0.contains(" keer ") }, "\(steps)")
    }

    @Test func `a share of what another sentence works out is not taken of an income`() throws {
        let steps = try steps("Hoeveel mag de aflossing zijn? (loon 1780)")

        #expect(!steps.contains { $0.contains("procent van 1.780") }, "\(steps)")
    }

    @Test func `the days of an aanmaning are not counted from another day that is named`() throws {
        let steps = try steps("op welke dag komen de kosten erbij? (vervaldag 1 oktober 2026)")

        #expect(!steps.contains { $0.contains("15 oktober") }, "\(steps)")
    }

    @Test func `what is told between brackets at the end is no part of what is asked`() throws {
        let read = StatementReader(
            lexicon: Lexicon(try TestLibrary.content().words),
            places: PlaceReader(towns: try TestLibrary.content().towns)
        ).statements(in: "wat is de termijn van haar ruimte (loon 1780; weekgeld 520)", origin: .question)

        #expect(read.map(\.text) == ["wat is de termijn van haar ruimte", "loon 1780", "weekgeld 520"])
        #expect(read.map(\.isAsked) == [true, false, false])
    }

    @Test func `a sentence that ends in a number ends there, however it is typed`() {
        let text = SourceText("er loopt al een regeling van 75. totale schuld 3120")
        let read = SentenceCutter.ranges(in: text, text.bytes.indices, isTyped: true)

        #expect(read.count == 2)
    }
}
