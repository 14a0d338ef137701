import Testing

@testable import Procesbot

@Suite("A story with more in it than the library knows")
struct PartsTests {
    private func advise(_ question: String) throws -> Advice {
        try TestLibrary.adviser(TestLibrary.instructions).advise(question, on: TestLibrary.day)
    }

    @Test func `what is known of a part is told, and the rest is named as not known`() throws {
        let advice = try advise(
            "Klant is overleden, haar dochter belt dat zij geen geld heeft voor de openstaande huur. Wat doe ik?")

        #expect(advice.refused == nil)
        #expect(advice.route.first?.sources.first?.heading == "§6.2 Overlijden")
        #expect(advice.missing.contains { $0.fact.contains("haar dochter belt") })
        #expect(advice.confidence <= 0.6 && advice.certainty == .likely)
    }

    @Test(arguments: [
        "Klant is overleden. Hoeveel vakantiedagen heb ik nog dit jaar?",
        "De kat van de buren is ziek, de auto staat in de garage. Wat doe ik?", "Wat is het weer morgen in Parijs?",
    ])
    func `a question with a subject of its own, or a story of which nothing is known, stays without an answer`(
        question: String
    ) throws {
        #expect(try advise(question).refused?.reason == .noSupport)
    }
}
