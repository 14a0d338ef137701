import Testing

@testable import Procesbot

@Suite("Conditions in words")
struct ClauseWordingTests {
    private func wording(_ text: String) -> ClauseWording {
        let bytes = Array(text.utf8)
        return ClauseWording(Tokenizer.tokens(of: text)) { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("De klant op ons verzoek naar kantoor komt", "de klant op ons verzoek naar kantoor komt"),
        ("de klant buiten Rotterdam woont", "de klant buiten Rotterdam woont"),
        ("de klant één termijn heeft gemist", "de klant één termijn heeft gemist"),
        ("de klant niet meer reageert", "de klant niet meer reageert"),
    ]) func `a clause keeps the letters of its source and is asked as one`(_ source: String, _ said: String) {
        #expect(wording(source).text == said)
        #expect(wording(source).question == "ontbreekt.vraag.zin")
    }

    @Test(arguments: ["dreigende ontruiming of afsluiting", "Dreigende afsluiting", "beslag op het inkomen"])
    func `a thing is asked as a thing`(_ source: String) {
        #expect(wording(source).text == source)
        #expect(wording(source).question == "ontbreekt.vraag.zaak")
    }

    @Test(arguments: [
        (
            "Mist de klant binnen drie maanden een tweede termijn",
            "de klant binnen drie maanden een tweede termijn mist"
        ),
        ("Kan de klant niet betalen", "de klant niet kan betalen"),
        ("Komt er een vordering bij", "er een vordering bijkomt"),
        ("Is zij verhuisd", "zij verhuisd is"),
    ]) func `a condition that opens with its verb is turned into a clause`(_ source: String, _ said: String) {
        #expect(wording(source).text == said)
        #expect(wording(source).question == "ontbreekt.vraag.zin")
    }

    @Test func `a condition with a clause of its own inside keeps its words`() {
        #expect(wording("Kwam er een vordering bij die te laat is").text == "Kwam er een vordering bij die te laat is")
    }

    @Test func `what is meant for a time or a lack is said with it`() {
        let bytes = Array("Tijdens de pauze".utf8)
        let tokens = Tokenizer.tokens(of: "Tijdens de pauze")
        let wording = ClauseWording(Array(tokens.dropFirst()), behind: "Tijdens") {
            String(decoding: bytes[$0], as: UTF8.self)
        }

        #expect(wording.text == "tijdens de pauze")
    }

    @Test(arguments: [
        "geen regeling of eerst hulp", "langer dan een medewerker mag", "bij dreigende ontruiming", "3 maanden",
    ])
    func `what is neither is asked as it stands`(_ source: String) {
        #expect(wording(source).question == "ontbreekt.vraag")
    }
}
