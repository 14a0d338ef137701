import Basics
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Testing
import Zaken

@testable import Web

/// A zaak that is stuck, on the screens of who works on it, who owns the process, and who keeps the system.
@Suite("What is stuck, on screen")
struct StoringPageTests {
    /// The process of collection, at once at a gateway whose formula has a name that is not there.
    private static let fout = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <process id="incasso" name="Incasseren" isExecutable="true"><startEvent id="begin"/>
          <sequenceFlow id="f0" sourceRef="begin" targetRef="keuze"/>
          <exclusiveGateway id="keuze" name="Langer dan een medewerker mag?" default="nee"/>
          <sequenceFlow id="ja" name="ja" sourceRef="keuze" targetRef="veel">
          <conditionExpression xsi:type="tFormalExpression">=perMaandd &gt; 10</conditionExpression></sequenceFlow>
          <sequenceFlow id="nee" name="nee" sourceRef="keuze" targetRef="weinig"/>
          <userTask id="veel" name="Lang"/><userTask id="weinig" name="Kort"/></process></definitions>
        """

    /// A zaak on a drawing, with anja at it; it begins and gets as far as the drawing lets it.
    private static func zaak(on drawing: String, _ site: Site) async throws -> Zaak {
        let deployment = try Deployment(bron: drawing)
        try await site.office.act(as: .system("test")) { _ = try deployment.run(in: $0) }
        try await site.office.reloadProcesses()
        try await site.signIn("anja")
        _ = try await site.importItems()
        let zaak = try await site.zaken()[0]
        try await site.start(zaak)
        return zaak
    }

    @Test func `an incident looks like one, is asked about with one press, and goes on by the way that a person takes`()
        async throws
    {
        try await Site.open { site in
            let zaak = try await Self.zaak(on: Self.fout, site)

            let page = try await site.page("/zaken/\(zaak.id)")
            #expect(page.contains("Vastgelopen bij Langer dan een medewerker mag?"))
            #expect(page.contains("Dit ligt aan de tekening (Incasseren, versie 2)") && page.contains("Cora Voorbeeld"))
            #expect(page.contains(#"name="weg" value="ja""#) && page.contains("geen enkele stap geeft “perMaandd”"))
            #expect(page.contains("gegeven.perMaandd") && page.contains("De formule “perMaandd &gt; 10” heeft"))
            let list = try await site.page("/werkvoorraad?tab=team")
            #expect(list.contains("Vastgelopen") && list.contains("Langer dan een medewerker mag?"))

            let taak = try #require(
                try await site.office.read { tx in try tx.taken.waiting(for: zaak.id).first { $0.soort == .storing } })
            #expect(try await site.post("/taken/\(taak.id)/vraag", [:]).status == .seeOther)
            #expect(try await site.page("/zaken/\(zaak.id)").contains("Anja Voorbeeld heeft Cora Voorbeeld gevraagd"))

            try await site.enter("cora")
            #expect(try await site.page("/werkvoorraad").contains("Over 1 daarvan vraagt iemand u te kijken"))
            #expect(try await site.page("/processen").contains("1 vastgelopen"))
            let owned = try await site.page("/processen/incasso")
            #expect(owned.contains(zaak.nummer) && owned.contains("Anja Voorbeeld vraagt u te kijken"))
            try await site.enter("els")
            #expect(try await site.page("/beheer").contains("Vastgelopen zaken"))

            try await site.enter("anja")
            _ = try await site.get("/werkvoorraad")
            let tried = try await site.post("/taken/\(taak.id)/herstel", ["reden": "nog eens"])
            #expect(tried.status == .seeOther)
            let again = try #require(
                try await site.office.read { tx in try tx.taken.waiting(for: zaak.id).first { $0.soort == .storing } })
            let line = try await site.page("/zaken/\(zaak.id)")
            #expect(line.contains("1 keer opnieuw geprobeerd, zonder resultaat") && !line.contains("Storing hersteld"))
            let went = try await site.post("/taken/\(again.id)/herstel", ["reden": "kort", "weg": "nee"])
            #expect(went.status == .seeOther)
            let on = try await site.page("/zaken/\(zaak.id)")
            #expect(on.contains("Nu: Kort") && on.contains("Zelf de weg gekozen") && on.contains("weg: nee · kort"))
        }
    }

    @Test func `where a formula takes a number, a word is refused with what is asked`() async throws {
        try await Site.open { site in
            let zaak = try await Self.zaak(on: Self.fout.replacing("perMaandd", with: "gezinsgrootte"), site)
            #expect(try await site.page("/zaken/\(zaak.id)").contains("Vul een getal in."))
            let taak = try #require(try await site.office.read { try $0.taken.waiting(for: zaak.id).first })

            let word = ["reden": "gehoord", "gegeven.gezinsgrootte": "vier"]
            let refused = try await site.post("/taken/\(taak.id)/herstel", word)
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("Vul bij “gezinsgrootte” een getal in, zoals 3."))
            let number = ["reden": "gehoord", "gegeven.gezinsgrootte": "4"]
            #expect(try await site.post("/taken/\(taak.id)/herstel", number).status == .seeOther)
            #expect(try await site.page("/zaken/\(zaak.id)").contains("Nu: Kort"))
        }
    }

    @Test func `a part of a known fact that nobody gives is asked for, and stays as it was filled in`() async throws {
        try await Site.open { site in
            let drawn = Self.fout.replacing("perMaandd", with: "klant.aantalKinderen")
                .replacing("<userTask id=\"veel\" name=\"Lang\"/>", with: Self.again)
            let zaak = try await Self.zaak(on: drawn, site)
            let page = try await site.page("/zaken/\(zaak.id)")
            #expect(page.contains("geen enkele stap geeft “klant.aantalKinderen”"))
            #expect(page.contains("name=\"gegeven.klant.aantalKinderen\"") && page.contains("aantal kinderen (klant)"))
            #expect(!page.contains("Een gegeven veranderen helpt hier niet"))

            let taak = try #require(try await site.office.read { try $0.taken.waiting(for: zaak.id).first })
            let many = ["reden": "gehoord", "gegeven.klant.aantalKinderen": "12"]
            #expect(try await site.post("/taken/\(taak.id)/herstel", many).status == .seeOther)
            #expect(try await site.page("/zaken/\(zaak.id)").contains("Nu: Lang"))
            let next = try #require(try await site.office.read { try $0.taken.waiting(for: zaak.id).first })
            #expect(try await site.post("/taken/\(next.id)/afronding", [:]).status == .seeOther)
            let on = try await site.page("/zaken/\(zaak.id)")
            #expect(on.contains("Nu: Groot gezin") && !on.contains("Vastgelopen bij"))
            let klant = try await site.office.read { try $0.processen.instance(of: zaak.id)?.variables()["klant"] }
            #expect(klant?["aantalKinderen"] == 12 && klant?["taal"] == "nl")
        }
    }

    /// A task, and behind it a gateway that asks for the same part once more.
    private static let again = """
        <userTask id="veel" name="Lang"/><sequenceFlow id="f1" sourceRef="veel" targetRef="nogeens"/>
        <exclusiveGateway id="nogeens" default="anders"/>
        <sequenceFlow id="groot" sourceRef="nogeens" targetRef="gezin">
        <conditionExpression xsi:type="tFormalExpression">=klant.aantalKinderen &gt; 3</conditionExpression></sequenceFlow>
        <sequenceFlow id="anders" sourceRef="nogeens" targetRef="weinig"/><userTask id="gezin" name="Groot gezin"/>
        """

    @Test func `a zaak that moved along after it got stuck says on which version that was, and to try again`()
        async throws
    {
        try await Site.open { site in
            let right = Self.fout.replacing("perMaandd", with: "saldo.totaal")
            let zaak = try await Self.zaak(on: Self.fout, site)
            site.clock.advance(minutes: 60)
            let next = try Deployment(bron: right)
            let key = try await site.office.act(as: .system("test")) { try next.run(in: $0) }
            try await site.office.reloadProcesses()
            try await site.office.act(as: .system("test")) {
                try Zaak.Verhuizing(zaak: zaak.id, naar: key, reden: "verbeterd").run(in: $0)
            }

            let page = try await site.page("/zaken/\(zaak.id)")
            #expect(page.contains("Vastgelopen op versie 2 van de tekening (Incasseren)"))
            #expect(page.contains("meegegaan naar versie 3") && page.contains("probeer het opnieuw"))
            #expect(!page.contains("Dit ligt aan de tekening"))
            let taak = try #require(try await site.office.read { try $0.taken.waiting(for: zaak.id).first })
            #expect(try await site.post("/taken/\(taak.id)/herstel", ["reden": "verbeterd"]).status == .seeOther)
            #expect(try await site.page("/zaken/\(zaak.id)").contains("Nu: Lang"))
        }
    }

    @Test func `a fact that nobody gave is asked for where it is missed, and what is filled in lets the zaak go on`()
        async throws
    {
        try await Site.open { site in
            let zaak = try await Self.zaak(on: Self.fout.replacing("perMaandd", with: "perMaand"), site)
            let page = try await site.page("/zaken/\(zaak.id)")
            #expect(page.contains("Bij deze zaak nog niet ingevuld: “perMaand”") && page.contains("gegeven.perMaand"))
            #expect(!page.contains("Dit ligt aan de tekening"))

            let taak = try #require(
                try await site.office.read { tx in try tx.taken.waiting(for: zaak.id).first { $0.soort == .storing } })
            let path = "/taken/\(taak.id)/herstel"
            #expect(try await site.post(path, ["reden": "proef", "gegeven.perMaand": "12"]).status == .seeOther)
            let on = try await site.page("/zaken/\(zaak.id)")
            #expect(on.contains("Nu: Lang") && on.contains("onbekend → 12"))
        }
    }

    @Test func `the card, the timeline and the list of what is stuck tell of a template in the same words`() throws {
        let words = try Words(.nl, directory: Content.folder.appending(path: "teksten").path)
        let reason = "no-letter no-template bestaatniet"
        let card = Incident.Cause.service(reason: reason).sentence(words)
        #expect(card == "Het sjabloon “bestaatniet” van deze brief is er niet of klopt niet.")
        #expect(words.mishap("service", reason) == card)
        #expect(words.mishap("service", "no-letter")?.contains("brief die hiervoor nodig is") == true)
    }

    @Test func `every cause that a service or a letter gives has words in both languages`() throws {
        for language in Language.allCases {
            let words = try Words(language, directory: Content.folder.appending(path: "teksten").path)
            let reasons =
                BriefRefusal.Woord.allCases.map(\.rawValue)
                + RegelingRefusal.Woord.allCases.map { "arrangement-refused \($0.rawValue)" }
                + ["mandate-refused", "no-letter", "no-arrangement", "no-knoop", "municipality-unknown", "gate"]
            let keys = reasons.map { $0.replacing("-", with: "_").replacing(" ", with: "_") }
            for key in keys { #expect(words.text("mishaps.service_\(key)") != nil, "\(key)") }
        }
    }

    @Test func `what a letter needs is named as people read it, not by its path`() throws {
        let words = try Words(.nl, directory: Content.folder.appending(path: "teksten").path)
        let cause = Incident.Cause.service(reason: "no-letter fact-missing regeling.eersteDag")
        #expect(cause.sentence(words).contains("“Eerste betaaldag (regeling)”"))
        #expect(words.letterFact("betaalVoor") == "betaal voor" && words.letterFact("datum") == "datum")
    }
}
