import Basics
import Foundation
import Hummingbird
import Incasso
import Journal
import Klanten
import Testing
import Zaken

@testable import Web

@Suite("Working on zaken over HTTP")
struct ZaakTests {
    @Test func `a file through the page becomes zaken, and its bad line is named`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            let page = try await site.importItems()
            #expect(page.contains("31"))
            #expect(page.contains("vervaldatum"))
            let zaken = try await site.zaken()
            #expect(zaken.count == 2)
        }
    }

    @Test func `what became of a message stands in the timeline, with why`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            try await site.office.act(as: .system("proces")) { act in
                try act.record("bericht_vastgelopen", of: zaak.id, ["naam": "Akkoord", "reden": "meer_ontvangers"])
                try act.record("bericht_verlopen", of: zaak.id, ["naam": "Betaald"])
                try act.record("bericht_vervallen", of: zaak.id, ["naam": "Akkoord", "gesloten": true])
                try act.record("bericht_onderweg", of: zaak.id, ["naam": "Nog onderweg"])
            }
            let page = try await site.page("/zaken/\(zaak.id)")
            #expect(page.contains("Bericht “Akkoord” niet bezorgd"))
            #expect(page.contains("Meer dan één zaak wachtte erop."))
            #expect(page.contains("Bericht “Betaald” vervallen: niemand wachtte erop"))
            #expect(page.contains("De zaak werd gesloten voordat iemand zei wat ermee moest."))
            #expect(!page.contains("Nog onderweg") && !page.contains("meer_ontvangers"))
        }
    }

    @Test func `every page of daily work answers each role as its rights say`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            for path in [
                "/werkvoorraad", "/zaken/\(zaak.id)", "/klanten/\(zaak.partij)", "/zoeken?q=test", "/imports",
                "/betalingen", "/betalingen?lijst=terug", "/betalingen?lijst=alle",
                "/processen", "/processen/incasso",
            ] {
                let answer = try await site.get(path)
                #expect(answer.status == .ok, "\(path)")
                #expect(!String(buffer: answer.body).contains("⟨"), "\(path)")
            }
            #expect(try await site.get("/beheer").status == .forbidden)
            #expect(try await site.get("/journaal").status == .forbidden)
            try await site.signIn("els")
            #expect(try await site.get("/beheer").status == .ok)
            #expect(try await site.get("/zaken/\(zaak.id)").status == .forbidden)
            try await site.signIn("bram")
            #expect(try await site.get("/journaal").status == .ok)
        }
    }

    @Test func `a note is kept, and an empty one is refused beside the form`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            _ = try await site.get("/zaken/\(zaak.id)")
            let refused = try await site.post("/zaken/\(zaak.id)/notities", ["tekst": " "])
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("Schrijf eerst iets op."))
            let kept = try await site.post("/zaken/\(zaak.id)/notities", ["tekst": "Belt zelf <b>terug</b>."])
            #expect(kept.status == .seeOther)
            let page = String(buffer: try await site.get("/zaken/\(zaak.id)").body)
            #expect(page.contains("Belt zelf &lt;b&gt;terug&lt;/b&gt;."))
            #expect(page.contains("De notitie is bewaard."))
        }
    }

    @Test func `a zaak stands still with a reason, goes on, is extended, closed and opened again`() async throws {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let path = "/zaken/\(zaak.id)"
            _ = try await site.get(path)
            #expect(try await site.post(path + "/opschorting", [:]).status == .unprocessableContent)
            let undated = try await site.post(path + "/opschorting", ["reden": "wacht"])
            #expect(String(buffer: undated.body).contains("id=\"opschorting-bekijkOp-fout\""))
            let tooEarly = try await site.post(path + "/opschorting", ["reden": "wacht", "bekijkOp": "2026-01-01"])
            #expect(String(buffer: tooEarly.body).contains("Kies een dag na vandaag om weer te kijken"))
            let day = (site.clock.now().day + 14).description
            let form = ["reden": "wacht", "bekijkOp": day]
            #expect(try await site.post(path + "/opschorting", form).status == .seeOther)
            #expect(try await site.page(path).contains("wacht · we kijken weer"))
            #expect(try await site.post(path + "/hervatting", [:]).status == .seeOther)
            let later = (zaak.streefdatum + 30).description
            #expect(try await site.post(path + "/verlenging", ["tot": later, "reden": "ziek"]).status == .seeOther)
            let early = try await site.post(path + "/verlenging", ["tot": "2026-01-01", "reden": "ziek"])
            #expect(early.status == .unprocessableContent)
            let closed = try await site.post(path + "/afsluiting", ["resultaat": "ingetrokken", "reden": "fout"])
            #expect(closed.status == .seeOther)
            #expect(try await site.post(path + "/heropening", ["reden": "toch niet"]).status == .seeOther)
            #expect(try await site.zaken().first { $0.id == zaak.id }?.isOpen == true)
        }
    }

    @Test func `a person is paused with all zaken, and who looked is shown`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let path = "/klanten/\(zaak.partij)"
            #expect(String(buffer: try await site.get(path).body).contains("Anja Voorbeeld"))
            let last = (site.clock.now().day + 60).description
            #expect(try await site.post(path + "/pauze", ["tot": last, "reden": "wijkcoach"]).status == .seeOther)
            #expect(try await site.zaken().first { $0.id == zaak.id }?.opgeschort != nil)
            #expect(String(buffer: try await site.get("/zaken/\(zaak.id)").body).contains("Alles staat stil"))
            #expect(try await site.post(path + "/hervatting", [:]).status == .seeOther)
        }
    }

    @Test
    func `an arrangement is computed first; the proposal then stands ready in the process, and nothing is agreed`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first { $0.bedrag > .euros(1_000) })
            let path = "/zaken/\(zaak.id)"
            let first = site.clock.now().day.adding(months: 1).description
            let plan = String(buffer: try await site.get(path + "?perMaand=100&eersteDag=\(first)").body)
            #expect(plan.contains("15 termijnen"))
            let proposal = ["perMaand": "100", "eersteDag": first]
            #expect(try await site.post(path + "/regeling", proposal).status == .unprocessableContent)
            try await site.start(zaak)
            #expect(try await site.post(path + "/regeling", proposal).status == .seeOther)
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("A.3.1") && page.contains("Regeling voorgesteld"))
            #expect(try await site.post(path + "/regeling", ["perMaand": "abc"]).status == .unprocessableContent)
        }
    }

    @Test func `a form that says it carries files is not let through without its token`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let answer = try await site.postMultipart("/zaken/\(zaak.id)/notities", "tekst=buiten+de+sleutel+om")
            #expect(answer.status == .forbidden)
            #expect(!String(buffer: try await site.get("/zaken/\(zaak.id)").body).contains("buiten de sleutel om"))
        }
    }

    @Test func `a taak is found, taken and completed; a second one who completes it is told who was first`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let taak = try await site.offer("los", of: zaak)
            #expect(String(buffer: try await site.get("/werkvoorraad?tab=niemand").body).contains("Bel de klant"))
            #expect(
                try await site.post("/werkvoorraad/verdeling", ["taak": taak.text, "aan": "anja"]).status == .seeOther)
            #expect(String(buffer: try await site.get("/werkvoorraad").body).contains("Bel de klant"))
            #expect(try await site.post("/taken/\(taak)/afronding", [:]).status == .seeOther)
            let second = try await site.post("/taken/\(taak)/afronding", [:])
            #expect(second.status == .conflict)
            #expect(String(buffer: second.body).contains("al afgerond door"))
        }
    }

    @Test func `a letter can be looked at, and nothing of it stays`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let path = "/zaken/\(zaak.id)/brieven/aanmaning"
            #expect(try await site.get(path).status == .ok)
            let letter = try await site.get(path + "?deel=brief")
            #expect(String(buffer: letter.body).contains("<p>aanmaning</p>"))
            #expect(letter.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            let id = zaak.id
            let kept = try await site.office.read { tx in
                try tx.documenten.all(of: id).filter { $0.soort == "aanmaning" }
            }
            #expect(kept.isEmpty)
        }
    }

    @Test func `a person sends a letter by hand, and only one that begins no term`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first).id
            _ = try await site.get("/zaken/\(zaak)/brieven/aanmaning")
            let sent = try await site.post("/zaken/\(zaak)/brieven/aanmaning", ["kanaal": "post"])
            #expect(sent.status == .seeOther)
            let brieven = try await site.office.read { try $0.brieven.all(of: zaak).map(\.sjabloon) }
            #expect(brieven == ["aanmaning"])
            #expect(try await site.post("/zaken/\(zaak)/brieven/veertiendagenbrief", [:]).status == .notFound)
        }
    }

    @Test func `a letter about a suspended zaak is not sent, and the page says why`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first).id
            _ = try await site.get("/zaken/\(zaak)")
            let form = ["reden": "betwist", "bekijkOp": (site.clock.now().day + 14).description]
            #expect(try await site.post("/zaken/\(zaak)/opschorting", form).status == .seeOther)
            let refused = try await site.post("/zaken/\(zaak)/brieven/aanmaning", ["kanaal": "post"])
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("De zaak is opgeschort"))
            #expect(try await site.office.read { try $0.brieven.all(of: zaak).isEmpty })
        }
    }

    @Test func `who opens a zaak is recorded once a day; who may not see a person sees the name`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            for _ in 1...2 { _ = try await site.get("/zaken/\(zaak.id)") }
            let partij = zaak.partij
            func looks() async throws -> Int {
                try await site.office.read { tx in
                    try tx.journal.entries(of: .klant(partij), limit: 50).filter { $0.kind == "ingezien" }.count
                }
            }
            #expect(try await looks() == 1)
            try await site.signIn("dirk")
            let page = String(buffer: try await site.get("/zaken/\(zaak.id)").body)
            #expect(!page.contains("/klanten/\(partij)"))
            #expect(page.contains("ziet u geen adres"))
            #expect(try await looks() == 2)
        }
    }

    @Test func `a reader changes nothing`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            try await site.signIn("dirk")
            _ = try await site.get("/zaken/\(zaak.id)")
            for act in ["notities", "opschorting", "afsluiting", "regeling", "afwijking"] {
                #expect(
                    try await site.post("/zaken/\(zaak.id)/\(act)", ["reden": "x", "tekst": "x"]).status == .forbidden)
            }
        }
    }

    @Test func `what is not there is a page that says so`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            #expect(try await site.get("/zaken/geen-nummer").status == .notFound)
            #expect(try await site.get("/zaken/01980000-0000-7000-8000-000000000009").status == .notFound)
            #expect(try await site.get("/klanten/01980000-0000-7000-8000-000000000009").status == .notFound)
        }
    }
}

extension Site {
    /// Sends the test's open items through the page, and returns the page with the result.
    func importItems() async throws -> String {
        _ = try await get("/imports")
        let answer = try await upload(
            "/imports", fields: ["soort": "posten", "schuldeiser": "demo"], file: "posten.csv", TestOffice.items)
        var page = ""
        for _ in 0..<200 {
            page = String(buffer: try await get(answer.headers[.location] ?? "/imports").body)
            if !page.contains("data-reload") { break }
            await Task.yield()
        }
        return page
    }

    func zaken() async throws -> [Zaak] {
        try await office.read { tx in
            let found = try tx.zoekindex.search(.init("ZAAK", soort: .zaak))
            return try found.treffers.compactMap { Identifier<Zaak>($0.verwijzing) }.compactMap {
                try tx.zaken.find($0)
            }
            .sorted { $0.nummer < $1.nummer }
        }
    }
}
