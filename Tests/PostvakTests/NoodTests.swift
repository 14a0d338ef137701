import Procesbot
import Testing

@testable import Postvak

@Suite("Hearing need in mail")
struct NoodTests {
    private func sorted(_ text: String) throws -> Sortering {
        var mail = IncomingMail()
        mail.text = text
        return try SorteerTests.sorteerder.get().sorteer(mail, Sorteermodel())
    }

    @Test(arguments: Noodmails.nood + Noodmails.meer + Noodmails.nogmeer)
    func `who is cut off, put out, hungry, without a roof or care, or weary of life is called the same day`(
        words: String
    ) throws {
        let found = try sorted("Beste, \(words)\nGroeten van ons")
        #expect(found.urgentie == .crisis && found.werkdagen == 0)
    }

    @Test(arguments: Noodmails.geen)
    func `what is past, denied, put right or about something else is no crisis`(words: String) throws {
        #expect(try sorted("Beste, \(words)").crisis == [])
    }

    @Test func `the page can name the need`() throws {
        #expect(try sorted("Morgen sluiten ze het gas af.").crisis.first == "geen stroom, gas of water")
        #expect(try sorted("De kinderen krijgen geen eten meer.").crisis.first == "niets te eten")
    }
}
