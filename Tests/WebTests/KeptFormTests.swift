import Basics
import Foundation
import Hummingbird
import Testing
import Zaken

@testable import Web

@Suite("A form that was sent when its session was over")
struct KeptFormTests {
    /// Someone typed a note; meanwhile the session ended elsewhere.
    private func visit(_ body: @escaping @Sendable (Site, Zaak, Zaak.Sent) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let page = String(buffer: try await site.get("/zaken/\(zaak.id)").body)
            let token = try #require(page.firstMatch(of: /name="csrf" value="([0-9a-f.]+)"/)?.1)
            let typed = ["tekst": "Belt & mailt liever \"'s avonds\"\nna zes uur", "csrf": String(token)]
            _ = try await site.post("/uitloggen", [:])
            let path = "/zaken/\(zaak.id)/notities"
            let answer = try await site.post(path, typed)
            try await body(site, zaak, Zaak.Sent(path: path, typed: typed, page: String(buffer: answer.body)))
            #expect(answer.status == .forbidden)
        }
    }

    private func notes(_ site: Site, _ zaak: Zaak) async throws -> Int {
        try await site.office.read { try $0.notities.all(of: zaak.id).count }
    }

    @Test func `the login page says so, and after signing in the form stands as it was and nothing was done`()
        async throws
    {
        try await visit { site, zaak, sent in
            #expect(sent.page.contains("wat u had ingevuld") && sent.page.contains("id=\"wachtwoord\""))
            let wrong = try await site.post("/inloggen", sent.carried(["naam": "bram", "wachtwoord": "mis"]))
            #expect(String(buffer: wrong.body).contains("name=\"ingevuld\""))
            let entered = try await site.post(
                "/inloggen", sent.carried(["naam": "bram", "wachtwoord": Site.password]))
            let way = String(buffer: entered.body)
            #expect(entered.status == .ok && entered.headers[.location] == nil)
            #expect(way.contains("action=\"\(sent.path)\"") && way.contains("Belt &amp; mailt"))
            let again = try await site.post(sent.path, ["tekst": sent.typed["tekst"] ?? "", "opnieuw": "1"])
            let page = String(buffer: again.body)
            #expect(again.status == .ok && page.contains("Belt &amp; mailt") && page.contains("verstuur het opnieuw"))
            #expect(try await notes(site, zaak) == 0)
            #expect(try await site.post(sent.path, ["tekst": sent.typed["tekst"] ?? ""]).status == .seeOther)
            #expect(try await notes(site, zaak) == 1)
        }
    }

    @Test func `a form that stood open overnight stands as it was too, though today's look at the customer is new`()
        async throws
    {
        try await visit { site, zaak, sent in
            site.clock.advance(minutes: 1_440)
            _ = try await site.post("/inloggen", sent.carried(["naam": "bram", "wachtwoord": Site.password]))
            let again = try await site.post(sent.path, ["tekst": sent.typed["tekst"] ?? "", "opnieuw": "1"])
            #expect(again.status == .ok && String(buffer: again.body).contains("Belt &amp; mailt"))
            #expect(try await notes(site, zaak) == 0)
        }
    }

    @Test func `what was typed never goes to another account`() async throws {
        try await visit { site, zaak, sent in
            let entered = try await site.post(
                "/inloggen", sent.carried(["naam": "anja", "wachtwoord": Site.password]))
            #expect(entered.status == .seeOther && !String(buffer: entered.body).contains("Belt"))
            let other = try await site.post(sent.path, sent.typed)
            #expect(other.status == .forbidden)
            #expect(!String(buffer: other.body).contains("Belt") && !String(buffer: other.body).contains("ingevuld\""))
            #expect(try await notes(site, zaak) == 0)
        }
    }

    @Test func `who signed in again in another tab comes to the form at once`() async throws {
        try await visit { site, zaak, sent in
            try await site.signIn("bram")
            let answer = try await site.post(sent.path, sent.typed)
            #expect(answer.status == .ok && String(buffer: answer.body).contains("data-send-now"))
            #expect(try await notes(site, zaak) == 0)
        }
    }

    @Test func `a password, a form that is too long, one of a guest and one from elsewhere are not kept`() async throws
    {
        let mine = [("csrf", "ab.anja"), ("naam", "x"), ("wachtwoord", "geheim"), ("nieuw-wachtwoord", "geheim")]
        let kept = try #require(KeptForm(FormFields(mine), at: "/beheer/gebruikers"))
        #expect(kept.fields == "naam=x" && kept.owner == "anja")
        let long = FormFields([("csrf", "ab.anja"), ("tekst", String(repeating: "x", count: 200_000))])
        #expect(KeptForm(long, at: "/zaken/1/notities") == nil)
        #expect(KeptForm(FormFields([("csrf", "ab")]), at: "/zaken/1/notities") == nil)
        for path in [
            "/inloggen", "/wachtwoord", "/klok", "/procesbot/verwoording", "//elders.invalid/x",
            "https://elders.invalid",
        ] {
            #expect(KeptForm(FormFields(mine), at: path) == nil)
        }
    }
}

extension Zaak {
    /// What was sent, and the page that came back.
    struct Sent: Sendable {
        let path: String
        let typed: [String: String]
        let page: String

        /// The login form with what the page carries along.
        func carried(_ form: [String: String]) throws -> [String: String] {
            var form = form
            for name in ["verder", "ingevuld", "van"] {
                let pattern = try Regex("name=\"\(name)\" value=\"([^\"]*)\"")
                let found = try #require(page.firstMatch(of: pattern)?[1].substring)
                form[name] = String(found).replacing("&amp;", with: "&")
            }
            return form
        }
    }
}
