import Basics
import Database
import Engine
import Klanten
import TestHouse
import TestSupport
import Testing
import Zaken

/// A message that nobody awaits begins the process that begins with it (BPMN 10.5.2), and none goes round without end.
@Suite("Messages that begin a zaak, and circles")
struct ProcesberichtBeginTests {
    /// A process `gevolg` that the message begins; these nodes and flows follow its start.
    private static func gevolg(_ nodes: String, id: String = "gevolg") -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
        targetNamespace="proef"><message id="m" name="Akkoord"/><process id="\(id)" isExecutable="true">
        <startEvent id="begin"><messageEventDefinition messageRef="m"/></startEvent>\(nodes)</process></definitions>
        """
    }

    private static let taak = """
        <sequenceFlow id="f0" sourceRef="begin" targetRef="doen"/><userTask id="doen" name="Doen"/>
        """

    @Test(arguments: TestDatabase.all)
    func `it begins a zaak of the same person where nobody awaits it, and none where someone does`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db, beside: ["gevolg": Self.gevolg(Self.taak)])
            let sender = try await house.zaak("zenden", 3, ["voor": "A", "geheim": "alleen hier"])
            try await house.doe("sturen", of: sender)
            try await house.settle()
            let begun = try await house.begun()
            #expect(begun.count == 1)
            let zaak = try #require(begun.first)
            #expect(try await house.stappen(of: zaak.id) == ["doen"])
            #expect(try await house.read { try $0.zaken.find(sender)?.partij } == zaak.partij)
            let known = try await house.variabelen(of: zaak.id)
            #expect(known["antwoord"] == "ja" && known["geheim"] == nil)

            let waiting = try await house.wachtende("B", 4)
            try await house.doe("sturen", of: try await house.zaak("zenden", 5, ["voor": "B"]))
            try await house.settle()
            #expect(try await house.stappen(of: waiting) == ["gehoord"])
            #expect(try await house.begun().count == 1)
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `for someone who is paused it begins after the pause`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db, beside: ["gevolg": Self.gevolg(Self.taak)])
            let sender = try await house.zaak("zenden", 3, ["voor": "A"])
            try await house.doe("sturen", of: sender)
            let pauze = try await house.act { act in
                let partij = try act.openZaak(sender).partij
                return try Pauze.Beginning(partij: partij, einde: act.today + 30, reden: "rust", door: .anja).run(
                    in: act)
            }
            try await house.move(days: 2)
            let begun = try #require(try await house.begun().first)
            #expect(try await house.read { try $0.processen.instance(of: begun.id) } == nil)
            try await house.act { try Pauze.Ending(pauze: pauze.id).run(in: $0) }
            try await house.settle()
            #expect(try await house.stappen(of: begun.id) == ["doen"])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `processes of several zaaktypen that begin with it are a mishap`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(
                db, beside: ["gevolg": Self.gevolg(Self.taak), "ander": Self.gevolg(Self.taak, id: "ander")])
            let sender = try await house.zaak("zenden", 3, ["voor": "A"])
            try await house.doe("sturen", of: sender)
            try await house.settle()
            #expect(Set(try await house.stappen(of: sender)) == ["bericht_niet_bezorgd", "verder"])
            #expect(try await house.begun() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a process that begins with a message and sends it opens no zaken without end`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let nodes = """
                <sequenceFlow id="f0" sourceRef="begin" targetRef="even"/><intermediateCatchEvent id="even">
                <timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition></intermediateCatchEvent>
                <sequenceFlow id="f1" sourceRef="even" targetRef="stuur"/><sendTask id="stuur" messageRef="m"/>
                <sequenceFlow id="f2" sourceRef="stuur" targetRef="klaar"/><userTask id="klaar" name="Klaar"/>
                """
            let house = try await TestHouse.corresponderend(db, beside: ["gevolg": Self.gevolg(nodes)])
            try await house.doe("sturen", of: try await house.zaak("zenden", 3, ["voor": "A"]))
            try await house.move(to: house.clock.now.adding(minutes: 20))
            let begun = try await house.begun()
            #expect(begun.count == 1)
            #expect(Set(try await house.stappen(of: begun[0].id)) == ["bericht_niet_bezorgd", "klaar"])
        }
    }
}

extension TestHouse {
    fileprivate func begun() async throws -> [Zaak] {
        try await read { tx in
            try tx.rows("SELECT id FROM zaken WHERE zaaktype IN ('gevolg', 'ander') ORDER BY nummer").compactMap {
                try tx.zaken.find(try $0["id"])
            }
        }
    }
}
