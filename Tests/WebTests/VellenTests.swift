import Basics
import Bibliotheek
import Database
import Foundation
import Hummingbird
import Incasso
import Journal
import Testing
import Zaken

@testable import Web

@Suite("Forms of a person and of accounts that were refused")
struct VellenTests {
    /// A site where someone of this role looks at the first zaak.
    private func visit(_ login: String, _ body: @escaping @Sendable (Site, Zaak) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            if login != "bram" { try await site.signIn(login) }
            try await body(site, zaak)
        }
    }

    @Test(arguments: ["uit-de-knoop", "toestanden", "machtigingen"])
    func `who looks at what holds for a person is recorded once a day`(_ page: String) async throws {
        try await visit("bram") { site, zaak in
            let path = "/klanten/\(zaak.partij)/\(page)"
            let before = try await looks(at: zaak, of: site)
            let (first, second) = (try await site.get(path), try await site.get(path))
            let after = try await looks(at: zaak, of: site)
            #expect(first.status == .ok && second.status == .ok)
            #expect(before == 0 && after == 1)
        }
    }

    @Test(arguments: ["specificatie", "vroegsignalering", "overdracht", "brieven/herinnering"])
    func `who looks at a page of a zaak is recorded with the person it is about`(_ page: String) async throws {
        try await visit("bram") { site, zaak in
            let before = try await looks(at: zaak, of: site)
            _ = try await site.get("/zaken/\(zaak.id)/\(page)")
            let after = try await looks(at: zaak, of: site)
            #expect(before == 0 && after == 1)
        }
    }

    @Test(arguments: [
        ("klanten/P/pauze", ["reden": ""]), ("klanten/P/uit-de-knoop", ["contact": ""]),
        ("klanten/P/toestanden", ["soort": ""]), ("klanten/P/machtigingen", ["iban": "x"]),
        ("zaken/Z/opschorting", ["reden": ""]), ("zaken/Z/vroegsignalering/bewijzen", ["soort": ""]),
        ("zaken/Z/overdracht/terughalen", ["reden": ""]),
    ])
    func `who is refused an act sees the page, and is recorded as one who looked`(
        _ path: String, _ form: [String: String]
    )
        async throws
    {
        try await visit("bram") { site, zaak in
            let place = path.replacing("P", with: zaak.partij.text).replacing("Z", with: zaak.id.text)
            let before = try await looks(at: zaak, of: site)
            let answer = try await site.post("/\(place)", form)
            #expect(answer.status == .unprocessableContent || answer.status == .conflict)
            #expect(String(buffer: answer.body).contains(zaak.nummer) || path.hasPrefix("klanten"))
            let after = try await looks(at: zaak, of: site)
            #expect(before == 0 && after == 1)
        }
    }

    @Test func `who asks the adviser beside a zaak is recorded as well`() async throws {
        try await visit("bram") { site, zaak in
            let answer = try await site.get("/zaken/\(zaak.id)/advies")
            let seen = try await looks(at: zaak, of: site)
            #expect(answer.status == .ok && seen == 1)
        }
    }

    @Test func `who looks at a payment is recorded with the person whose zaak it paid`() async throws {
        try await visit("bram") { site, zaak in
            let id = try await site.office.act(as: .system("test")) { act in
                let one = Betaling(
                    id: act.newID(), sleutel: "1", rekening: "NL00TEST", datum: act.today, bedrag: .euros(10),
                    tegenrekening: "NL02ABNA0123454300", naam: "P. Fictief", omschrijving: "huur", kenmerk: nil)
                try Betaling.Receipt(betaling: one, zaak: zaak.id).run(in: act)
                return one.id
            }
            let answer = try await site.get("/betalingen/\(id)")
            let seen = try await looks(at: zaak, of: site)
            #expect(answer.status == .ok && seen == 1)
        }
    }

    private func looks(at zaak: Zaak, of site: Site) async throws -> Int {
        try await site.office.read { tx in
            try tx.journal.entries(of: .klant(zaak.partij), limit: 50).count { $0.kind == "ingezien" }
        }
    }

    @Test func `the guidance of a person keeps what was typed, and opens the form at fault`() async throws {
        try await visit("bram") { site, zaak in
            let path = "/klanten/\(zaak.partij)/uit-de-knoop"
            _ = try await site.get(path)
            let begun = try await site.post(path, ["contact": "", "reden": "de klant zei ja"])
            #expect(begun.status == .unprocessableContent)
            let first = String(buffer: begun.body)
            #expect(first.contains("value=\"de klant zei ja\"") && first.contains("id=\"knoop-contact-fout\""))
            #expect(try await site.post(path, ["contact": "anja", "reden": "de klant zei ja"]).status == .seeOther)

            let knoop = try #require(try await site.office.read { try $0.knopen.running(for: zaak.partij) })
            _ = try await site.get(path)
            let debt = try await site.post(
                "/knopen/\(knoop.id)/schulden",
                ["schuldeiser": "Energie Voorbeeld", "bedrag": "veel", "stand": "bekend"])
            #expect(debt.status == .unprocessableContent)
            let second = String(buffer: debt.body)
            #expect(second.contains("value=\"Energie Voorbeeld\""))
            #expect(second.contains("id=\"schuld-nieuw-bedrag-fout\""))
            #expect(second.components(separatedBy: "<details class=\"unfold\" open>").count == 2)

            let referral = try await site.post(
                "/knopen/\(knoop.id)/doorverwijzingen",
                ["partner": "geldfit", "toestemming": " ", "toestemmingOp": "2026-06-01", "gegeven": "naam"])
            #expect(referral.status == .unprocessableContent)
            let third = String(buffer: referral.body)
            #expect(third.contains("name=\"gegeven\" value=\"naam\" checked"))
            #expect(third.contains("id=\"knoop-toestemming-fout\""))

            let mute = try await site.post(
                "/knopen/\(knoop.id)/doorverwijzingen",
                ["partner": "geldfit", "toestemming": "aan de telefoon", "toestemmingOp": "2026-01-05"])
            #expect(mute.status == .unprocessableContent)
            let fourth = String(buffer: mute.body)
            #expect(fourth.contains("id=\"knoop-gegeven-fout\"") && fourth.contains("Vink de naam aan"))
        }
    }

    @Test func `a mandate that is refused stands there again`() async throws {
        try await visit("bram") { site, zaak in
            let path = "/klanten/\(zaak.partij)/machtigingen"
            let creditor = try #require(try await site.office.read { try $0.schuldeisers.all() }.first?.code)
            _ = try await site.get(path)
            let answer = try await site.post(
                path,
                [
                    "schuldeiser": creditor, "iban": "geen rekening", "naam": "N. Noor", "soort": "eenmalig",
                    "getekend": "2026-01-02", "bewijs": "formulier in het dossier",
                ])
            #expect(answer.status == .unprocessableContent)
            let page = String(buffer: answer.body)
            #expect(page.contains("value=\"geen rekening\"") && page.contains("id=\"machtiging-iban-fout\""))
            #expect(page.contains("value=\"formulier in het dossier\""))
            #expect(page.contains("value=\"eenmalig\" checked"))
        }
    }

    @Test func `a new account keeps what was typed but the password`() async throws {
        try await visit("els") { site, _ in
            _ = try await site.get("/beheer")
            let answer = try await site.post(
                "/beheer/gebruikers",
                [
                    "login": "nina", "naam": "Nina Voorbeeld", "rol": "lezer", "groep": "incasso",
                    "wachtwoord": "kortgeheim",
                ])
            #expect(answer.status == .unprocessableContent)
            let page = String(buffer: answer.body)
            #expect(page.contains("value=\"Nina Voorbeeld\"") && page.contains("id=\"nieuw-wachtwoord-fout\""))
            #expect(page.contains("name=\"groep\" value=\"incasso\" checked") && !page.contains("kortgeheim"))
        }
    }

    @Test func `the form of an account opens again where its password was refused`() async throws {
        try await visit("els") { site, _ in
            let all = try await site.office.read { try $0.gebruikers.all() }
            let anja = try #require(all.first { $0.login == "anja" })
            _ = try await site.get("/beheer")
            let answer = try await site.post(
                "/beheer/gebruikers/\(anja.id)", ["rol": "teamleider", "groep": "klantenservice", "wachtwoord": "kort"])
            #expect(answer.status == .unprocessableContent)
            let page = String(buffer: answer.body)
            #expect(page.components(separatedBy: "<details class=\"unfold\" open>").count == 2)
            #expect(page.contains("id=\"gebruiker-\(anja.id)-wachtwoord-fout\""))
        }
    }

    @Test func `proof for the municipality that is refused stands there again, with the fault at its field`()
        async throws
    {
        try await visit("bram") { site, zaak in
            _ = try await site.get("/zaken/\(zaak.id)/vroegsignalering")
            let answer = try await site.post(
                "/zaken/\(zaak.id)/vroegsignalering/bewijzen",
                ["soort": "contact", "dag": "2026-01-02", "bewijs": "aan de deur", "dagdeel": "avond"])
            #expect(answer.status == .unprocessableContent)
            let page = String(buffer: answer.body)
            #expect(page.contains("value=\"aan de deur\"") && page.contains("id=\"bewijs-kanaal-fout\""))
            #expect(page.contains("value=\"avond\" selected"))
        }
    }

    @Test(arguments: [("gemeenten", "gemeente", "12"), ("deurwaarders", "deurwaarder", "")])
    func `what is entered in the administration and refused stands there again`(
        _ page: String, _ prefix: String, _ code: String
    ) async throws {
        try await visit("els") { site, _ in
            _ = try await site.get("/beheer/\(page)")
            let answer = try await site.post(
                "/beheer/\(page)", ["wat": "nieuw", "code": code, "naam": "Voorbeeldstad"])
            #expect(answer.status == .unprocessableContent)
            let text = String(buffer: answer.body)
            #expect(text.contains("value=\"Voorbeeldstad\"") && text.contains("id=\"\(prefix)-code-fout\""))
        }
    }

    @Test func `changing a bailiff keeps what was not changed, and a code is not entered twice`() async throws {
        try await visit("els") { site, _ in
            _ = try await site.get("/beheer/deurwaarders")
            let first = ["wat": "nieuw", "code": "vb", "naam": "Voorbeeld", "plaats": "Zonnedorp", "nieuw": "nee"]
            #expect(try await site.post("/beheer/deurwaarders", first).status == .seeOther)
            let page = String(buffer: try await site.get("/beheer/deurwaarders?code=vb").body)
            #expect(page.contains("value=\"Zonnedorp\"") && page.contains("name=\"code\" value=\"vb\""))
            let again = try await site.post("/beheer/deurwaarders", first)
            #expect(again.status == .unprocessableContent)
            #expect(String(buffer: again.body).contains("id=\"deurwaarder-code-fout\""))
        }
    }

    @Test func `joining without a reason stands open again; joined, the old page leads to who stays, and back again`()
        async throws
    {
        try await visit("bram") { site, zaak in
            let old = try #require(try await site.zaken().first { $0.partij != zaak.partij }).partij
            let path = "/klanten/\(zaak.partij)/samenvoegen"
            let compared = String(buffer: try await site.get("\(path)?met=\(old)").body)
            #expect(compared.contains("name=\"met\" value=\"\(old)\""))
            let refused = try await site.post(path, ["met": "\(old)", "geldt.naam": "ander", "reden": " "])
            #expect(refused.status == .unprocessableContent)
            let page = String(buffer: refused.body)
            #expect(page.contains("id=\"samenvoegen-reden-fout\""))
            #expect(page.contains("name=\"geldt.naam\" value=\"ander\" checked"))
            #expect(try await site.post(path, ["met": "\(old)", "reden": "nagevraagd"]).status == .seeOther)
            #expect(try await site.get("/klanten/\(old)").headers[.location] == "/klanten/\(zaak.partij)")
            let one = try #require(try await site.office.read { try $0.samenvoegingen.all(into: zaak.partij) }.first)
            _ = try await site.get(path)
            let undone = try await site.post("/samenvoegingen/\(one.id)/terugdraaien", ["reden": "toch niet"])
            #expect(undone.status == .seeOther)
            #expect(try await site.get("/klanten/\(old)").status == .ok)
        }
    }

    @Test func `a creditor's form keeps its place when someone comes to change it`() async throws {
        try await visit("els") { site, _ in
            let creditor = try #require(try await site.office.read { try $0.schuldeisers.all() }.first?.code)
            let page = String(buffer: try await site.get("/beheer/schuldeisers?open=\(creditor)").body)
            #expect(page.contains("<details class=\"unfold\" open>"))
        }
    }

    @Test func `who decides on a proposal sees in the taak what was proposed`() async throws {
        try await visit("bram") { site, zaak in
            let now = site.clock.now()
            let all = try await site.office.read { try $0.gebruikers.all() }
            let anja = try #require(all.first { $0.login == "anja" })
            try await site.office.act(as: .user(anja.id)) { act in
                let outcome: JSON = [
                    "uitkomst": "overeengekomen", "perMaand": "41.00", "eersteDag": "2030-01-01",
                    "toelichting": "Past net.",
                ]
                try act.record(
                    "taak_afgerond", of: zaak.id, ["formulier": "regeling_overeenkomen", "uitkomst": outcome])
            }
            try await site.office.database.write { tx in
                var ambient = Ambient(now: now)
                try tx.run(
                    """
                    INSERT INTO taken (id, zaak_id, soort, stap, naam, formulier, keuzes, groep, waarom, ontstaan, uiterlijk,
                        staat, versie)
                    VALUES (\(ambient.newID(Taak.self)), \(zaak.id), 'los', 'A.3.2', 'A.3.2 Regeling goedkeuren',
                        'regeling_akkoord', '[]', 'incasso', '', \(now), \(now.day), 'open', 0)
                    """)
            }
            let page = String(buffer: try await site.get("/zaken/\(zaak.id)").body)
            let card = try #require(page.firstRange(of: "Wat ligt er voor?"))
            #expect(page[card.lowerBound...].prefix(600).contains("Anja Voorbeeld, vandaag"))
            let told = page[card.lowerBound...].prefix(1_200)
            #expect(told.contains("<li>Past net.</li>"))
            let first = try #require(Day(2030, 1, 1))
            let plan = try Betalingsregeling.monthly(.euros(41), from: first, for: zaak.bedrag)
            #expect(told.contains("<li>\(plan.count) termijnen; de laatste is "))
            #expect(told.contains("<li>Een medewerker mag zelf hooguit 12 maanden afspreken.</li>"))
        }
    }

    @Test func `a zaak in an exception is not late`() async throws {
        try await visit("bram") { site, zaak in
            try await site.office.database.write { tx in
                try tx.run("UPDATE zaken SET status = 'uitzondering', streefdatum = '2020-01-01' WHERE id = \(zaak.id)")
            }
            let page = String(buffer: try await site.get("/zaken/\(zaak.id)").body)
            #expect(page.contains("de termijn telt nu niet") && !page.contains("progress class=\"late\""))
            #expect(!page.contains("Streefdatum van de zaak"))
        }
    }

    @Test func `a newer version of a source is handed in at the source, under its name`() async throws {
        try await visit("cora") { site, _ in
            let first = try #require(try await site.office.read { try $0.bronnen.newest().first })
            let page = String(buffer: try await site.get("/bibliotheek/\(first.bron.id)").body)
            #expect(
                page.contains("name=\"naam\" value=\"\(first.bron.naam)\"") && page.contains("id=\"nieuwe-versie\""))
        }
    }
}
