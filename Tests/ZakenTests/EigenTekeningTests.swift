import Basics
import Engine
import Incasso
import Journal
import TestHouse
import TestSupport
import Testing
import Zaken

/// A drawing that was made elsewhere, in the place of a process that ships.
@Suite("A drawing of one's own")
struct EigenTekeningTests {
    /// Someone calls, and then it is over; nothing says with which result.
    private static func bellen(_ more: String = "", around: String = "") -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
          \(around)<process id="luisteren" name="Eigen incasso" isExecutable="true"><startEvent id="begin"/>
          <sequenceFlow id="f0" sourceRef="begin" targetRef="Bel"/><userTask id="Bel" name="Bel de klant"/>
          <sequenceFlow id="f1" sourceRef="Bel" targetRef="\(more.isEmpty ? "klaar" : "G")"/>\(more)
          <endEvent id="klaar"/></process></definitions>
        """
    }

    static let voldaan = """
        <serviceTask id="G" name="Klaar melden"><extensionElements><zeebe:taskDefinition type="zaak.resultaat"/>
        <zeebe:ioMapping><zeebe:input source="=&quot;voldaan&quot;" target="resultaat"/></zeebe:ioMapping>
        </extensionElements></serviceTask><sequenceFlow id="f2" sourceRef="G" targetRef="klaar"/>
        """

    @Test(arguments: TestDatabase.all, ["", EigenTekeningTests.voldaan])
    func `a process that ends with money open closes no zaak as paid: a person is asked with which result`(
        on kind: TestDatabase, drawn: String
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db, Self.bellen(drawn))
            let zaken = try await house.luisteraars(2)
            for zaak in zaken { try await house.doe("Bel", of: zaak) }

            let open = try #require(try await house.read { try $0.zaken.find(zaken[0]) })
            #expect(open.isOpen && open.resultaat == nil)
            #expect(try await house.stappen(of: zaken[0]) == [Slotvraag.formulier])
            #expect(try await house.story(of: open).contains("resultaat_gevraagd"))

            await #expect(throws: TaakRefusal.self) { try await house.antwoord("voldaan", of: zaken[0]) }
            try await house.antwoord("afgeboekt", of: zaken[0])
            let closed = try #require(try await house.read { try $0.zaken.find(zaken[0]) })
            #expect(closed.resultaat == "afgeboekt" && !closed.isOpen)
            #expect(try await house.read { try $0.vorderingen.all(of: zaken[0]).map(\.saldo.totaal).sum } == .zero)

            try await house.antwoord(Slotvraag.terug, of: zaken[1])
            #expect(try await house.stappen(of: zaken[1]) == ["Bel"])
            #expect(try await house.read { try $0.zaken.find(zaken[1]) }?.isOpen == true)
        }
    }

    @Test func `a zaak that was closed from the question goes on where its process stood when it is opened again`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.bellen())
            let zaak = try await house.luisteraars(1)[0]
            try await house.doe("Bel", of: zaak)
            try await house.antwoord("afgeboekt", of: zaak)
            try await house.act { try Zaakheropening(zaak: zaak, reden: "te vroeg").run(in: $0) }
            #expect(try await house.stappen(of: zaak) == ["Bel"])
        }
    }

    @Test func `a condition that asks for what neither the house nor the drawing gives is told before it is published`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.bellen())
            let playbook = house.office.playbook
            func told(_ condition: String) throws -> [String] {
                let way = """
                    <exclusiveGateway id="G" name="Kan het?" default="f3"/><sequenceFlow id="f3" sourceRef="G" targetRef="klaar"/>
                    <sequenceFlow id="f2" sourceRef="G" targetRef="klaar"><conditionExpression>=\(condition)</conditionExpression>
                    </sequenceFlow>
                    """
                return try playbook.misses(of: Deployment(bron: Self.bellen(way)).definition())
                    .filter { $0.code == "unknown-fact" }.map { "\($0.message)" }
            }
            #expect(try told("klant.aantalKinderen > 2").first?.contains("“klant.aantalKinderen”") == true)
            #expect(try told("gezinsgrootte > 2").first?.contains("“gezinsgrootte”") == true)
            #expect(try told("saldo.totaal > 2 and klant.taal = \"nl\" and perMaand > 5").isEmpty)
            #expect(try told("beleid.belpogingen > 1").isEmpty)
            #expect(try told("beleid.bellpogingen > 1").count == 1)
            for key in playbook.processen.newestKeys {
                let shipped = try #require(playbook.processen[key])
                #expect(playbook.misses(of: shipped).filter { $0.code == "unknown-fact" } == [], "\(key)")
            }
        }
    }

    @Test func `a condition that waits for an answer that the form before it does not give is told`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let playbook = house.office.playbook
            func told(_ drawing: String) throws -> [String] {
                try playbook.misses(of: Deployment(bron: drawing).definition()).filter { $0.code == "unknown-answer" }
                    .map { "\($0.message)" }
            }
            let shipped = try await house.read { try $0.processen.deployed() }
            for drawing in shipped { #expect(try told(drawing.bron) == [], "\(drawing.key)") }

            let incasso = try #require(shipped.first { $0.key.process == "incasso" }).bron
            let slip = incasso.replacing("=uitkomst = &quot;betaalt&quot;", with: "=uitkomst = &quot;betaald&quot;")
                .replacing("=uitkomst = \"betaalt\"", with: "=uitkomst = \"betaald\"")
            let first = try #require(try told(slip).first)
            #expect(first.contains("“betaald”") && first.contains("betaalt"))
        }
    }

    @Test
    func `what a message may bring that came before is no unknown fact; what the house gives and what comes after is`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.bellen())
            func told(_ condition: String, mapping: String = "", first: String = "wacht", then: String = "X") throws
                -> [String]
            {
                let way = """
                    <sequenceFlow id="f2" sourceRef="G" targetRef="\(first)"/><userTask id="G" name="Overleg"/>
                    <intermediateCatchEvent id="wacht" name="Antwoord"><extensionElements>\(mapping)</extensionElements>
                    <messageEventDefinition messageRef="m"/></intermediateCatchEvent>
                    <sequenceFlow id="f3" sourceRef="wacht" targetRef="\(then)"/>
                    <exclusiveGateway id="X" name="Kan het?" default="f4"/><sequenceFlow id="f4" sourceRef="X" targetRef="klaar"/>
                    <sequenceFlow id="f5" sourceRef="X" targetRef="\(first == "wacht" ? "klaar" : "wacht")"><conditionExpression>=\(condition)</conditionExpression>
                    </sequenceFlow>
                    """
                let drawing = Self.bellen(way, around: "<message id=\"m\" name=\"antwoord\"/>")
                return try house.office.playbook.misses(of: Deployment(bron: drawing).definition())
                    .filter { $0.code == "unknown-fact" }.map { "\($0.message)" }
            }
            let mapped = "<zeebe:ioMapping><zeebe:output source=\"=akkoord\" target=\"akkoord\"/></zeebe:ioMapping>"
            #expect(try told("gezinsgrootte > 2").isEmpty)
            #expect(try told("klant.aantalKinderen > 2").count == 1)
            #expect(try told("gezinsgrootte > 2", mapping: mapped).count == 1)
            #expect(try told("akkoord", mapping: mapped).isEmpty)
            #expect(try told("gezinsgrootte > 2", first: "X", then: "klaar").count == 1)
        }
    }

    @Test func `the house says which parts its facts have, and gives no others`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.bellen())
            let zaak = try await house.luisteraars(1)[0]
            let said = try #require(house.office.playbook.diensten.kept(Feitvelden.self)).velden
            let given = try await house.act { act in
                try act.playbook.feiten(#require(try act.tx.zaken.find(zaak)), act)
            }
            #expect(Set(given.keys) == Set(said.keys))
            for (name, value) in given where value.fields != nil {
                #expect(value.fields.map { Set($0.keys) } == said[name], "\(name)")
            }
        }
    }

    @Test func `a drawing that waits shorter after the 14-day letter than the law asks is told so, with the article`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let playbook = house.office.playbook
            let shipped = try await house.read { try $0.processen.deployed() }
            func told(_ drawing: String) throws -> [Diagnostic] {
                try playbook.misses(of: Deployment(bron: drawing).definition()).filter { $0.code == "law-term" }
            }
            for drawing in shipped { #expect(try told(drawing.bron) == [], "\(drawing.key)") }

            let incasso = try #require(shipped.first { $0.key.process == "incasso" }).bron
            for (term, days) in [("P3D", 3), ("P2W", 14), ("PT36H", 1)] {
                let short = incasso.replacing("=termijnen.naVeertiendagenbrief", with: term)
                let flaw = try #require(try told(short).first, "\(term)")
                #expect(flaw.message.description.contains("\(days) days"), "\(flaw.message)")
                #expect(
                    flaw.message.description.contains("BW 6:96") && flaw.element?.contains("wacht-veertien") == true)
            }
            #expect(try told(incasso.replacing("=termijnen.naVeertiendagenbrief", with: "P16D")) == [])
            // A drawing whose timers all lie behind, also in a round, is read to its end.
            let behind = incasso.replacing(/=termijnen\.\w+/, with: "-P3D")
            #expect(try told(behind).allSatisfy { $0.message.description.contains("0 days") })
            // What only a zaak can tell is no fault of the drawing.
            #expect(try told(incasso.replacing("=termijnen.naVeertiendagenbrief", with: "=eigenTermijn")) == [])
        }
    }

    @Test func `a drawing with which zaken begin and that sets no result is told so, with what to set`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.bellen())
            let playbook = house.office.playbook
            let silent = try playbook.misses(of: Deployment(bron: Self.bellen()).definition())
            let told = try #require(silent.first { $0.code == "no-result" })
            #expect(told.severity == .warning && "\(told.message)".contains("zaak.resultaat"))
            #expect("\(told.message)".contains("afgeboekt, ingetrokken"))
            let spoken = try playbook.misses(of: Deployment(bron: Self.bellen(Self.voldaan)).definition())
            #expect(!spoken.contains { $0.code == "no-result" })
            let shipped = try #require(playbook.processen.newest("regeling"))
            #expect(!playbook.misses(of: shipped).contains { $0.code == "no-result" })
        }
    }

    @Test func `an id of one letter is no code of a step, so that it hides no other way`() async throws {
        let more = """
            <userTask id="G" name="Wat gaan we doen?"/><sequenceFlow id="f2" sourceRef="G" targetRef="Groot"/>
            <userTask id="Groot" name="Groot bedrag"/><sequenceFlow id="f3" sourceRef="Groot" targetRef="klaar"/>
            """
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.bellen(more))
            let zaak = try await house.luisteraars(1)[0]
            let instance = try #require(try await house.read { try $0.processen.instance(of: zaak) })
            let here = try #require(instance.activeElements.first { $0.node.id == "Bel" })
            let ways = house.office.playbook.sidesteps(from: here.id, of: instance, nil).map(\.step)
            #expect(Set(ways) == ["G", "Groot"])
        }
        #expect(Stap.code("G").isEmpty && !Stap.isStep("G", named: "Wat gaan we doen?") && !Stap.isStep("A.x"))
        #expect(Stap.isStep("B", named: "B Incasseren door deurwaarder") && Stap.isStep("A.3"))
        #expect(Stap.code("A.2.1.aanmanen") == "A.2.1" && Stap.name("A.2.2 Belronde") == "Belronde")
        #expect(Stap.name("U belt de klant") == "U belt de klant")
    }

    @Test
    func `a letter without its template says which template that is, in the record and in the list of what is stuck`()
        async throws
    {
        let more = """
            <serviceTask id="G" name="Stuur brief"><extensionElements><zeebe:taskDefinition type="brief.versturen"/>
            <zeebe:ioMapping><zeebe:input source="=&quot;bestaatniet&quot;" target="sjabloon"/></zeebe:ioMapping>
            </extensionElements></serviceTask><sequenceFlow id="f2" sourceRef="G" targetRef="klaar"/>
            """
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.bellen(more))
            let boek = try #require(house.office.playbook.diensten.kept(Rechtsboek.self))
            house.office.change { playbook in
                Incassodienst(boek: boek, pers: Briefpers { _, _, _ in throw Briefgebrek.sjabloon })
                    .offer(to: &playbook.diensten)
            }
            let zaak = try await house.luisteraars(1)[0]
            try await house.doe("Bel", of: zaak)
            #expect(
                try await house.read { try $0.storingen.all().map(\.woord) } == ["no-letter no-template bestaatniet"])
        }
    }

    @Test func `what is stuck stands in the version that its zaak moved along to`() async throws {
        let more = """
            <serviceTask id="G" name="Stuur brief"><extensionElements><zeebe:taskDefinition type="brief.versturen"/>
            </extensionElements></serviceTask><sequenceFlow id="f2" sourceRef="G" targetRef="klaar"/>
            """
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.bellen(more))
            let zaak = try await house.luisteraars(1)[0]
            try await house.doe("Bel", of: zaak)
            let next = try Deployment(bron: Self.bellen(more).replacing("Stuur brief", with: "Verstuur brief"))
            let key = try await house.act { try next.run(in: $0) }
            try await house.office.reloadProcesses()
            try await house.act { try Zaak.Verhuizing(zaak: zaak, naar: key, reden: "beter").run(in: $0) }
            #expect(try await house.read { try $0.storingen.all().map(\.tekening) } == [key])
        }
    }
}

extension TestHouse {
    /// A person answers with which result a zaak closes.
    fileprivate func antwoord(_ resultaat: String, of zaak: Identifier<Zaak>) async throws {
        try await act { act in
            let taak = try act.tx.taken.waiting(for: zaak).first { $0.formulier == Slotvraag.formulier }
            guard let taak else { throw TaakRefusal.unknownTaak }
            try Taak.Completion(
                taak: taak.id, invoer: ["resultaat": resultaat, "toelichting": "proef"], door: .anja, als: .onbegrensd
            ).run(in: act)
        }
    }
}
