import Testing

@testable import Procesbot

/// People who type in a hurry leave out the question mark, and ask for what is written nowhere.
@Suite("Which sentence asks, and for what")
struct AskedSentenceTests {
    private func form(_ question: String) -> QuestionForm { QuestionForm(question, Tokenizer.tokens(of: question)) }

    @Test func `without a question mark the last sentence that opens as a question asks`() {
        let asked = form("schipper is verhuisd. mag de brief toch weg")

        #expect(asked.asking.first?.text == "mag")
        #expect(asked.isPolar)
        #expect(form("schipper is verhuisd. hoeveel dagen heeft hij nog").wants == .period)
        #expect(form("schipper is verhuisd. brief kwam terug").asking.count == 6)
    }

    @Test func `a thing that is an amount by its name is asked as an amount`() {
        #expect(form("wat is het eigen liggeld voor een sloep?").wants == .amount)
        #expect(form("wat is de bedoeling van de brief?").wants == nil)
    }

    private static let documents = [
        (
            name: "liggeld.md",
            text: """
            # Liggeld

            ## Hoogte

            Het liggeld is 40 euro per maand. De havenmeester int het.

            ## Berging

            Stuur binnen 5 werkdagen een bevestiging met: de naam van de boot, de dag en het nummer van de steiger.

            ## Afgifte

            Loop de lijst na voordat de boot weg mag: is de sleutel terug, klopt de naam, is het liggeld betaald?
            """
        )
    ]

    private func advice(_ question: String) throws -> Advice {
        try TestLibrary.adviser(of: Self.documents).advise(question, on: TestLibrary.day)
    }

    @Test func `the amount of another year is not known`() throws {
        #expect(try advice("hoe hoog is het liggeld?").refused == nil)
        #expect(try advice("hoe hoog is het liggeld in 2031?").refused?.reason == .noSupport)
    }

    @Test func `the value of a thing that the library has no word for is refused`() throws {
        #expect(try advice("wat is ons rekeningnummer, hij wil het liggeld storten").refused != nil)
    }

    @Test func `an order within a term is no condition`() throws {
        let step = try #require(try advice("wat zet ik in de bevestiging van een berging?").route.first)

        #expect(step.step.hasPrefix("Stuur binnen 5 werkdagen"))
        #expect(!step.why.hasPrefix("Alleen"))
    }

    @Test func `an instruction that lists questions is an instruction`() throws {
        #expect(try advice("wat loop ik na bij de afgifte?").route.contains { $0.step.hasPrefix("Loop de lijst na") })
    }
}
