import Basics
import Testing

@testable import Procesbot

@Suite("A rule that denies is fulfilled by what is not so, and by nothing else")
struct DeniedRuleTests {
    private func advise(_ question: String, _ text: String) throws -> Advice {
        try TestLibrary.adviser(of: [("regels.md", text + "\n")]).advise(question, on: TestLibrary.day)
    }

    private static let garden = """
        # Volkstuinen

        ## Toewijzen

        Wie niet binnen 10 werkdagen op een aanbod reageert, zakt naar de onderkant van de wachtlijst.
        """

    @Test func `who did not answer for three weeks did not answer within ten workdays`() throws {
        let advice = try advise("Iemand reageert al drie weken niet op ons aanbod, en nu?", Self.garden)

        #expect(advice.route.first?.why.hasPrefix("Want") == true, "\(advice.route.map(\.why))")
        #expect(advice.route.allSatisfy { !$0.isExcluded })
    }

    @Test func `who is silent for three days may still answer`() throws {
        let advice = try advise("Iemand reageert al 3 dagen niet op ons aanbod, en nu?", Self.garden)

        #expect(advice.route.allSatisfy { !$0.why.hasPrefix("Want") && !$0.isExcluded }, "\(advice.route.map(\.step))")
    }

    @Test func `that one cannot pay at once does not rule out that one is late`() throws {
        let advice = try advise(
            "Huurder kan niet in een keer betalen",
            "# Volkstuinen\n\n## Te laat betaald\n\nBetaalt de huurder niet op tijd, bel dan eerst. Weghalen beslist het bestuur."
        )

        #expect(advice.route.allSatisfy { !$0.isExcluded }, "\(advice.route.map(\.step))")
    }

    @Test func `of a list of which one is enough it is said that one is`() throws {
        let advice = try advise(
            "Mag ik uitstel geven?",
            "# Uitstel\n\n## Uitstel geven\n\nGeef uitstel als een van de volgende punten geldt:\n\n- de klant is ziek;\n- het inkomen is weggevallen;\n- de brief kwam terug."
        )

        #expect(advice.route.contains { $0.why.contains("een van deze") }, "\(advice.route.map(\.why))")
    }
}

@Suite("What a denial says of something else")
struct OtherDenialTests {
    @Test(arguments: ["klant kan niet betalen", "klant wil niet praten", "de klant komt niet"])
    func `that one thing is denied does not mean that the customer was not reached`(_ told: String) throws {
        let adviser = try TestLibrary.adviser(of: [
            (
                "bellen.md",
                "# Bellen\n\n## Na het bellen\n\nBetaalt de klant, of was de klant niet te bereiken? Dan bellen we later nog eens.\n"
            )
        ])

        let advice = adviser.advise("We hebben gebeld, " + told + ". Wat nu?", on: TestLibrary.day)

        #expect(!advice.route.contains { $0.why.hasPrefix("Want: " + told) }, "\(advice.route.map(\.why))")
    }
}
