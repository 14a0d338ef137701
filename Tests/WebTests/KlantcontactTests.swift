import Basics
import Foundation
import Hummingbird
import Journal
import Klanten
import Testing
import Zaken

@testable import Web

@Suite("Contact with people over HTTP")
struct KlantcontactTests {
    private func open(_ visit: @escaping @Sendable (Site, Zaak) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            _ = try await site.get("/zaken/\(zaak.id)")
            try await visit(site, zaak)
        }
    }

    @Test func `a contact is recorded from the zaak and from the klant, with what was agreed and when`() async throws {
        try await open { site, zaak in
            let form = [
                "kanaal": "telefoon", "reden": "Vraag over de rekening", "afspraak": "Betaalt vrijdag",
                "op": "2026-06-12",
                "initiatiefnemer": "klant",
            ]
            #expect(try await site.post("/zaken/\(zaak.id)/contact", form).status == .seeOther)
            let other = form.merging(["reden": "Belde nog eens"]) { $1 }
            #expect(try await site.post("/klanten/\(zaak.partij)/contact", other).status == .seeOther)
            let page = try await site.page("/zaken/\(zaak.id)?toon=contact")
            for text in [
                "Contact, per telefoon: Vraag over de rekening", "Afspraak: Betaalt vrijdag", "op vr 12 juni",
                "Belde nog eens",
            ] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(try await site.page("/klanten/\(zaak.partij)?toon=contact").contains("Belde nog eens"))
            #expect(!(try await site.page("/klanten/\(zaak.partij)?toon=geld").contains("Belde nog eens")))
        }
    }

    @Test(arguments: [
        (["reden": ""], "Vul in waarom."), (["reden": "x", "op": "2020-01-01"], "een dag die nog komt"),
        (["reden": "x", "feiten": String(repeating: "woord ", count: 121)], "120 woorden"),
        (["reden": "x", "feiten": "Er is een diagnose gesteld."], "diagnose"),
    ])
    func `a contact that is not right is refused with what was typed`(form: [String: String], sentence: String)
        async throws
    {
        try await open { site, zaak in
            let sent = form.merging([
                "initiatiefnemer": "wij", "kanaal": "telefoon", "feiten": form["feiten"] ?? "",
            ]) { $1 }
            let answer = try await site.post("/zaken/\(zaak.id)/contact", sent)
            #expect(answer.status == .unprocessableContent)
            #expect(String(buffer: answer.body).contains(sentence))
        }
    }

    @Test func `sensitive words are kept once someone says that they are needed`() async throws {
        try await open { site, zaak in
            let form = [
                "initiatiefnemer": "wij", "kanaal": "telefoon", "reden": "x", "feiten": "Er is een diagnose gesteld.",
            ]
            let page = String(buffer: try await site.post("/zaken/\(zaak.id)/contact", form).body)
            #expect(page.contains("name=\"toch\""))
            let sure = form.merging(["toch": "ja"]) { $1 }
            #expect(try await site.post("/zaken/\(zaak.id)/contact", sure).status == .seeOther)
        }
    }

    @Test func `a pause longer than the policy is for a team lead`() async throws {
        try await open { site, zaak in
            let form = ["tot": "2099-01-01", "reden": "wacht op hulp"]
            let refused = try await site.post("/klanten/\(zaak.partij)/pauze", form)
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("Langer dan 60 dagen"))
            try await site.signIn("bram")
            _ = try await site.get("/klanten/\(zaak.partij)")
            #expect(try await site.post("/klanten/\(zaak.partij)/pauze", form).status == .seeOther)
            let page = try await site.page("/zaken/\(zaak.id)")
            #expect(page.contains("de klok staat stil"))
            #expect(!page.contains("te laat"))
            #expect(!page.contains("vanzelf verder"))
        }
    }

    @Test
    func `contact details that are not in order are refused in words beside their fields; what changed is told masked`()
        async throws
    {
        try await open { site, zaak in
            let path = "/klanten/\(zaak.partij)/contactgegevens"
            let refused = try await site.post(
                path,
                ["naam": "Test Huurder", "telefoon": "bel mij", "email": "nee", "postcode": "12", "adres": "Laan 1"])
            let page = String(buffer: refused.body)
            #expect(refused.status == .unprocessableContent)
            for sentence in ["Dit is geen telefoonnummer.", "Dit is geen e-mailadres.", "Dit is geen postcode."] {
                #expect(page.contains(sentence))
            }
            #expect(page.contains("value=\"bel mij\"") && page.contains("#contact-telefoon"))

            let form = ["naam": "Test\u{202E} Huurder", "telefoon": "06 12 34 56 78", "email": "t@voorbeeld.nl"]
            #expect(try await site.post(path, form).status == .seeOther)
            let entry = try #require(
                try await site.office.read { tx in
                    try tx.journal.entries(of: .klant(zaak.partij), limit: 5)
                        .first { $0.kind == "contactgegevens_gewijzigd" }
                })
            let told = "\(entry.content)"
            #expect(told.contains("telefoon") && told.contains("… 78") && !told.contains("12 34"))
            #expect(!told.contains("t@voorbeeld") && !told.contains("naam"))
            #expect(try await site.page("/klanten/\(zaak.partij)").contains("Telefoonnummer: leeg → … 78"))
        }
    }

    @Test func `who only reads is recorded as well when opening a zaak; the administrator sees no journal`()
        async throws
    {
        try await open { site, zaak in
            for reader in ["dirk", "cora"] {
                try await site.signIn(reader)
                #expect(try await site.get("/zaken/\(zaak.id)").status == .ok)
                #expect(try await site.get("/zaken/\(zaak.id)").status == .ok)
            }
            let looks = try await site.office.read { tx in
                try tx.journal.entries(of: .klant(zaak.partij), limit: 20).filter { $0.kind == Inzage.kind }
            }
            // The two, and who came first.
            #expect(looks.count == 3 && Set(looks.map(\.actor)).count == 3)
            try await site.signIn("els")
            #expect(try await site.get("/journaal").status == .forbidden)
        }
    }

    @Test func `the metrics tell what waits and what failed, without anything personal`() async throws {
        try await open { site, zaak in
            let text = String(buffer: try await site.get("/metrics").body)
            for name in [
                "ontknoop_jobs{", "ontknoop_jobs_due ", "ontknoop_jobs_oldest_due_seconds ",
                "ontknoop_imports{state=\"klaar\"}",
                "ontknoop_database_bytes ", "ontknoop_database_read_seconds ", "# TYPE ontknoop_taken gauge",
                "# TYPE ontknoop_letters gauge",
            ] {
                #expect(text.contains(name), "\(name)")
            }
            #expect(!text.contains("Huurder"))
        }
    }

    @Test func `a new name and address are kept, told and found`() async throws {
        try await open { site, zaak in
            let form = [
                "naam": "Test Verhuisd", "adres": "Nieuwstraat 5", "postcode": "3012 CC", "plaats": "Rotterdam",
            ]
            #expect(try await site.post("/klanten/\(zaak.partij)/contactgegevens", form).status == .seeOther)
            let page = try await site.page("/klanten/\(zaak.partij)")
            #expect(page.contains("Test Verhuisd"))
            #expect(page.contains("Nieuwstraat 5, 3012 CC Rotterdam"))
            #expect(try await site.page("/zoeken?q=verhuisd").contains(zaak.nummer))
            let kinds = try await site.office.read { tx in
                try tx.journal.entries(of: .klant(zaak.partij), limit: 5).map(\.kind)
            }
            #expect(kinds.contains("contactgegevens_gewijzigd"))
        }
    }

    @Test(arguments: [
        ("perMaand=abc&eersteDag=2026-07-01", "Vul een bedrag per maand in."),
        ("perMaand=60&eersteDag=2020-07-01", "Kies een eerste dag vanaf vandaag"),
        ("perMaand=60&eersteDag=x", "Kies een eerste dag vanaf vandaag"),
        ("perMaand=60&eersteDag=2026-07-01", "uw teamleider kijkt mee"),
    ])
    func `the planner says at once what the act would say`(query: String, sentence: String) async throws {
        try await open { site, zaak in
            let page = try await site.page("/zaken/\(zaak.id)?\(query)")
            #expect(page.contains(sentence))
        }
    }

    @Test func `what people read out is found, and a misspelt name leads to the name`() async throws {
        try await open { site, zaak in
            #expect(try await site.page("/zoeken?q=F-2").contains(zaak.nummer))
            #expect(try await site.page("/zoeken?q=3011AA").contains("Test Huurder"))
            let page = try await site.page("/zoeken?q=huudrer")
            #expect(page.contains("Bedoelde u huurder?"))
            #expect(try await site.page("/zoeken?q=huurder").contains("€\u{A0}1.422,40"))
        }
    }
}
