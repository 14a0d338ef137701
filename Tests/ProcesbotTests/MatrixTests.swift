import Testing

@testable import Procesbot

@Suite("Tables of ranges on both sides")
struct MatrixTests {
    private static let text = """
        # Lenen en terugbetalen

        ## Wie tekent

        | Schuld | t/m 3 maanden | 4 t/m 10 maanden | langer dan 10 maanden |
        |---|---|---|---|
        | t/m € 200 | balie | balie | penningmeester |
        | € 200,01 t/m € 900 | balie | penningmeester | bestuur |
        | boven € 900 | penningmeester | bestuur | bestuur |

        Is het de tweede keer, dan tekent iemand hoger.

        ## Termijn

        Formule: termijn = openstaand bedrag ÷ aantal maanden, naar boven afgerond op hele euro's.

        """

    private func steps(_ question: String) throws -> [String] {
        try TestLibrary.adviser(of: [("lenen.md", Self.text)]).advise(question, on: TestLibrary.day).route.map(\.step)
    }

    @Test(arguments: [
        ("wie mag tekenen voor 450 euro in 8 maanden?", "4 t/m 10 maanden: penningmeester"),
        ("wie tekent bij 150 euro in 12 maanden?", "langer dan 10 maanden: penningmeester"),
        ("wie tekent bij 1.200 euro in 3 maanden?", "t/m 3 maanden: penningmeester"),
        ("wie tekent bij 200 euro in 4 maanden?", "4 t/m 10 maanden: balie"),
    ])
    func `the numbers of the case point at one cell, told with its row and column`(
        _ question: String, _ cell: String
    ) throws {
        let steps = try steps(question)

        #expect(steps.first?.hasSuffix(cell) == true, "\(steps)")
    }

    @Test func `asked beside something else, the cell is told with what may turn it`() throws {
        let steps = try steps("Wil 700 euro in 9 maanden betalen. Wat is de termijn en mag de balie dit zelf?")

        #expect(steps.contains { $0.hasPrefix("700 euro in 9 termijnen is 78 euro") }, "\(steps)")
        #expect(
            steps.contains {
                $0.hasPrefix("Bij 700 euro en 9 maanden: penningmeester") && $0.contains("tweede keer")
            }, "\(steps)")
    }

    @Test(arguments: [
        (["Schuld", "t/m 3 maanden", "4 t/m 10 maanden"], true), (["Duur", "tot 100 euro", "boven 100 euro"], true),
        (["Soort", "Termijn", "Wie"], false), (["Soort", "2026", "2027"], false), (["Duur", "t/m 3 maanden"], false),
        (["Soort", "tot 100 euro", "langer dan 3 weken"], false),
    ])
    func `only columns that are all ranges of one measure make such a table`(_ headers: [String], _ isOne: Bool) {
        #expect(TableColumns.areRanges(headers) == isOne)
    }
}
