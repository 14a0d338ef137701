import Basics
import Testing

@testable import Procesbot

@Suite("How long a debt takes at what is offered by the month")
struct RepaymentTests {
    private static let text = """
        # Fietsenwinkel

        ## Betalen in delen

        Bespreek eerst wat de koper kan betalen.

        | Duur | Wie beslist |
        |---|---|
        | tot en met 6 maanden | verkoper |
        | langer dan 6 maanden | bedrijfsleider |
        """

    private func first(_ question: String, _ text: String = text) throws -> String {
        try TestLibrary.adviser(of: [("winkel.md", text + "\n")]).advise(question, on: TestLibrary.day).route.first?
            .step
            ?? "-"
    }

    @Test(arguments: [
        (
            "Koper kan 50 euro per maand betalen bij een schuld van 300 euro, mag ik dat afspreken?", "6 maanden",
            "verkoper"
        ),
        ("schuld 301 euro, koper wil 50 per maand betalen, mag dat?", "7 maanden", "bedrijfsleider"),
        ("Er staat 1.200 euro open. Koper biedt 20 euro per maand. Wie beslist?", "60 maanden", "bedrijfsleider"),
    ])
    func `the months are worked out, and the row on that length says who decides`(
        _ question: String, _ months: String, _ who: String
    ) throws {
        let step = try first(question)

        #expect(step.contains("duurt \(months)") && step.contains(who), "\(step)")
    }

    @Test func `a bound in a sentence is held against it too`() throws {
        let text = "# Winkel\n\n## Betalen in delen\n\nBetalen in delen duurt hooguit 12 maanden.\n"

        let step = try first(
            "Koper wil in delen betalen: 10 euro per maand bij een schuld van 300 euro, mag dat?", text)

        #expect(step.contains("duurt 30 maanden") && step.contains("buiten de grens"), "\(step)")
    }

    @Test(arguments: [
        "Koper heeft 1.300 euro inkomen per maand en een schuld van 300 euro, mag hij in delen betalen?",
        "Schuld 300 euro, hij betaalt 50 euro per maand of 75 euro per maand, mag dat?",
        "Koper wil niet 50 euro per maand betalen bij een schuld van 300 euro, mag hij in delen betalen?",
    ])
    func `an income, two offers and one that is denied are no offer`(_ question: String) throws {
        #expect(try !first(question).contains("duurt"))
    }
}
