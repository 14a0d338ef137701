import Basics
import Engine
import HTTPTypes
import Incasso
import Journal
import Testing
import Zaken

@testable import Web

/// A taak on screen: whose it is, what may be done with it by whom, and where its ways lead.
@Suite("A taak, on screen")
struct TaakPageTests {
    private static let bellen = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
          <process id="incasso" name="Incasseren" isExecutable="true"><startEvent id="begin"/>
          <sequenceFlow id="f0" sourceRef="begin" targetRef="Bel"/><userTask id="Bel" name="Bel de klant"/>
          <sequenceFlow id="f1" sourceRef="Bel" targetRef="keuze"/>
          <exclusiveGateway id="keuze" name="Hoe ging het?"/>
          <sequenceFlow id="ja" name="ja" sourceRef="keuze" targetRef="samen"/>
          <exclusiveGateway id="samen"/><sequenceFlow id="f2" sourceRef="samen" targetRef="Bezoek"/>
          <sequenceFlow id="nee" name="nee" sourceRef="keuze" targetRef="klaar"/>
          <userTask id="Bezoek" name="Bezoek aan huis"/>
          <sequenceFlow id="f3" sourceRef="Bezoek" targetRef="klaar"/><endEvent id="klaar"/></process></definitions>
        """

    /// A zaak at the call, with its taak.
    private func open(_ visit: @escaping @Sendable (Site, Zaak, Taak) async throws -> Void) async throws {
        try await Site.open { site in
            let drawing = try Deployment(bron: Self.bellen)
            try await site.office.act(as: .system("test")) { _ = try drawing.run(in: $0) }
            try await site.office.reloadProcesses()
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try await site.zaken()[0]
            try await site.start(zaak)
            try await visit(site, zaak, try await site.taak(of: zaak))
        }
    }

    @Test func `a call after a crisis comes before all else, and says itself why it is there`() async throws {
        try await open { site, zaak, taak in
            let today = site.office.clock().day
            try await site.office.act(as: .system("test")) { act in
                _ = try Taak.Opdracht(
                    zaak: zaak.id, formulier: "crisis_bellen", waarom: "Stroom · “zonder stroom”", uiterlijk: today + 40
                ).run(in: act)
            }
            let page = try await site.page("/zaken/\(zaak.id)")
            let call = try #require(page.firstRange(of: "Nu: Bel vandaag nog"))
            let step = try #require(page.firstRange(of: "Nu: Bel de klant"))
            #expect(call.lowerBound < step.lowerBound)
            #expect(page.contains("</strong> Stroom · “zonder stroom”"))

            let list = try await site.page("/werkvoorraad?tab=team")
            #expect(list.contains("1 taak kan niet wachten. Bel vandaag nog"))
            #expect(list.contains("stap=crisis_bellen"))
            #expect(list.contains("Stroom · “zonder stroom”"))
        }
    }

    @Test func `the reason of a taak is what led to it, not what happened since; a taak outside the drawing is told`()
        async throws
    {
        try await open { site, zaak, taak in
            site.clock.advance(minutes: 5)
            try await site.office.act(as: .system("test")) { act in
                try Contact.Recording(
                    zaak: zaak.id, contact: Contact(kanaal: "telefoon", reden: "vraag", initiatiefnemer: .klant),
                    gevoelig: []
                ).run(in: act)
                _ = try Taak.Opdracht(
                    zaak: zaak.id, formulier: "huisbezoek", waarom: "Beloofd aan de klant.", uiterlijk: act.today
                ).run(in: act)
            }
            let page = try await site.page("/zaken/\(zaak.id)?taak=\(taak.id)")
            let card = try #require(page.firstRange(of: "id=\"taak-\(taak.id)\"").map { page[$0.upperBound...] })
            let why = try #require(card.firstRange(of: "Waarom nu?</strong>").map { card[$0.upperBound...].prefix(80) })
            #expect(!why.contains("gebeld") && !why.contains("elefo"), "\(why)")
            #expect(page.contains("Taak gemaakt: Huisbezoek") && page.contains("Beloofd aan de klant."))
            #expect(!page.contains("Taak gemaakt: Bel de klant"))
        }
    }

    @Test func `the journal tells one press as one line, how a taak ended, and no print of a file`() async throws {
        try await open { site, zaak, taak in
            try await site.office.act(as: .system("test")) { act in
                _ = try Taak.Opdracht(zaak: zaak.id, formulier: "regeling_vervallen", uiterlijk: act.today).run(in: act)
            }
            let decision = try #require(try await site.loose("regeling_vervallen", of: zaak))
            let answer = ["uitkomst": "opnieuw", "toelichting": "Eerst bellen."]
            try await site.office.act(as: .system("test")) { act in
                try Taak.Completion(taak: decision.id, invoer: answer, door: Medewerker("bram"), als: .onbegrensd).run(
                    in: act)
                try act.record("import_klaar", of: zaak.id, ["bestand": .string(String(repeating: "0a", count: 32))])
            }
            try await site.signIn("bram")
            let page = try await site.page("/journaal")
            #expect(page.contains("Nog niet: eerst opnieuw contact"))
            #expect(!page.contains(String(repeating: "0a", count: 32)))
            #expect(page.contains("Daarbij"))
        }
    }

    @Test func `what a step before asked stands in the next with where it is from, and can be mended`() async throws {
        try await open { site, zaak, _ in
            try await site.office.act(as: .system("test")) { act in
                _ = try Taak.Opdracht(zaak: zaak.id, formulier: "huisbezoek", uiterlijk: act.today).run(in: act)
            }
            let visit = try #require(try await site.loose("huisbezoek", of: zaak))
            let path = "/zaken/\(zaak.id)"
            #expect(!(try await site.page(path)).contains("Al gevraagd bij"))
            let form = [
                "uitkomst": "bereikt", "bezochtOp": "\(site.office.clock().day)", "oorzaak": "werk",
                "hulpAangeboden": "ja", "toelichting": "Gesproken.",
            ]
            #expect(try await site.post("/taken/\(visit.id)/afronding", form).status == .seeOther)
            try await site.office.act(as: .system("test")) { act in
                _ = try Taak.Opdracht(zaak: zaak.id, formulier: "belronde", uiterlijk: act.today).run(in: act)
            }

            let next = try await site.page(path)
            #expect(next.contains("Al gevraagd bij Huisbezoek, vandaag."))
            #expect(next.contains("<option value=\"werk\" selected>"))
            #expect(!next.contains(">Gesproken.</textarea>"), "a report is written anew")
        }
    }

    @Test func `one deviates with a colleague’s taak after taking it over with a reason, and not before`() async throws
    {
        try await open { site, zaak, taak in
            try await site.office.act(as: .system("test")) {
                try Taak.Assignment(taak: taak.id, aan: Medewerker("bram")).run(in: $0)
            }
            let path = "/zaken/\(zaak.id)"
            let theirs = try await site.page(path)
            #expect(theirs.contains("Deze taak is van Bram Voorbeeld. Neem de taak eerst over"))
            #expect(!theirs.contains("<summary>Wijk af van het proces</summary>"))
            let way = ["taak": taak.id.text, "naar": "Bezoek", "reden": "Woont om de hoek."]
            let refused = try await site.post(path + "/afwijking", way)
            #expect(refused.status == .conflict || refused.status == .unprocessableContent)
            #expect(try await site.taak(of: zaak).id == taak.id)

            let over = ["van": "bram", "aan": "anja", "reden": "Bram is ziek."]
            #expect(try await site.post("/taken/\(taak.id)/toewijzing", over).status == .seeOther)
            #expect(try await site.page(path).contains("<summary>Wijk af van het proces</summary>"))
            #expect(try await site.post(path + "/afwijking", way).status == .seeOther)
            #expect(try await site.taak(of: zaak).stap == "Bezoek")
        }
    }

    @Test func `a team lead without taken of their own begins with those of the team, and still finds their own list`()
        async throws
    {
        try await open { site, _, _ in
            try await site.signIn("bram")
            let list = try await site.page("/werkvoorraad")
            #expect(list.contains("Het team heeft") && !list.contains("U bent klaar"))
            #expect(try await site.page("/werkvoorraad?tab=mij").contains("U bent klaar"))
        }
    }

    @Test
    func `the next taak of a zaak stays with who did the one before, each way says where it leads, and it can go back`()
        async throws
    {
        try await open { site, zaak, taak in
            #expect(try await site.post("/taken/\(taak.id)/afronding", [:]).status == .seeOther)
            let next = try await site.page("/zaken/\(zaak.id)")
            #expect(next.contains("De volgende taak van deze zaak blijft bij u: Hoe ging het?."))
            #expect(next.contains("ja: Bezoek aan huis") && next.contains("nee: einde van dit proces"))
            let choice = try await site.taak(of: zaak)
            #expect(choice.behandelaar == Medewerker("anja"))

            let mine = try await site.page("/werkvoorraad?tab=mij")
            #expect(mine.contains("Geef terug aan de groep") && !mine.contains(">Neem aan<"))
            let back = ["taak": choice.id.text, "aan": "niemand", "terug": "/werkvoorraad?tab=mij"]
            #expect(try await site.post("/werkvoorraad/verdeling", back).status == .seeOther)
            #expect(try await site.page("/werkvoorraad").contains("1 taak teruggegeven aan de groep."))
            #expect(try await site.taak(of: zaak).behandelaar == nil)
            #expect(try await site.page("/werkvoorraad?tab=team").contains(">Neem aan<"))
        }
    }
}

extension Site {
    /// The first taak that waits in a zaak.
    fileprivate func taak(of zaak: Zaak) async throws -> Taak {
        try #require(try await office.read { try $0.taken.waiting(for: zaak.id).first })
    }
}

extension Site {
    /// The taak outside the process with this form.
    fileprivate func loose(_ form: String, of zaak: Zaak) async throws -> Taak? {
        try await office.read { try $0.taken.waiting(for: zaak.id, formulier: form).first }
    }
}
