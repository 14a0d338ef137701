import Basics
import Bibliotheek
import Database
import Dmn
import Engine
import Foundation
import Hummingbird
import Procesbot
import Testing
import Zaken

@testable import Web

@Suite("Feedback and measurements over HTTP")
struct MetingenPageTests {
    @Test func `feedback reaches the process owner, who mends it, asks again and measures`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.get("/procesbot")
            let given = try await site.post(
                "/procesbot/terugkoppeling",
                [
                    "vraag": "Hoe lang mag een memo zijn?", "oordeel": "verouderd", "stap": "1",
                    "toelichting": "Nu <b>150</b>.",
                ])
            #expect(given.status == .seeOther)
            let own = String(buffer: try await site.get("/procesbot/terugkoppeling").body)
            #expect(own.contains("Mijn opmerkingen") && own.contains("Nu &lt;b&gt;150") && !own.contains("/herstel"))
            try await site.signIn("cora")
            let list = String(buffer: try await site.get("/procesbot/terugkoppeling").body)
            #expect(list.contains("Nu &lt;b&gt;150&lt;/b&gt;."))
            let mend = try #require(list.firstMatch(of: /action="([^"]+\/herstel)"/)).1
            #expect(try await site.post(String(mend), ["herstel": " "]).status == .unprocessableContent)
            #expect(try await site.post(String(mend), ["herstel": "Versie 2."]).status == .seeOther)
            let mended = String(buffer: try await site.get("/procesbot/terugkoppeling?lijst=hersteld").body)
            #expect(mended.contains("Hersteld door Cora Voorbeeld: Versie 2."))
            let test = try #require(list.firstMatch(of: /href="([^"]+\/testvraag)"/)).1
            let form = String(buffer: try await site.get(String(test)).body)
            #expect(form.contains("data-filter=\"#bronnen-lijst\"") && form.contains("§4.3"))
            #expect(try await site.post(String(test), ["woorden": " "]).status == .unprocessableContent)
            let made = try await site.post(String(test), ["bronnen": "04 §4.3", "woorden": "120 woorden"])
            #expect(made.status == .seeOther)
            try await site.measure()
            let measured = String(buffer: try await site.get("/procesbot/metingen").body)
            #expect(measured.contains("van 191") && measured.contains("Van uw eigen mensen"))
            #expect(measured.contains("Reken op deze cijfers") && measured.contains("<svg class=\"certainty\""))
        }
    }

    @Test func `a new version is measured first, and published from there or thrown away`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/bibliotheek")
            let text = "# Poes\n\n## 1 Eten\n\nDe poes krijgt 40 gram.\n"
            let proposed = try await site.upload("/bibliotheek", fields: ["meet": "ja"], file: "poes.md", text)
            let path = try #require(proposed.headers[.location])
            #expect(path.hasPrefix("/procesbot/voorstellen/"))
            let waiting = String(buffer: try await site.get(path).body)
            #expect(waiting.contains("<progress") && waiting.contains("wordt gemeten"))
            #expect(try await site.post(path, [:]).status == .unprocessableContent)
            let content = Content.folder.path + "/adviseur"
            let proof = Proefmeting(
                Boekenplank(try AdviserContent(folder: content)),
                [TestQuestion(id: "P1", vraag: "Hoeveel krijgt de poes?", woorden: ["40 gram"])])
            let id = try #require(path.split(separator: "/").last)
            try await proof.run(["voorstel": .string(String(id))], in: site.office.database, at: site.clock.now())
            let measured = String(buffer: try await site.get(path).body)
            #expect(measured.contains("Wordt beter") && measured.contains("Nieuwe bron: poes.md"))
            #expect(String(buffer: try await site.get("/procesbot/metingen").body).contains("Nieuwe bron: poes.md"))
            #expect(try await site.office.read { try $0.bronnen.find(naam: "poes.md") } == nil)
            #expect(try await site.post(path, [:]).status == .seeOther)
            #expect(try await site.office.read { try $0.bronnen.find(naam: "poes.md") } != nil)
            #expect(try await site.post(path + "/weg", [:]).status == .unprocessableContent)

            _ = try await site.get("/procesbot/woorden")
            let words = try await site.post(
                "/procesbot/woorden", ["soort": "gelijk", "woorden": "kat, poes", "meet": "ja"])
            let other = try #require(words.headers[.location])
            #expect(try await site.post(other + "/weg", [:]).status == .seeOther)
            #expect(try await site.office.read { try $0.woordgroepen.all().isEmpty })
            try await site.signIn("anja")
            #expect(try await site.post(path + "/meting", [:]).status == .forbidden)
        }
    }

    @Test func `measuring is ordered, tells how far it is, and can be stopped`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/procesbot/metingen")
            #expect(try await site.post("/procesbot/metingen", [:]).status == .seeOther)
            #expect(try await site.post("/procesbot/metingen", [:]).status == .seeOther)
            let busy = try await site.page("/procesbot/metingen")
            #expect(busy.contains("<progress") && busy.contains("Stop het meten") && !busy.contains("Meet nu"))
            #expect(try await site.office.read { try $0.metingen.newest(limit: 5).isEmpty })
            #expect(try await site.post("/procesbot/metingen/stop", [:]).status == .seeOther)
            try await site.doMeasure()
            #expect(try await site.office.read { try $0.metingen.newest(limit: 5).isEmpty })
            #expect(try await site.page("/procesbot/metingen").contains("Meet nu"))
        }
    }

    @Test func `the measurements tell which source changed between them, by whom, and draw their course`() async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/procesbot/metingen")
            try await site.measure()
            site.clock.advance(minutes: 5)
            _ = try await site.get("/bibliotheek")
            _ = try await site.upload("/bibliotheek", fields: [:], file: "poes.md", "# Poes\n\n## 1 Eten\n\nVeel.\n")
            site.clock.advance(minutes: 5)
            try await site.measure()
            let page = String(buffer: try await site.get("/procesbot/metingen").body)
            #expect(page.contains("“poes.md” kreeg versie 1 (Cora Voorbeeld"))
            #expect(page.contains("<svg class=\"course\"") && page.contains("role=\"img\""))
        }
    }

    @Test func `how it is then counts also when the list above it still says that it is right`() async throws {
        let typed = AdviesForm(
            FormFields([
                ("vraag", "x"), ("feit-1", "woonplaats Delft"), ("stand-1", "ja"), ("anders-1", "woonplaats Breda"),
            ]))
        #expect(typed.correcties.map(\.says) == [.changed("woonplaats Breda")])
        let back = AdviesForm(
            FormFields([
                ("feit-1", "woonplaats Delft"), ("stand-1", "ja"), ("anders-1", "woonplaats Breda"),
                ("was-1", "woonplaats Breda"),
            ]))
        #expect(back.correcties.isEmpty)
        let without = AdviesForm(FormFields([("feit-1", "woonplaats Delft"), ("stand-1", "anders")]))
        #expect(without.correcties.map(\.says) == [.denied])
    }
}

extension Site {
    /// Orders a measurement and does what was ordered.
    func measure() async throws {
        #expect(try await post("/procesbot/metingen", [:]).status == .seeOther)
        try await doMeasure()
    }

    func doMeasure() async throws {
        let folder = Content.folder.path + "/adviseur"
        let work = Meetwerk(Boekenplank(try AdviserContent(folder: folder)), try Testvragen(folder: folder))
        try await work.run(in: office.database, at: clock.now())
    }
}
