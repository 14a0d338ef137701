import Foundation
import Hummingbird
import Incasso
import Journal
import Klanten
import Postvak
import Testing
import Zaken

@testable import Web

@Suite("Incoming mail over HTTP")
struct PostTests {
    private static func mail(_ text: String, id: String = "1@voorbeeld.example") -> String {
        [
            "From: Test Huurder <test@voorbeeld.example>", "Subject: Uw brief", "Message-ID: <\(id)>",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain; charset=utf-8", "", text,
            "--b", "Content-Type: text/html; name=bijlage.html",
            "Content-Disposition: attachment; filename=bijlage.html",
            "", "<script>alert(1)</script>", "--b--", "",
        ].joined(separator: "\r\n")
    }

    private func open(_ visit: @escaping @Sendable (Site, Zaak, String) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            _ = try await site.get("/post")
            let text = PostTests.mail("Over \(zaak.nummer): kan ik een betalingsregeling treffen? <b>Dank</b>")
            let answer = try await site.upload("/post", fields: [:], file: "vraag.eml", text)
            #expect(answer.status == .seeOther)
            try await visit(site, zaak, try #require(answer.headers[.location]))
        }
    }

    @Test func `a mail comes in, says what it is and why, and a person places it`() async throws {
        try await open { site, zaak, path in
            let list = String(buffer: try await site.get("/post").body)
            #expect(list.contains("Wil een regeling") && list.contains(zaak.nummer) && list.contains("waarschijnlijk"))
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("betalingsregeling”") && page.contains("&lt;b&gt;Dank"))

            let refused = try await site.post(path + "/plaatsing", ["plaats": "ja", "zaak": zaak.nummer])
            #expect(refused.status == .unprocessableContent)
            let placed = try await site.post(
                path + "/plaatsing", ["plaats": "ja", "zaak": zaak.nummer, "soort": "regeling", "adres": "ja"])
            #expect(placed.headers[.location] == path)
            let timeline = String(buffer: try await site.get("/zaken/\(zaak.id)").body)
            #expect(timeline.contains("Uw brief"))
            let after = String(buffer: try await site.get(path).body)
            #expect(after.contains("Dank voor uw bericht over \(zaak.nummer)"))

            let answered = try await site.post(path + "/antwoord", ["tekst": "Dat kan.", "kanaal": "email"])
            #expect(answered.status == .seeOther)
            let figures = String(buffer: try await site.get("/post/trefzekerheid").body)
            #expect(figures.contains("100%"))
        }
    }

    @Test func `a complaint is taken in where the mail is placed`() async throws {
        try await open { site, zaak, path in
            _ = try await site.get(path)
            _ = try await site.post(path + "/plaatsing", ["plaats": "ja", "zaak": zaak.nummer, "klacht": "ja"])
            let page = String(buffer: try await site.get("/zaken/\(zaak.id)").body)
            #expect(page.contains("Klacht; bevestigen vóór"))
            #expect(page.contains("E-mail wacht op antwoord: klacht"))
        }
    }

    @Test func `the form of an answer says whom it goes to, and leads to the same for another`() async throws {
        try await open { site, zaak, path in
            _ = try await site.get(path)
            _ = try await site.post(path + "/plaatsing", ["plaats": "ja", "zaak": zaak.nummer, "soort": "regeling"])
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("<strong>Test Huurder, test@voorbeeld.example</strong>"))
            #expect(page.contains("name=\"aan\" value=\"afzender\""))
            #expect(page.contains("Noem geen bedragen"))
            let other = String(buffer: try await site.get(path + "?aan=klant").body)
            #expect(other.contains("<strong>Test Huurder, per post</strong>"))
            #expect(other.contains("name=\"aan\" value=\"klant\""))
        }
    }

    @Test func `a mail that waits in Post is told on the zaak that it may be of`() async throws {
        try await open { site, zaak, path in
            let page = String(buffer: try await site.get("/zaken/\(zaak.id)").body)
            #expect(page.contains("In de post wacht een e-mail die hier kan horen: wil een regeling"))
            #expect(page.contains("waarschijnlijk: zaaknummer") && page.contains("href=\"\(path)\""))
        }
    }

    @Test func `the queue is narrowed by language, by what has no zaak, and by what was answered`() async throws {
        try await open { site, zaak, path in
            _ = try await site.get("/post")
            let stray = PostTests.mail("Straciłem pracę i nie mam pieniędzy na czynsz.", id: "2@voorbeeld.example")
                .replacing("Test Huurder <test@voorbeeld.example>", with: "Jan <jan@elders.example>")
                .replacing("Uw brief", with: "Czynsz")
            _ = try await site.upload("/post", fields: [:], file: "pl.eml", stray)
            func list(_ query: String) async throws -> String {
                String(buffer: try await site.get("/post?\(query)").body)
            }
            let dutch = try await list("taal=nl")
            #expect(dutch.contains(path) && !dutch.contains("Czynsz"))
            let without = try await list("zaak=geen")
            #expect(without.contains("Czynsz") && !without.contains("href=\"\(path)\""))
            _ = try await site.get(path)
            let placed = try await site.post(
                path + "/plaatsing", ["plaats": "ja", "zaak": zaak.nummer, "soort": "regeling", "verder": "ja"])
            #expect(placed.headers[.location] != path && placed.headers[.location]?.hasPrefix("/post/") == true)
            #expect(try await list("lijst=geplaatst&antwoord=nee").contains(path))
            #expect(try await !list("lijst=geplaatst&antwoord=ja").contains("href=\"\(path)\""))
        }
    }

    /// A mail of someone else than the klant, who is only named in it.
    private static func helper(_ name: String, _ text: String) -> String {
        mail(text, id: "3@voorbeeld.example").replacing("Test Huurder", with: name)
            .replacing("test@voorbeeld.example", with: "kantoor@bewind.example").replacing("Uw brief", with: "Dossier")
    }

    @Test func `of who writes for another nothing is chosen beforehand, and no address is kept`()
        async throws
    {
        try await open { site, zaak, _ in
            let klant = try #require(try await site.office.read { tx in try tx.partijen.find(zaak.partij) })
            _ = try await site.get("/post")
            let text = "Wij schrijven u namens mevrouw \(klant.naam) over een rekening. Wat staat er nog open?"
            let answer = try await site.upload(
                "/post", fields: [:], file: "h.eml", Self.helper("Kantoor Zuidplein", text))
            let page = String(buffer: try await site.get(try #require(answer.headers[.location])).body)
            #expect(page.firstMatch(of: /name="zaak" value="[^"]+" checked/) == nil)
            #expect(!page.contains("name=\"adres\""))
        }
    }

    @Test func `of who only bears the name of a klant, at an address that is not known, nothing is chosen beforehand`()
        async throws
    {
        try await open { site, zaak, _ in
            let klant = try #require(try await site.office.read { tx in try tx.partijen.find(zaak.partij) })
            _ = try await site.get("/post")
            let text = Self.helper(klant.naam, "Kunt u mij bellen?").replacing("Dossier", with: "Vraag")
            let answer = try await site.upload("/post", fields: [:], file: "n.eml", text)
            let page = String(buffer: try await site.get(try #require(answer.headers[.location])).body)
            #expect(page.contains("name=\"zaak\" value=\"\(zaak.nummer)\"") && page.contains("mogelijk"))
            #expect(page.firstMatch(of: /name="zaak" value="[^"]+" checked/) == nil)
        }
    }

    @Test func `after a refusal reading goes on at the choice of a zaak`() async throws {
        try await open { site, zaak, path in
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("value=\"\(zaak.nummer)\" checked"))
            let refused = try await site.post(path + "/plaatsing", ["plaats": "ja", "soort": "regeling"])
            let again = String(buffer: refused.body)
            #expect(again.contains("href=\"#keuze-zaak\""))
            #expect(again.firstMatch(of: /name="zaak" value="[^"]+"[^>]* autofocus/) != nil)
        }
    }

    @Test func `the same mail again leads to the mail that is there`() async throws {
        try await open { site, zaak, path in
            _ = try await site.get("/post")
            let text = PostTests.mail("Over \(zaak.nummer): kan ik een betalingsregeling treffen? <b>Dank</b>")
            let again = try await site.upload("/post", fields: [:], file: "vraag.eml", text)
            #expect(again.headers[.location] == path)
        }
    }

    @Test func `a file of a mail is saved and never run, and what is no mail is refused in words`() async throws {
        try await open { site, _, path in
            let file = try await site.get(path + "/bijlagen/1")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"bijlage.html\"")
            #expect(file.headers[.contentType] == "application/octet-stream")
            _ = try await site.get("/post")
            let refused = try await site.upload("/post", fields: [:], file: "x.eml", "zomaar tekst")
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("Dit is geen mail"))
            #expect(try await site.get(path + "/bijlagen/9").headers[.location] == path)
        }
    }

    @Test func `a program in a mail has no way to it, and is not given by its address either`() async throws {
        try await open { site, _, path in
            _ = try await site.get("/post")
            let text = PostTests.mail("Zie bijlage", id: "2@voorbeeld.example")
                .replacing("bijlage.html", with: "factuur.exe").replacing("<script>", with: "MZ")
            let answer = try await site.upload("/post", fields: [:], file: "v.eml", text)
            let place = try #require(answer.headers[.location])
            let page = String(buffer: try await site.get(place).body)
            #expect(page.contains("factuur.exe") && page.contains("Dit is een programma."))
            #expect(!page.contains(place + "/bijlagen/1"))
            #expect(try await site.get(place + "/bijlagen/1").headers[.contentDisposition] == nil)
        }
    }

    @Test func `a mail is set aside and put back, and only for who may see mail`() async throws {
        try await open { site, _, path in
            _ = try await site.get(path)
            #expect(try await site.post(path + "/terzijde", ["reden": "reclame"]).status == .seeOther)
            #expect(String(buffer: try await site.get("/post?lijst=terzijde").body).contains("Uw brief"))
            _ = try await site.get(path)
            #expect(try await site.post(path + "/terug", [:]).status == .seeOther)
            #expect(String(buffer: try await site.get("/post").body).contains("Uw brief"))
            for login in ["dirk", "els", "cora"] {
                site.forget()
                try await site.signIn(login)
                #expect(try await site.get("/post").status == .forbidden, "\(login)")
                #expect(try await site.get(path).status == .forbidden, "\(login)")
                #expect(try await site.get(path + "/bijlagen/1").status == .forbidden, "\(login)")
            }
        }
    }

    @Test func `who looks at a mail is recorded with the person it may be of`() async throws {
        try await open { site, zaak, path in
            _ = try await site.get(path)
            _ = try await site.get(path)
            let looks = try await site.office.read { tx in
                try tx.journal.entries(of: .klant(zaak.partij), limit: 20).filter { $0.kind == "ingezien" }
            }
            #expect(looks.count == 1)
        }
    }

    @Test func `what was answered stands there to read, and a second press makes no second letter`() async throws {
        try await open { site, zaak, path in
            _ = try await site.get(path)
            _ = try await site.post(path + "/plaatsing", ["plaats": "ja", "zaak": zaak.nummer, "soort": "regeling"])
            let form = ["tekst": "Wij bellen u.", "kanaal": "post", "gezien": "0"]
            #expect(try await site.post(path + "/antwoord", form).status == .seeOther)
            let again = try await site.post(path + "/antwoord", form)
            #expect(again.status == .unprocessableContent)
            #expect(String(buffer: again.body).contains("al een antwoord"))

            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("Trek terug") && page.contains("Schrijf nog een antwoord"))
            #expect(!page.contains("Dank voor uw bericht over"))
            let letters = try await site.office.read { try $0.brieven.all(of: zaak.id) }.filter {
                $0.sjabloon == "antwoord"
            }
            #expect(letters.count == 1)
        }
    }

    @Test func `a mail that cannot be read says so, is for today, and can be taken to the procesbot`() async throws {
        try await open { site, zaak, _ in
            _ = try await site.get("/post")
            let text = PostTests.mail(
                "Straciłem pracę i nie mam na czynsz. Sprawa \(zaak.nummer), proszę o raty.", id: "pl@x")
            let path = try #require(
                try await site.upload("/post", fields: [:], file: "pl.eml", text).headers[.location])
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("kan deze mail niet lezen") && page.contains("Pools") && !page.contains("%<"))
            #expect(String(buffer: try await site.get("/post").body).contains("onzeker: Pools"))
            let searched = String(buffer: try await site.get("/post?zoek=czynsz").body)
            #expect(searched.contains("Straciłem") && !searched.contains("betalingsregeling treffen"))
            _ = try await site.post(path + "/plaatsing", ["plaats": "ja", "zaak": zaak.nummer, "soort": "vraag"])
            let placed = String(buffer: try await site.get(path).body)
            let way = try #require(placed.firstMatch(of: /href="([^"]+advies\?mail=[^"]+)"/)).1
            #expect(String(buffer: try await site.get(String(way)).body).contains("Straciłem"))
        }
    }
}
