import Basics
import Hummingbird
import Testing
import Zaken

@testable import Web

@Suite("A talk by phone over HTTP")
struct GesprekTests {
    private func open(_ visit: @escaping @Sendable (Site, Zaak) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            _ = try await site.get("/zaken/\(zaak.id)/gesprek")
            try await visit(site, zaak)
        }
    }

    private static let notes = "Klant belt zelf over de brief. Inkomen is gedaald. Afgesproken dat wij terugbellen."

    private static let report = [
        "vraag": notes, "bewaar": "ja", "initiatiefnemer": "klant", "reden": "Vraag over de brief",
        "feiten": "Inkomen is gedaald", "afspraak": "Wij bellen terug", "vervolg": "Overzicht bespreken",
        "op": "2026-06-19", "nogeens": "ja", "gevolgd": "Vraag toestemming. (Overdracht, §3.3)",
    ]

    @Test func `it begins only once the klant was told`() async throws {
        try await open { site, zaak in
            let path = "/zaken/\(zaak.id)/gesprek"
            #expect(try await site.page("/zaken/\(zaak.id)").contains("href=\"\(path)\""))
            #expect(try await site.get(path + "/aantekeningen").headers[.location] == path)
            let refused = try await site.post(path, [:])
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("Zeg het de klant eerst"))
            let begun = try await site.post(path, ["ingelicht": "ja"])
            #expect(begun.headers[.location] == path + "/aantekeningen")
            #expect(try await site.page("/zaken/\(zaak.id)?toon=contact").contains("Telefoongesprek begonnen"))
        }
    }

    @Test func `the notes are followed with what to ask and to do, and the end drafts the report`() async throws {
        try await open { site, zaak in
            let path = "/zaken/\(zaak.id)/gesprek"
            _ = try await site.post(path, ["ingelicht": "ja"])
            let talk = String(buffer: try await site.post(path + "/aantekeningen", ["vraag": Self.notes]).body)
            #expect(talk.contains("Volgende stap") && talk.contains("Inkomen is gedaald"))
            let draft = try await site.post(path + "/verslag", ["vraag": Self.notes + " Hij is depressief."])
            let page = String(buffer: draft.body)
            #expect(draft.status == .ok && page.contains("Concept van het verslag"))
            #expect(page.contains("value=\"Klant belt zelf over de brief.\""))
            #expect(page.contains(">Afgesproken dat wij terugbellen.</textarea>"))
            #expect(page.contains("Niet in het concept gezet: “depressief”"))
            #expect(try await !site.page("/zaken/\(zaak.id)?toon=contact").contains("Contact, per telefoon"))
        }
    }

    @Test
    func `a person keeps the report, with the advice that was followed and another talk with its date and number`()
        async throws
    {
        try await open { site, zaak in
            let path = "/zaken/\(zaak.id)/gesprek"
            _ = try await site.post(path, ["ingelicht": "ja"])
            let kept = try await site.post(path + "/verslag", Self.report)
            #expect(kept.headers[.location] == "/zaken/\(zaak.id)")
            let page = try await site.page("/zaken/\(zaak.id)?toon=contact")
            #expect(page.contains("Contact, per telefoon: Vraag over de brief"))
            #expect(page.contains("Gevolgd advies: Vraag toestemming. (Overdracht, §3.3)"))
            #expect(!page.contains("Klant belt zelf over de brief."))
            let taken = try await site.office.read { tx in
                try tx.taken.waiting(for: zaak.id, formulier: "vervolggesprek")
            }
            #expect(taken.map(\.uiterlijk.description) == ["2026-06-19"])
            #expect(taken.first?.waarom == "Gesprek 2 over deze zaak. Overzicht bespreken")
            #expect(taken.first?.behandelaar == Medewerker("anja"), "what someone promised stays theirs")
            #expect(try await site.get(path + "/aantekeningen").headers[.location] == path)
            _ = try await site.post(path, ["ingelicht": "ja"])
            #expect(try await site.get(path + "/aantekeningen").status == .ok, "another talk begins at once")
        }
    }

    @Test
    func `a talk of which nothing is to be kept is stopped after asking once, and the next one asks the klant anew`()
        async throws
    {
        try await open { site, zaak in
            let path = "/zaken/\(zaak.id)/gesprek"
            _ = try await site.post(path, ["ingelicht": "ja"])
            let asked = String(buffer: try await site.post(path + "/einde", ["vraag": Self.notes]).body)
            #expect(asked.contains("Wilt u echt stoppen zonder verslag?") && asked.contains(Self.notes))
            let stopped = try await site.post(path + "/einde", ["vraag": Self.notes, "zeker": "ja"])
            #expect(stopped.headers[.location] == "/zaken/\(zaak.id)")
            let page = try await site.page("/zaken/\(zaak.id)?toon=contact")
            #expect(page.contains("Telefoongesprek gestopt zonder verslag") && !page.contains("Contact, per telefoon"))
            #expect(try await site.get(path + "/aantekeningen").headers[.location] == path)
            #expect(try await site.post(path + "/verslag", ["vraag": Self.notes]).headers[.location] == path)
        }
    }

    @Test func `from the draft one goes back to the talk with what was typed and corrected`() async throws {
        try await open { site, zaak in
            let path = "/zaken/\(zaak.id)/gesprek"
            _ = try await site.post(path, ["ingelicht": "ja"])
            let typed = [
                "vraag": Self.notes, "feit-1": "Inkomen is gedaald", "stand-1": "anders",
                "anders-1": "Inkomen is gelijk gebleven",
            ]
            let draft = String(buffer: try await site.post(path + "/verslag", typed).body)
            #expect(draft.contains("action=\"\(path)/aantekeningen\"") && draft.contains("Terug naar het gesprek"))
            #expect(draft.contains("name=\"anders-1\" value=\"Inkomen is gelijk gebleven\""))
        }
    }

    @Test func `a letter is no talk when talks are counted`() async throws {
        try await open { site, zaak in
            let letter = ["initiatiefnemer": "klant", "kanaal": "brief", "reden": "Vraag over de brief"]
            _ = try await site.post("/zaken/\(zaak.id)/contact", letter)
            #expect(try await site.page("/zaken/\(zaak.id)/gesprek").contains("Gesprek 1 bij"))
        }
    }

    @Test func `health is asked about before it is kept, and another talk needs its day`() async throws {
        try await open { site, zaak in
            let path = "/zaken/\(zaak.id)/gesprek"
            _ = try await site.post(path, ["ingelicht": "ja"])
            let facts = ["feit-1": "Inkomen is gedaald", "was-1": "", "stand-1": "klopt", "anders-1": ""]
            let told = Self.report.merging(["feiten": "Klant is zwanger"]) { $1 }.merging(facts) { $1 }
            let asked = try await site.post(path + "/verslag", told)
            let page = String(buffer: asked.body)
            #expect(asked.status == .unprocessableContent)
            #expect(
                page.contains("zwanger") && page.contains("om persoonlijke redenen") && page.contains("name=\"toch\""))
            let without = try await site.post(path + "/verslag", Self.report.merging(["op": ""]) { $1 })
            #expect(String(buffer: without.body).contains("Kies voor het vervolggesprek een dag"))
            let sure = told.merging(["toch": "ja"]) { $1 }
            #expect(try await site.post(path + "/verslag", sure).status == .seeOther)
        }
    }

    @Test func `a note with belief in it is asked about, and what is typed to the procesbot is warned of`() async throws
    {
        try await open { site, zaak in
            let path = "/zaken/\(zaak.id)/notities"
            let asked = try await site.post(path, ["tekst": "Klant is moslim."])
            #expect(asked.status == .unprocessableContent)
            #expect(String(buffer: asked.body).contains("name=\"toch\""))
            #expect(try await site.post(path, ["tekst": "Klant is moslim.", "toch": "ja"]).status == .seeOther)
            let answer = try await site.ask(
                "/zaken/\(zaak.id)/advies", ["vraag": "Klant is depressief. Mag ik uitstel geven?"])
            let page = String(buffer: answer.body)
            #expect(page.contains("“depressief” gaat over gezondheid"))
        }
    }
}
