import Basics
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Testing
import Zaken

@testable import Web

/// A drawing that a process owner made elsewhere and hands in, with example cases of its own.
@Suite("A process of one's own, on screen")
struct EigenProcesTests {
    /// A process that begins, has one task with the id of a step that ships, and ends; `inside` stands between.
    private static func tekening(
        _ id: String, inside: String = #"<userTask id="B" name="Bel de klant"/>"#, to task: String = "B"
    ) -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="\(id)" name="Eigen" isExecutable="true">
        <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="\(task)"/>\(inside)
        <sequenceFlow id="g" sourceRef="B" targetRef="e"/><endEvent id="e"/></process></definitions>
        """
    }

    /// Two ways that are both taken come to one task, which nothing joins.
    private static let dubbel = tekening(
        "dubbel",
        inside: """
            <parallelGateway id="P"/><userTask id="B" name="Bel de klant"/>
            <sequenceFlow id="p1" sourceRef="P" targetRef="B"/><sequenceFlow id="p2" sourceRef="P" targetRef="B"/>
            """, to: "P")

    private static func cases(of process: String = "incasso", passing node: String = "B") -> String {
        """
        process: \(process)
        scenarios:
          - scenario: Er wordt gebeld
            steps: [{ complete: B }]
            expect: { path: [\(node)], end: completed }
        """
    }

    private static func draft(_ site: Site, _ text: String) async throws -> String {
        let sent = try await site.upload("/processen", fields: [:], file: "eigen.bpmn", text)
        return try #require(sent.headers[.location])
    }

    @Test func `what begins with a process or calls it is told as it is, before and after it is published`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let loose = try await Self.draft(site, Self.tekening("los"))
            #expect(try await site.page(loose).contains("Geen zaaktype begint nog met dit proces"))
            let sent = try await site.post(loose, ["reden": "proef"])
            let page = try await site.page(try #require(sent.headers[.location]))
            #expect(page.contains("Geen zaaktype begint nog met dit proces") && page.contains("zet daar proces: los"))
            #expect(!page.contains("Nieuwe zaken beginnen hiermee"))
            #expect(page.contains("is gepubliceerd"))

            let called = try await site.page("/processen/regeling")
            #expect(called.contains("Geen zaaktype begint met dit proces:") && called.contains("roept het aan"))
            let begun = try await Self.draft(site, Self.tekening("incasso"))
            let look = try await site.page(begun)
            #expect(look.contains("Nieuwe zaken van “Achterstand in betaling” beginnen met de nieuwste versie"))
            #expect(look.contains("geeft geen resultaat") && look.contains("zaak.resultaat"))
        }
    }

    @Test func `a flaw in the flow is told as what it is, and its way is drawn before anything is published`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let draft = try await Self.draft(site, Self.dubbel)
            let page = try await site.page(draft)
            #expect(page.contains("Een stap kan twee keer tegelijk lopen") && !page.contains("kan vastlopen"))
            #expect(page.contains("\(draft)?fout=1#nieuw"))
            let shown = try await site.page(draft + "?fout=1")
            #expect(shown.matches(of: /is-here/).count > page.matches(of: /is-here/).count)
            #expect(shown.matches(of: /is-stuck is-picked/).count == 1)
        }
    }

    @Test func `the way to a flaw inside a sub-process colours the steps, and not all that lies around them`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let inside = """
                <subProcess id="S" name="Bellen"><startEvent id="s0"/><sequenceFlow id="s1" sourceRef="s0" targetRef="P"/>
                <parallelGateway id="P"/><userTask id="B" name="Bel de klant"/><endEvent id="s9"/>
                <sequenceFlow id="p1" sourceRef="P" targetRef="B"/><sequenceFlow id="p2" sourceRef="P" targetRef="B"/>
                <sequenceFlow id="p3" sourceRef="B" targetRef="s9"/></subProcess>
                """
            let text = Self.tekening("binnen", inside: inside, to: "S").replacing(
                #"id="g" sourceRef="B""#, with: #"id="g" sourceRef="S""#)
            let draft = try await Self.draft(site, text)
            let shown = try await site.page(draft + "?fout=1")
            let marked = shown.matches(of: /class="bpmn-element [^"]*is-here[^"]*" data-element="([^"]+)"/).map(\.1)
            #expect(!marked.contains("S") && marked.contains("P"), "\(marked)")
        }
    }

    @Test func `a process shows the example cases that run through it, and none of another with steps of the same id`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let page = try await site.page(try await Self.draft(site, Self.tekening("dood")))
            #expect(!page.contains("deurwaarder") && page.contains("Eigen voorbeeldzaken"))
            #expect(try await site.page("/processen/deurwaarder").contains("Betalen stopt ook de deurwaarder"))
        }
    }

    @Test func `example cases that are handed in beside a drawing take the place of those that ship, and stay with it`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let draft = try await Self.draft(site, Self.tekening("incasso"))
            #expect(try await site.page(draft).contains("voorbeeldzaken staan rood"))
            let laid = try await site.upload(draft + "/voorbeelden", fields: [:], file: "eigen.yaml", Self.cases())
            #expect(laid.headers[.location] == draft)
            let look = try await site.page(draft)
            #expect(look.contains("1 van de 1 voorbeeldzaken gaat") && !look.contains("rood."))
            #expect(look.contains("Uit eigen.yaml. Deze voorbeeldzaken komen in de plaats van die van Ontknoop"))
            #expect(try await site.post(draft + "/voorbeelden/verwijdering", [:]).headers[.location] == draft)
            #expect(try await site.page(draft).contains("voorbeeldzaken staan rood"))
            _ = try await site.upload(draft + "/voorbeelden", fields: [:], file: "eigen.yaml", Self.cases())
            #expect(try await site.post(draft, ["reden": "eigen proces"]).status == .seeOther)
            #expect(try await site.page("/processen/incasso").contains("Uit eigen.yaml"))
            #expect(try await site.page("/processen/incasso?versie=1").contains("14 van de 14"))

            let next = try await Self.draft(site, Self.tekening("incasso").replacing("Bel de", with: "Bel nu de"))
            #expect(try await site.page(next).contains("1 van de 1 voorbeeldzaken gaat"))
            let path = "/processen/incasso/voorbeelden?versie=2"
            let other = try await site.upload(path, fields: [:], file: "ander.yaml", Self.cases(passing: "X"))
            #expect(other.headers[.location] == "/processen/incasso?versie=2")
            let red = try await site.page("/processen/incasso?versie=2")
            #expect(red.contains("0 van de 1 voorbeeldzaken") && red.contains("Uit ander.yaml"))

            let removal = "/processen/incasso/voorbeelden/verwijdering?versie=2"
            #expect(red.contains(removal))
            #expect(try await site.post(removal, [:]).status == .seeOther)
            let shipped = try await site.page("/processen/incasso?versie=2")
            #expect(!shipped.contains("ander.yaml") && shipped.contains("van de 14 voorbeeldzaken"))
            #expect(!shipped.contains(removal), "there is nothing more to take away")
        }
    }

    @Test
    func `example cases that cannot be read are refused with the line, and only who owns processes hands them in`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/processen")
            let draft = try await Self.draft(site, Self.tekening("incasso"))
            let wrong = Self.cases().replacing("expect:", with: "verwacht:")
            for path in [draft + "/voorbeelden", "/processen/incasso/voorbeelden?versie=1"] {
                let refused = try await site.upload(path, fields: [:], file: "fout.yaml", wrong)
                #expect(refused.status == .unprocessableContent)
                #expect(String(buffer: refused.body).contains("Regel 5: een voorbeeldzaak heeft geen veld “verwacht”"))
                let other = try await site.upload(path, fields: [:], file: "fout.yaml", Self.cases(of: "regeling"))
                #expect(String(buffer: other.body).contains("gaat over het proces “regeling”, en dit is “incasso”"))
            }
            #expect(try await site.page("/processen/incasso").contains("14 van de 14"))
            try await site.enter("anja")
            let path = "/processen/incasso/voorbeelden?versie=1"
            #expect(try await site.upload(path, fields: [:], file: "x.yaml", Self.cases()).status == .forbidden)
        }
    }
}
