import Basics
import Foundation
import Hummingbird
import Incasso
import Journal
import Klanten
import Testing
import Zaken

@testable import Web

@Suite("Collection by the law, over HTTP")
struct RechtPageTests {
    @Test func `a special state is recorded, shown with its articles, changed and ended`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let path = "/klanten/\(zaak.partij)/toestanden"
            #expect(String(buffer: try await site.get(path).body).contains("Er geldt niets bijzonders"))
            #expect(
                try await site.post(path, ["soort": "wsnp", "begin": "2026-06-09"]).status == .unprocessableContent)
            let added = try await site.post(path, ["soort": "wsnp", "begin": "2026-06-09", "bewijs": "register"])
            #expect(added.status == .seeOther)
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("Fw 299 lid 1, 303 lid 1"))
            #expect(page.contains("De bewindvoerder is nog niet bekend"))
            #expect(!page.contains("⟨"))
            #expect(String(buffer: try await site.get("/zaken/\(zaak.id)").body).contains("(WSNP) sinds 9 juni 2026"))
            let partij = zaak.partij
            let state = try #require(try await site.office.read { try $0.toestanden.all(of: partij).first })
            let change = ["naam": "Bewind Voorbeeld", "regel": "Kade 1", "reden": "benoemd"]
            #expect(try await site.post("/toestanden/\(state.id)/wijziging", change).status == .seeOther)
            #expect(String(buffer: try await site.get(path).body).contains("Bewind Voorbeeld, Kade 1"))
            #expect(try await site.post("/toestanden/\(state.id)/einde", ["reden": ""]).status == .unprocessableContent)
            #expect(try await site.post("/toestanden/\(state.id)/einde", ["reden": "schone lei"]).status == .seeOther)
            #expect(String(buffer: try await site.get(path).body).contains("Er geldt niets bijzonders"))
        }
    }

    @Test func `a pause stands among the states with what it forbids, and is ended where it was begun`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            try await site.office.act(as: .system("test")) { act in
                _ = try Pauze.Beginning(
                    partij: zaak.partij, einde: act.today + 30, reden: "rust na ontslag", door: Medewerker("anja")
                ).run(in: act)
            }
            let page = String(buffer: try await site.get("/klanten/\(zaak.partij)/toestanden").body)
            #expect(!page.contains("Er geldt niets bijzonders"))
            #expect(page.contains("rust na ontslag") && page.contains("Afsprakenkader Sociaal Incasseren"))
            #expect(!page.contains("/einde\"") && !page.contains("⟨"))
            #expect(page.contains("href=\"/klanten/\(zaak.partij)\">Beëindig de pauze bij de klant"))
        }
    }

    @Test func `whom to write to has a name and a mail address that can be one: nothing is lost in silence`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let path = "/klanten/\(zaak.partij)/toestanden"
            _ = try await site.get(path)
            let state = ["soort": "bewind", "begin": "2026-06-09", "bewijs": "register"]
            for (wrong, why) in [
                (["email": "bewind@voorbeeld.nl"], "Vul ook in aan wie u schrijft"),
                (["naam": "Bewind Voorbeeld", "email": "geen mail"], "Dit is geen e-mailadres"),
            ] {
                let refused = try await site.post(path, state.merging(wrong) { $1 })
                #expect(refused.status == .unprocessableContent && String(buffer: refused.body).contains(why))
            }
            let right = ["naam": "Bewind Voorbeeld", "email": "bewind@voorbeeld.nl"]
            #expect(try await site.post(path, state.merging(right) { $1 }).status == .seeOther)
        }
    }

    @Test func `a forbidden arrangement is refused with the article, and a shielded address is seen by few`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let states = "/klanten/\(zaak.partij)/toestanden"
            _ = try await site.get(states)
            let today = site.clock.now().day.description
            for kind in ["faillissement", "veiligheid"] {
                let form = ["soort": kind, "begin": today, "bewijs": "brief"]
                #expect(try await site.post(states, form).status == .seeOther)
            }
            let first = site.clock.now().day.adding(months: 1).description
            let refused = try await site.post(
                "/zaken/\(zaak.id)/regeling", ["perMaand": "100", "eersteDag": first])
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("(Fw 26)"))
            let person = String(buffer: try await site.get("/klanten/\(zaak.partij)").body)
            #expect(person.contains("afgeschermd om veiligheid"))
            #expect(!person.contains("3011 AA"))
            let letter = "/zaken/\(zaak.id)/brieven/herinnering?deel=brief"
            let sent = "/documenten/\(try await site.sentLetter(on: zaak.id))"
            for path in [letter, sent] { #expect(try await site.get(path).status == .forbidden) }
            try await site.signIn("bram")
            #expect(try await site.get(letter).status != .forbidden)
            #expect(try await site.get(sent).status == .ok)
            #expect(String(buffer: try await site.get("/klanten/\(zaak.partij)").body).contains("3011 AA"))
        }
    }

    @Test func `amounts unfold, a specification is sent, a complaint gets its term, an interruption its proof`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first { $0.bedrag > .euros(1_000) })
            let path = "/zaken/\(zaak.id)/specificatie"
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("BW 6:119"))
            #expect(page.contains("dagen 4% per jaar"))
            #expect(page.contains("verjaart op"))
            #expect(!page.contains("⟨"))
            #expect(try await site.post(path + "/verzending", [:]).status == .seeOther)
            let id = zaak.id
            #expect(
                try await site.office.read { try $0.brieven.all(of: id) }.contains { $0.sjabloon == "specificatie" })
            #expect(try await site.post("/zaken/\(id)/klachten", ["tekst": " "]).status == .unprocessableContent)
            #expect(try await site.post("/zaken/\(id)/klachten", ["tekst": "Slecht bereikbaar"]).status == .seeOther)
            #expect(try await site.office.read { try $0.taken.waiting(for: id) }.contains { $0.stap == "klacht" })
            let claim = try #require(try await site.office.read { try $0.vorderingen.all(of: id).first })
            let interruption = ["soort": "erkenning", "dag": "2026-06-01", "bewijs": "mail van de klant"]
            #expect(try await site.post("/vorderingen/\(claim.id)/stuiting", interruption).status == .seeOther)
            #expect(String(buffer: try await site.get(path).body).contains("1 juni 2031"))
            #expect(
                String(buffer: try await site.get("/verjaring").body).contains("Er verjaart het komende jaar niets"))
            try await site.signIn("dirk")
            _ = try await site.get(path)
            #expect(try await site.post(path + "/verzending", [:]).status == .forbidden)
            #expect(try await site.post("/zaken/\(id)/klachten", ["tekst": "x"]).status == .forbidden)
        }
    }
}

extension Site {
    /// A letter that went out, with an address on it.
    fileprivate func sentLetter(on zaak: Identifier<Zaak>) async throws -> Identifier<Document> {
        let file = DocumentFile(
            titel: "Herinnering", soort: "herinnering", richting: .verzonden, bestandsnaam: "brief.html",
            formaat: "text/html", bytes: Array("<p>3011 AA</p>".utf8), door: "proces")
        try await office.act(as: .system("proces")) { act in
            _ = try Document.Filing(zaak: zaak, file: file).run(in: act)
        }
        return try #require(try await office.read { try $0.documenten.all(of: zaak).first?.id })
    }
}
