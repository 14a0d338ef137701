import Basics
import Database
import Foundation
import Hummingbird
import Incasso
import Journal
import Klanten
import Recht
import Testing
import Zaken

@testable import Web

@Suite("Pages before and after a handover, over HTTP")
struct VoordrachtTests {
    /// A site where a team lead looks at the first zaak.
    private func visit(_ body: @escaping @Sendable (Site, Zaak) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            try await body(site, try #require(try await site.zaken().first))
        }
    }

    @Test func `a second press says that the signal was given, and an objection that none is`() async throws {
        try await visit { site, zaak in
            try await site.office.act(as: .system("test")) { act in
                try act.tx.run("UPDATE vorderingen SET soort = 'huur' WHERE zaak_id = \(zaak.id)")
                for soort in [Bewijsstuk.Soort.contact, .schuldhulp, .herinnering, .aanbod] {
                    try Signaalbewijs.Adding(
                        zaak: zaak.id, soort: soort, dag: act.today, kanaal: "balie", dagdeel: .ochtend, bereikt: true,
                        bewijs: "proef", door: Medewerker("bram")
                    ).run(in: act)
                }
            }
            let path = "/zaken/\(zaak.id)/vroegsignalering"
            let form = ["crisis": "nee", "warm": "ja"]
            #expect(try await site.page(path).contains("Geef het signaal"))
            #expect(try await site.post(path + "/signaal", form).status == .seeOther)
            #expect(try await site.page(path).contains("Het signaal is vastgelegd"))
            #expect(try await site.post(path + "/signaal", form).status == .seeOther)
            #expect(try await site.page(path).contains("Dit signaal was al gegeven"))
            #expect(try await site.office.read { try $0.signalen.all(of: zaak.id).count } == 1)

            let proof = ["soort": "bezwaar", "dag": "2026-06-01", "bewijs": "mail van de klant"]
            #expect(try await site.post(path + "/bewijzen", proof).status == .seeOther)
            #expect(try await site.post(path + "/signaal", form).status == .seeOther)
            let page = try await site.page(path)
            #expect(page.contains("Er is geen signaal gegeven: de klant heeft bezwaar gemaakt."))
            #expect(page.contains("Niet naar de gemeente gegaan: de klant heeft bezwaar."))
            #expect(!page.contains("action=\"\(path)/signaal\""))
        }
    }

    @Test
    func `complaint, interruption and decision that are refused keep what was typed, with the fault at its field`()
        async throws
    {
        try await visit { site, zaak in
            let path = "/zaken/\(zaak.id)/specificatie"
            _ = try await site.get(path)
            let claim = try #require(try await site.office.read { try $0.vorderingen.all(of: zaak.id).first })
            let refused = try await site.post(
                "/vorderingen/\(claim.id)/stuiting",
                ["soort": "erkenning", "dag": "2099-01-01", "bewijs": "mail van de klant"])
            #expect(refused.status == .unprocessableContent)
            let first = String(buffer: refused.body)
            #expect(first.contains("value=\"mail van de klant\"") && first.contains("value=\"2099-01-01\""))
            #expect(first.contains("id=\"dag-\(claim.id)-fout\"") && first.contains("<details class=\"unfold\" open>"))

            let complaint = try await site.post("/zaken/\(zaak.id)/klachten", ["tekst": " "])
            #expect(complaint.status == .unprocessableContent)
            #expect(String(buffer: complaint.body).contains("id=\"klacht-tekst-fout\""))
        }
    }

    @Test func `a bailiff fetches by a call what they must hear, with their own key alone`() async throws {
        try await visit { site, zaak in
            try await site.office.act(as: .system("test")) { act in
                let one = Deurwaarder(
                    code: "een", naam: "Deurwaarder Een", adres: Adres(regel: "", postcode: "", plaats: ""),
                    telefoon: "", email: "")
                try act.tx.deurwaarders.put(one, sleutel: "sleutel-een")
            }
            #expect(try await site.call("/api/deurwaarder/meldingen", key: "fout").status == .unauthorized)
            let told = try await site.call("/api/deurwaarder/meldingen", key: "sleutel-een")
            #expect(told.status == .ok && String(buffer: told.body) == "{\"meldingen\":[]}")
        }
    }

    @Test func `the journal of a person holds what happened under the record that was joined`() async throws {
        try await visit { site, _ in
            let people = try await site.zaken().map(\.partij)
            let (stays, old) = (people[0], try #require(people.first { $0 != people[0] }))
            _ = try await site.get("/klanten/\(old)")
            _ = try await site.office.act(as: .system("test")) { act in
                try Samenvoeging.Joining(
                    van: old, naar: stays, gegevens: [], reden: "nagevraagd", door: Medewerker("bram")
                ).run(in: act)
            }
            for one in [stays, old] {
                let page = try await site.page("/journaal?over=\(one)")
                #expect(page.contains("Klant opgegaan in een ander"), "\(one == stays)")
                #expect(page.contains("Samengevoegd met dezelfde persoon") || page.contains("Klant samengevoegd"))
            }
        }
    }

    @Test func `a bank statement is called what it was`() async throws {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.get("/imports")
            let file = """
                :20:STARTUMS\r\n:25:NL13TEST0123456789EUR\r\n:28C:1\r\n:60F:C260601EUR0,00\r\n:62F:C260601EUR0,00\r\n-\r\n
                """
            _ = try await site.upload(
                "/imports", fields: ["soort": "herken", "schuldeiser": "demo"], file: "a.940", file)
            let page = try await site.page("/imports")
            #expect(page.contains("Bankafschrift (MT940)"), "\(page)")
        }
    }
}

extension Site {
    fileprivate func call(_ path: String, key: String) async throws -> TestResponse {
        try await get(path, [.authorization: "Bearer \(key)"])
    }
}
