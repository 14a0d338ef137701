import Basics
import Foundation
import Hummingbird
import Incasso
import Journal
import Klanten
import Testing
import Zaken

@testable import Web

@Suite("Finding over HTTP")
struct VindenTests {
    private func open(_ visit: @escaping @Sendable (Site, [Zaak]) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            try await visit(site, try await site.zaken())
        }
    }

    @Test func `what was written in notes and contacts is found, with its zaak`() async throws {
        try await open { site, zaken in
            let path = "/zaken/\(zaken[0].id)"
            _ = try await site.get(path)
            _ = try await site.post(path + "/notities", ["tekst": "De wijkcoach heet Fictief en belt na vijven."])
            _ = try await site.post(
                path + "/contact",
                [
                    "initiatiefnemer": "klant", "kanaal": "balie", "reden": "Bracht papieren",
                    "afspraak": "Betaalt na het vakantiegeld",
                ])
            let note = try await site.page("/zoeken?q=wijkcoach")
            #expect(note.contains("De wijkcoach heet Fictief") && note.contains(zaken[0].nummer))
            #expect(note.contains("Anja Voorbeeld"))
            let contact = try await site.page("/zoeken?q=vakantie&soort=geschreven")
            #expect(contact.contains("Betaalt na het vakantiegeld"))
            #expect(try await site.page("/zoeken?q=papieren").contains("/zaken/\(zaken[0].id)"))
        }
    }

    @Test func `who has a line of the bank finds the zaak by its amount and the klant by the account`() async throws {
        try await open { site, zaken in
            let zaak = zaken[0]
            let amount = "\(zaak.bedrag)".replacing(".", with: ",")
            #expect(try await site.page("/zoeken?q=\(amount)").contains("/zaken/\(zaak.id)"))
            #expect(!(try await site.page("/zoeken?q=1,23")).contains("/zaken/\(zaak.id)"))

            let person = try #require(try await site.office.read { try $0.partijen.find(zaak.partij) })
            if let iban = person.iban {
                #expect(try await site.page("/zoeken?q=\(iban)").contains("/klanten/\(person.id)"))
            }
        }
    }

    @Test func `a reader searches zaken, and neither people nor who has no right to zaken does`() async throws {
        try await open { site, zaken in
            try await site.signIn("dirk")
            let found = try await site.page("/zoeken?q=huur")
            #expect(found.contains("/zaken/\(zaken[0].id)"))
            #expect(!found.contains("/klanten/"))
            #expect(!(try await site.page("/zoeken?q=huurder&soort=klant")).contains("/klanten/"))
            #expect(try await site.get("/klanten").status == .forbidden)
            try await site.signIn("els")
            #expect(try await site.get("/zoeken?q=huur").status == .forbidden)
            #expect(!(try await site.page("/beheer")).contains("role=\"search\""))
        }
    }

    @Test func `zaken are narrowed by stand, step, creditor and period, and a choice is taken away again`() async throws
    {
        try await open { site, zaken in
            try await site.start(zaken[0])
            _ = try await site.offer("los", of: zaken[0])
            _ = try await site.offer("los", of: zaken[1])
            let all = try await site.page("/zoeken?q=huur&soort=zaak")
            #expect(all.contains("2 gevonden") || all.contains("\(zaken.count) gevonden"))
            let step = try await site.page("/zoeken?q=huur&soort=zaak&periode=maand")
            #expect(step.contains("aria-current=\"true\"><span>laatste 30 dagen"))
            let none = try await site.page("/zoeken?q=huur&soort=zaak&periode=ouder")
            #expect(none.contains("Niets gevonden"))
        }
    }

    @Test func `payments are found by name, amount, reference and the end of the account`() async throws {
        try await open { site, zaken in
            try await site.office.act(as: .system("test")) { act in
                let rows = [
                    ("P. Fictief", "NL02ABNA0123454300", Money(cents: 15_012), "huur mei", "8000000012345678"),
                    ("Q. Verzonnen", "NL02ABNA0000000001", Money(cents: 9_900), "anders", nil),
                ]
                for (name, account, amount, text, reference) in rows {
                    let one = Betaling(
                        id: act.newID(), sleutel: name, rekening: "NL00TEST", datum: act.today, bedrag: amount,
                        tegenrekening: account, naam: name, omschrijving: text, kenmerk: reference)
                    try act.tx.betalingen.add(one, at: act.now)
                }
            }
            for words in ["fictief", "4300", "150,12", "€ 150,12", "8000000012345678", "huur mei"] {
                let page = try await site.page("/betalingen?q=\(words.formEncoded)")
                #expect(page.contains("P. Fictief") && !page.contains("Q. Verzonnen"), "\(words)")
            }
            #expect(try await site.page("/betalingen?q=bestaatniet").contains("Geen betaling gevonden"))
            #expect(try await site.page("/betalingen?lijst=terug&q=fictief").contains("Geen betaling gevonden"))
        }
    }

    @Test func `the journal is read by period, with names of people and zaken and no bare identifiers`() async throws {
        try await open { site, zaken in
            _ = try await site.get("/zaken/\(zaken[0].id)")
            _ = try await site.post(
                "/zaken/\(zaken[0].id)/opschorting", ["reden": "betwist", "bekijkOp": "2026-08-01"])
            let today = site.clock.now().day
            try await site.signIn("bram")
            let page = try await site.page("/journaal?van=\(today)&tot=\(today)")
            #expect(page.contains("Zaak opgeschort") && page.contains("\(zaken[0].nummer) · Test Huurder"))
            #expect(try await site.page("/journaal?tot=\(today - 1)").contains("Niets gevonden"))
            #expect(try await site.page("/journaal?van=\(today + 1)").contains("Niets gevonden"))
            let main = page[(page.firstRange(of: "<main")?.upperBound ?? page.startIndex)...]
            let bare = main.matches(of: />[^<]*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}[^<]*</).map { String($0.0) }
            #expect(bare.isEmpty, "\(bare.prefix(3))")
            try await site.signIn("els")
            #expect(try await site.get("/journaal").status == .forbidden)
        }
    }

    @Test func `the tabs of the worklist count all, and the line below what the list is narrowed to`() async throws {
        try await open { site, zaken in
            for zaak in zaken { _ = try await site.offer("los", of: zaak) }
            let page = try await site.page("/werkvoorraad?tab=team&zoek=Ander")
            #expect(page.contains("Het team heeft 2 taken.") && page.contains("Hieronder staat er 1."))
            #expect(page.contains("Van het team <span class=\"count\">2</span>"))
            let empty = try await site.page("/werkvoorraad?tab=team&stap=bestaat-niet")
            #expect(empty.contains("Het team heeft 2 taken.") && empty.contains("Hieronder staat niets."))
        }
    }
}
