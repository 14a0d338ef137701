import Basics
import Bibliotheek
import Engine
import Foundation
import Hummingbird
import Journal
import Procesbot
import Testing
import Zaken

@testable import Web

@Suite("Processes over HTTP")
struct ProcesTests {
    @Test func `a process shows its flow, its example cases and itself in words`() async throws {
        try await Site.open { site in
            try await site.signIn("dirk")
            let page = try await site.page("/processen/incasso")
            #expect(page.contains("<svg") && page.contains("Loopt het goed?"))
            #expect(page.contains("14 van de 14 voorbeeldzaken"))
            let knoop = try await site.page("/processen/uit_de_knoop")
            #expect(knoop.contains("weg naar “Status: pauze”") && !knoop.contains("weg: weg naar"))
            #expect(page.contains("Gebeurt “") && page.contains("data-walk"))
            #expect(page.contains("id=\"s-A.2.2\"") && page.contains("href=\"#s-"))
            #expect(!page.contains("Een nieuwe versie invoeren"))
            #expect(try await site.get("/processen/incasso?versie=9").status == .notFound)
            let file = try await site.get("/processen/incasso/bestand?versie=1")
            #expect(String(buffer: file.body).contains("bpmn:definitions"))
        }
    }

    @Test func `a new version is examined, compared and published with a reason; a broken one is refused by name`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let text = try Self.shipped()
            let broken = text.replacing("bpmn:businessRuleTask", with: "bpmn:scriptTask")
                .replacing("<zeebe:calledDecision decisionId=\"klantsegment\" resultVariable=\"segment\" />", with: "")
                .replacing("name=\"A.1.1 Toepassen klantsegmentatie\"", with: "scriptFormat=\"groovy\"")
            let bad = try await site.upload("/processen", fields: [:], file: "i.bpmn", broken)
            let refused = try await site.page(try #require(bad.headers[.location]))
            #expect(refused.contains("A.1.1") && refused.contains("FEEL") && !refused.contains("Publiceer deze versie"))

            let changed = text.replacing("name=\"A.2.1 Herinneren\"", with: "name=\"A.2.1 Vriendelijk herinneren\"")
            let good = try await site.upload("/processen", fields: [:], file: "i.bpmn", changed)
            let draft = try #require(good.headers[.location])
            let look = try await site.page(draft)
            #expect(!look.contains("dat moet in een ander bestand staan"))
            #expect(look.contains("wordt versie 2") && look.contains("Vriendelijk herinneren"))
            #expect(look.contains("14 van de 14 voorbeeldzaken") && look.contains("is-changed"))
            #expect(look.contains("Als lijst") && look.contains("id=\"s-A.2.2\"") && look.contains("data-walk"))
            #expect(try await site.post(draft, [:]).status == .unprocessableContent)
            #expect(try await site.post(draft, ["reden": "vriendelijker"]).status == .seeOther)

            let sources = try await site.office.read { tx in
                let bron = try #require(try tx.bronnen.find(naam: "processen/incasso.bpmn"))
                return try tx.bronnen.versions(of: bron.id)
            }
            let today = site.clock.now().day
            #expect(sources.map(\.nummer) == [2, 1] && sources.map(\.geldigTot) == [nil, today - 1])
            #expect(sources.first?.hash == sources.first.map { _ in LibraryDocument.hash(of: Array(changed.utf8)) })
            let cited = try await site.office.read { try $0.bronnen.inForce(on: today) }
            #expect(cited.filter { $0.bron.naam == "processen/incasso.bpmn" }.map(\.nummer) == [2])
            let list = try await site.page("/processen")
            #expect(list.contains("Ontwerpen die niet zijn gepubliceerd") && list.contains("i.bpmn"))
            let thrown = try #require(bad.headers[.location])
            #expect(try await site.post(thrown + "/verwijdering", [:]).status == .seeOther)
            #expect(try await site.get(thrown).status == .notFound)
            #expect(!(try await site.page("/processen").contains("i.bpmn")))

            let compared = try await site.page("/processen/incasso/vergelijking?oud=1&nieuw=2")
            #expect(compared.contains("data-show=\"A.2.1\"") && compared.contains("data-together"))
            #expect(compared.contains("heette “A.2.1 Herinneren”"))
            #expect(site.office.playbook.processen.newest("incasso")?.key.version == 2)

            #expect(try await site.page("/processen/incasso").contains("Nieuwe zaken beginnen dan met versie 1"))
            let withdrawal = "/processen/incasso/intrekking"
            #expect(try await site.post(withdrawal, ["versie": "2"]).status == .unprocessableContent)
            #expect(try await site.post(withdrawal, ["versie": "2", "reden": "fout"]).status == .seeOther)
            #expect(site.office.playbook.processen.newest("incasso")?.key.version == 1)
            #expect(try await site.page("/processen/incasso?versie=2").contains("Ingetrokken"))
            let last = try await site.post(withdrawal, ["versie": "1", "reden": "fout"])
            #expect(String(buffer: last.body).contains("Publiceer eerst een andere versie"))
            let back = "/processen/incasso/terugzetting"
            #expect(try await site.post(back, ["versie": "1"]).status == .conflict)
            let again = try #require(try await site.post(back, ["versie": "2"]).headers[.location])
            #expect(try await site.post(back, ["versie": "2"]).headers[.location] == again)
            #expect(site.office.playbook.processen.newest("incasso")?.key.version == 1)
            let older = try await site.page(again)
            #expect(older.contains("wordt versie 3. Dezelfde tekening als versie 2") && older.contains("14 van de 14"))
            #expect(try await site.post(again, ["reden": "toch"]).status == .seeOther)
            #expect(site.office.playbook.processen.newest("incasso")?.key.version == 3)
            #expect(try await site.post(again, ["reden": "toch"]).headers[.location] == "/processen")
            #expect(site.office.playbook.processen.newest("incasso")?.key.version == 3)
            #expect(!(try await site.page("/processen/incasso?versie=2").contains("terugzetting")))
        }
    }

    @Test
    func `a service that the house does not know is an error by step, line and what there is, and is not published`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let text = try Self.shipped("regeling")
                .replacing("type=\"regeling.vastleggen\"", with: "type=\"raket.lanceren\"")
            #expect(text.contains("raket.lanceren"))
            let sent = try await site.upload("/processen", fields: [:], file: "r.bpmn", text)
            let draft = try #require(sent.headers[.location])
            let page = try await site.page(draft)
            #expect(page.contains("vraagt om de dienst “raket.lanceren”, en die is er niet"))
            #expect(page.contains("regeling.vastleggen"))
            #expect(page.contains(try Regex(#"regel \d+"#)))
            #expect(page.contains("rood") && page.contains("vraagt om de dienst “raket.lanceren”, en die is er niet."))
            #expect(!page.contains("Publiceer deze versie"))
            #expect(try await site.post(draft, ["reden": "toch"]).status == .unprocessableContent)
            #expect(site.office.playbook.processen.newest("regeling")?.key.version == 1)
        }
    }

    @Test func `a timer that says nothing is told once, by its name and as the fault that it is`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let text = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="proef" isExecutable="true">
                <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                <intermediateCatchEvent id="t" name="Wacht even"><timerEventDefinition/></intermediateCatchEvent>
                <sequenceFlow id="g" sourceRef="t" targetRef="e"/><endEvent id="e"/></process></definitions>
                """
            let sent = try await site.upload("/processen", fields: [:], file: "w.bpmn", text)
            let page = try await site.page(try #require(sent.headers[.location]))
            #expect(page.matches(of: /zegt niet wanneer/).count == 1)
            #expect(page.contains("Wacht even") && !page.contains("Publiceer deze versie"))
        }
    }

    @Test func `of a file with more processes each is told by name, and what is chosen is published together`()
        async throws
    {
        let text = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
            <process id="hoofd" name="Hoofdzaak" isExecutable="true"><startEvent id="begin"/>
            <sequenceFlow id="f0" sourceRef="begin" targetRef="roep"/><callActivity id="roep" name="Roep" calledElement="hulp"/>
            <sequenceFlow id="f1" sourceRef="roep" targetRef="eind"/><endEvent id="eind"/></process>
            <process id="hulp" name="Hulpvraag" isExecutable="true"><startEvent id="b2"/>
            <sequenceFlow id="f2" sourceRef="b2" targetRef="e2"/><endEvent id="e2"/></process></definitions>
            """
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let sent = try await site.upload("/processen", fields: [:], file: "m.bpmn", text)
            let draft = try #require(sent.headers[.location])
            let look = try await site.page(draft)
            #expect(look.contains("Processen in dit bestand") && look.contains("Hulpvraag (hulp): een nieuw proces"))
            #expect(!look.contains("dat is er niet"))
            #expect(try await site.page(draft + "?proces=hulp").contains("<h1>Hulpvraag</h1>"))
            #expect(try await site.post(draft, ["reden": "samen"]).status == .unprocessableContent)

            let alone = try await site.post(draft, ["reden": "alleen"], all: ("processen", ["hoofd"]))
            #expect(String(buffer: alone.body).contains("Dit proces roept aan: Hulpvraag"))

            let both = try await site.post(
                draft, ["reden": "samen", "weet": "ja"], all: ("processen", ["hoofd", "hulp"]))
            #expect(both.status == .seeOther)
            #expect(try await site.page("/processen/hoofd").contains("Hoofdzaak"))
            #expect(try await site.page("/processen/hulp").contains("Hulpvraag"))
        }
    }

    @Test func `a version whose example cases go otherwise says so before it is published`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let text = try Self.shipped().replacing("=segment = \"hulp\"", with: "=segment = \"herhaald\"")
            let sent = try await site.upload("/processen", fields: [:], file: "i.bpmn", text)
            let look = try await site.page(try #require(sent.headers[.location]))
            #expect(look.contains("13 van de 14") && look.contains("Eén voorbeeldzaak staat rood."))
            #expect(look.contains("Het staat bij “") || look.contains("Kwam niet langs “"))

            let draft = try #require(sent.headers[.location])
            let refused = try await site.post(draft, ["reden": "proef"])
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("Kruis aan dat u dit weet"))
            #expect(try await site.post(draft, ["reden": "proef met hulp", "weet": "ja"]).status == .seeOther)
            #expect(try await site.page("/processen/incasso").contains("proef met hulp"))

            let green = try await site.upload("/processen", fields: [:], file: "i.bpmn", Self.shipped())
            let better = try #require(green.headers[.location])
            #expect(try await site.post(better, ["reden": "toch anders"]).status == .seeOther)
            let back = try await site.post("/processen/incasso/terugzetting", ["versie": "2"])
            let red = try #require(back.headers[.location])
            #expect(try await site.page(red).contains("Eén voorbeeldzaak staat rood."))
            #expect(try await site.post(red, ["reden": "nogmaals"]).status == .unprocessableContent)
            #expect(site.office.playbook.processen.newest("incasso")?.key.version == 3)
        }
    }

    @Test func `an empty file is refused, and so is who may not bring one`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            for place in ["/processen", "/beslissingen"] {
                let empty = try await site.upload(place, fields: [:], file: "x.bpmn", "")
                #expect(empty.status == .unprocessableContent)
                #expect(String(buffer: empty.body).contains("Dit bestand is leeg (0 bytes)."), "\(place)")
            }
            try await site.signIn("anja")
            #expect(try await site.upload("/processen", fields: [:], file: "x.bpmn", "<x/>").status == .forbidden)
        }
    }

    @Test
    func `running zaken are looked at first and then move along with a reason, but for who stands at a lost step`()
        async throws
    {
        try await Site.open { site in
            let zaken = try await site.running()
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let waiting = "wacht-herinnering"
            let text = try Self.shipped().replacing("A.2.1 Herinneren", with: "A.2.1 Vriendelijk herinneren")
            let gone = text.replacing(waiting, with: "wacht-anders")
            for version in [text, gone] {
                let sent = try await site.upload("/processen", fields: [:], file: "i.bpmn", version)
                let draft = try #require(sent.headers[.location])
                #expect(try await site.post(draft, ["reden": "proef", "weet": "ja"]).status == .seeOther)
            }
            let stuck = try await site.page("/processen/incasso/verhuizing?van=1&naar=3")
            #expect(stuck.contains("0 zaken kunnen mee, \(zaken.count) niet."))
            #expect(!stuck.contains("“wacht-herinnering”") && !stuck.contains("“herinnering”"))
            #expect(
                try await site.page("/processen/incasso/verhuizing?van=2&naar=3").contains(
                    "loopt geen enkele zaak meer"))

            let path = "/processen/incasso/verhuizing?van=1&naar=2"
            #expect(try await site.page(path).contains("\(zaken.count) zaken kunnen mee, 0 niet."))
            #expect(try await site.post(path, [:]).status == .unprocessableContent)
            #expect(try await site.post(path, ["reden": "vriendelijker"]).status == .seeOther)
            let running = try await site.office.read { try $0.processen.running(on: "incasso") }
            #expect(running == [2: zaken.count])
            #expect(try await site.page("/zaken/\(zaken[0].id)").contains("versie 2"))
            try await site.signIn("anja")
            #expect(try await site.get(path).status == .forbidden)
        }
    }

    @Test func `a step that failed says why, and a person mends it with another fact and a reason`() async throws {
        try await Site.open { site in
            let zaak = try #require(try await site.running { $0.beslissingen = Beslissingen() }.first)
            try await site.signIn("anja")
            let page = try await site.page("/zaken/\(zaak.id)")
            #expect(page.contains("De beslissing klantsegment lukte niet.") && page.contains("Wijk af"))
            let taak = try #require(
                try await site.office.read { try $0.taken.waiting(for: zaak.id) }.first { $0.soort == .storing })
            let path = "/taken/\(taak.id)/herstel"
            #expect(try await site.post(path, [:]).status == .unprocessableContent)
            #expect(try await site.post(path, ["reden": "nog eens"]).status == .seeOther)
            #expect(try await site.page("/zaken/\(zaak.id)").contains("lukte weer niet"))
            let away = try #require(
                try await site.office.read { try $0.taken.waiting(for: zaak.id) }.first { $0.soort == .storing })
            let form = ["taak": away.id.text, "naar": "A.2.2", "reden": "bellen kan altijd"]
            #expect(try await site.post("/zaken/\(zaak.id)/afwijking", form).status == .seeOther)
            #expect(try await site.page("/zaken/\(zaak.id)").contains("A.2.2"))
        }
    }

    static func shipped(_ process: String = "incasso") throws -> String {
        try String(contentsOf: Content.folder.appending(path: "processen/\(process).bpmn"), encoding: .utf8)
    }
}

extension Site {
    /// Zaken with a running process.
    func running(changing change: ((inout Playbook) -> Void)? = nil) async throws -> [Zaak] {
        try await signIn("anja")
        _ = try await importItems()
        let zaken = try await self.zaken()
        if let change { office.change(change) }
        for zaak in zaken { try await office.act(as: .system("test")) { try Zaak.Start(zaak: zaak.id).run(in: $0) } }
        return zaken
    }
}
