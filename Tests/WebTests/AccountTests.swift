import Basics
import Database
import Hummingbird
import Testing
import Zaken

@testable import Web

@Suite("Signing in")
struct AccountTests {
    @Test func `a page asks who you are first, and brings you there after`() async throws {
        try await Site.open { site in
            let away = try await site.get("/klok-bestaat-niet")
            #expect(away.status == .notFound)
            let page = try await site.get("/inloggen?terug=%2Fwerkvoorraad%3Ftab%3Dteam")
            #expect(page.status == .ok)
            let entered = try await site.post(
                "/inloggen", ["naam": "Anja", "wachtwoord": Site.password, "terug": "/werkvoorraad?tab=team"])
            #expect(entered.status == .seeOther)
            #expect(entered.headers[.location] == "/werkvoorraad?tab=team")
        }
    }

    @Test(arguments: [("anja", "verkeerd wachtwoord"), ("niemand", Site.password)])
    func `a wrong name and a wrong password get the same answer`(_ name: String, _ password: String) async throws {
        try await Site.open { site in
            _ = try await site.get("/inloggen")
            let answer = try await site.post("/inloggen", ["naam": name, "wachtwoord": password])
            #expect(answer.status == .unprocessableContent)
            #expect(String(buffer: answer.body).contains("horen niet bij elkaar"))
        }
    }

    @Test func `after five wrong passwords an account waits a quarter of an hour`() async throws {
        try await Site.open { site in
            _ = try await site.get("/inloggen")
            for _ in 1...5 { _ = try await site.post("/inloggen", ["naam": "anja", "wachtwoord": "mis"]) }
            let refused = try await site.post("/inloggen", ["naam": "anja", "wachtwoord": Site.password])
            #expect(refused.status == .tooManyRequests)
            site.clock.advance(minutes: 16)
            let entered = try await site.post("/inloggen", ["naam": "anja", "wachtwoord": Site.password])
            #expect(entered.status == .seeOther)
        }
    }

    @Test func `one's own password changes only with the present one, and every session ends but the new one`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            let stolen = try #require(site.secret)
            let path = AccountPaths.password()
            _ = try await site.get(path)
            let wrong = try await site.post(path, ["huidig": "mis", "nieuw": "een heel nieuw wachtwoord"])
            #expect(wrong.status == .unprocessableContent)
            let changed = try await site.post(path, ["huidig": Site.password, "nieuw": "een heel nieuw wachtwoord"])
            #expect(changed.status == .seeOther)
            #expect(site.secret != stolen)
            #expect(try await site.get(path).status == .ok)
            site.secret = stolen
            #expect(try await site.get(path).status == .seeOther)
        }
    }

    @Test func `who guesses at a present password is stopped`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.get(AccountPaths.password())
            for _ in 1...5 { _ = try await site.post(AccountPaths.password(), ["huidig": "mis", "nieuw": "x"]) }
            let refused = try await site.post(
                AccountPaths.password(), ["huidig": Site.password, "nieuw": "een heel nieuw wachtwoord"])
            #expect(refused.status == .unprocessableContent)
        }
    }

    @Test func `one right password does not wipe out what others guessed from that address`() async throws {
        try await Site.open { site in
            let signIn = SignIn(database: site.office.database, now: site.clock.now)
            let guess: (Int) async -> Void = { number in
                await #expect(throws: SignInRefusal.wrong) {
                    try await signIn(login: "wie\(number)", password: "mis", from: "192.0.2.1")
                }
            }
            for number in 1...29 { await guess(number) }
            _ = try await signIn(login: "anja", password: Site.password, from: "192.0.2.1")
            await guess(30)
            await #expect(throws: SignInRefusal.tooOften) {
                try await signIn(login: "anja", password: Site.password, from: "192.0.2.1")
            }
        }
    }

    @Test func `a session ends by signing out, by rest and by age`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            #expect(try await site.get("/inloggen").status == .seeOther)
            site.clock.advance(minutes: 91)
            #expect(try await site.get("/inloggen").status == .ok)
            try await site.signIn("anja")
            for _ in 1...13 {
                site.clock.advance(minutes: 60)
                _ = try await site.get("/inloggen")
            }
            #expect(try await site.get("/inloggen").status == .ok)
            try await site.signIn("anja")
            _ = try await site.get("/bestaat-niet")
            _ = try await site.post("/uitloggen", [:])
            #expect(try await site.get("/inloggen").status == .ok)
        }
    }

    @Test func `a form from elsewhere changes nothing`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.get("/bestaat-niet")
            let foreign = try await site.post("/uitloggen", [:], site: "cross-site")
            #expect(foreign.status == .forbidden)
            let forged = try await site.post("/uitloggen", ["csrf": String(repeating: "0", count: 64)])
            #expect(forged.status == .forbidden)
            #expect(try await site.get("/inloggen").status == .seeOther)
        }
    }

    @Test func `only a path of our own is followed after signing in`() {
        #expect(AccountController.ours("/zaken/1?x=2") == "/zaken/1?x=2")
        #expect(AccountController.ours("//elders.example") == nil)
        #expect(AccountController.ours("https://elders.example") == nil)
        #expect(AccountController.ours("/\\elders.example") == nil)
    }

    @Test func `every answer carries the security headers`() async throws {
        try await Site.open { site in
            for path in ["/inloggen", "/health", "/bestaat-niet"] {
                let answer = try await site.get(path)
                #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func `the language follows the choice`() async throws {
        try await Site.open { site in
            _ = try await site.get("/inloggen")
            let switched = try await site.post("/taal", ["taal": "en", "terug": "/inloggen"])
            #expect(switched.headers[.location] == "/inloggen")
            let page = try await site.get("/inloggen")
            #expect(String(buffer: page.body).contains("<html lang=\"en\">"))
        }
    }

    @Test func `files may be kept for a year under their hash and not under another`() async throws {
        try await Site.open { site in
            let page = String(buffer: try await site.get("/inloggen").body)
            let path = try #require(page.firstMatch(of: /\/web\/[0-9a-f]+\/ontknoop\.css/)).0
            #expect(try await site.get(String(path)).headers[.cacheControl]?.contains("immutable") == true)
            #expect(try await site.get("/web/0000/ontknoop.css").headers[.cacheControl] == "no-cache")
            #expect(try await site.get("/web/0000/../geheim").status == .notFound)
        }
    }

    @Test func `a password is kept as scrypt and only fits itself`() throws {
        var random = SeededRandom(seed: 1)
        let kept = try Wachtwoord("lang genoeg wachtwoord", random: &random)
        #expect(kept.text.hasPrefix("scrypt$32768$8$1$"))
        #expect(try kept.matches("lang genoeg wachtwoord"))
        #expect(try !kept.matches("lang genoeg wachtwoorD"))
        #expect(throws: Wachtwoord.Refusal.tooShort(minimum: 12)) { try Wachtwoord("kort", random: &random) }
    }
}
