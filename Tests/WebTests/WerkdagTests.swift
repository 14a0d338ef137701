import Basics
import Hummingbird
import Journal
import Testing
import Zaken

@testable import Web

@Suite("A day's work over HTTP")
struct WerkdagTests {
    /// A site with two zaken and a taak in the first; signed in as a casemanager.
    private func open(_ visit: @escaping @Sendable (Site, [Zaak], Identifier<Taak>) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaken = try await site.zaken()
            let taak = try await site.offer("los", of: try #require(zaken.first))
            try await visit(site, zaken, taak)
        }
    }

    @Test
    func `after the last taak of a zaak comes the next of one's own list, and the way back to the list as it was`()
        async throws
    {
        try await open { site, zaken, taak in
            let other = try await site.offer("los", of: zaken[1])
            _ = try await site.get("/werkvoorraad?tab=team&sorteer=bedrag")
            _ = try await site.get("/zaken/\(zaken[0].id)")
            _ = try await site.post("/taken/\(taak)/afronding", [:])
            let page = try await site.page("/zaken/\(zaken[0].id)")
            #expect(page.contains("Volgende taak:"))
            #expect(page.contains("/zaken/\(zaken[1].id)?taak=\(other)"))
            #expect(page.contains("/werkvoorraad?tab=team&amp;sorteer=bedrag"))
        }
    }

    @Test func `the list says what happened last, in one sentence, and the page keeps how to do it apart`() async throws
    {
        try await open { site, zaken, taak in
            let list = try await site.page("/werkvoorraad?tab=team")
            #expect(list.contains("Nieuwe zaak, vandaag"))
            #expect(list.contains("/zaken/\(zaken[0].id)?taak=\(taak)"))
            let page = try await site.page("/zaken/\(zaken[0].id)")
            #expect(page.contains("Waarom nu?</strong> Nieuwe zaak, vandaag"))
            #expect(page.contains("Hoe doet u dit?"))
        }
    }

    @Test func `a colleague's taak is taken over with a reason, and not without`() async throws {
        try await open { site, zaken, taak in
            try await site.office.act(as: .system("test")) { act in
                try Taak.Taking(taak: taak, door: Medewerker("bram"), als: .onbegrensd).run(in: act)
            }
            #expect(try await site.page("/zaken/\(zaken[0].id)").contains("Deze taak is van Bram Voorbeeld."))
            let path = "/taken/\(taak)/toewijzing"
            #expect(try await site.post(path, ["aan": "anja"]).status == .conflict)
            #expect(try await site.post(path, ["aan": "anja", "van": "bram"]).status == .unprocessableContent)
            #expect(
                try await site.post(path, ["aan": "anja", "van": "bram", "reden": "Bram is ziek"]).status == .seeOther)
            #expect(try await site.office.read { try $0.taken.find(taak)?.behandelaar } == Medewerker("anja"))
            #expect(try await site.page("/zaken/\(zaken[0].id)").contains("Bram is ziek"))
        }
    }

    @Test func `what was typed in a taak that a colleague just did can be kept as a note`() async throws {
        try await open { site, zaken, taak in
            _ = try await site.get("/zaken/\(zaken[0].id)")
            try await site.office.act(as: .system("test")) { act in
                try Taak.Completion(taak: taak, invoer: [:], door: Medewerker("bram"), als: .onbegrensd).run(in: act)
            }
            let refused = try await site.post("/taken/\(taak)/afronding", ["toelichting": "Belt <morgen> terug"])
            #expect(refused.status == .conflict)
            let page = String(buffer: refused.body)
            #expect(page.contains("Belt &lt;morgen&gt; terug"))
            #expect(page.contains("Bewaar als notitie"))
        }
    }

    @Test func `giving taken without choosing a colleague changes nothing and says so`() async throws {
        try await open { site, _, taak in
            try await site.signIn("bram")
            _ = try await site.get("/werkvoorraad?tab=team")
            _ = try await site.post("/werkvoorraad/verdeling", ["taak": taak.text, "aan": "collega", "collega": ""])
            #expect(try await site.page("/werkvoorraad?tab=team").contains("Kies eerst een collega."))
            _ = try await site.post(
                "/werkvoorraad/verdeling", ["taak": taak.text, "aan": "collega", "collega": "anja"])
            let page = try await site.page("/werkvoorraad?tab=team&van=anja")
            #expect(page.contains("Anja Voorbeeld (1)"))
            #expect(page.contains("?taak=\(taak)"))
            #expect(!(try await site.page("/werkvoorraad?tab=team&van=bram")).contains("?taak=\(taak)"))
        }
    }

    @Test func `the address of an act, typed or reloaded, leads to the page it belongs to`() async throws {
        try await open { site, zaken, taak in
            for path in [
                "/zaken/\(zaken[0].id)", "/klanten/\(zaken[0].partij)", "/betalingen/\(zaken[0].id)", "/werkvoorraad",
            ] {
                let first = path.hasPrefix("/klanten") ? "contact" : "regeling"
                for act in [first, "pauze", "plaatsing", "meldingen/RegelingVerzocht"] {
                    let answer = try await site.get("\(path)/\(act)")
                    #expect(answer.status == .seeOther, "\(path)/\(act)")
                    #expect(answer.headers[.location] == path)
                }
            }
            #expect(try await site.get("/taken/\(taak)/afronding").headers[.location] == "/taken/\(taak)")
            #expect(try await site.get("/klok").headers[.location] == "/")
            #expect(try await site.get("/zaken/onbekend").status == .notFound)
        }
    }
}
