import Basics
import Database
import Engine
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

/// A signal reaches every zaak that can catch it (BPMN 10.5.5.14; decision 0011).
@Suite("Signals from one zaak to another")
struct ProcessignaalTests {
    @Test(arguments: TestDatabase.all)
    func `a signal reaches all other zaken that wait, with what its event hands on and no more`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            let zaken = try await house.luisteraars(4)
            try await house.act { act in
                let thrower = try act.openZaak(zaken[0])
                try act.perform(.setVariables(["geheim": "alleen hier"]), on: thrower)
            }
            try await house.doe("roepen", of: zaken[0])
            #expect(try await house.stappen(of: zaken[1]) == ["roepen"], "it comes after the transaction that throws")
            try await house.settle()

            #expect(try await house.stappen(of: zaken[0]) == ["geroepen"])
            for zaak in zaken.dropFirst() {
                #expect(try await house.stappen(of: zaak) == ["gehoord"])
                let variables = try await house.read { try $0.processen.instance(of: zaak)?.variables() ?? [:] }
                #expect(variables["ingang"] == "per 1 januari" && variables["geheim"] == nil)
            }
            #expect(try await house.heard(zaken) == [0, 1, 1, 1])
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who no longer waits, or began to after it was thrown, does not hear it`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            let zaken = try await house.luisteraars(3)
            try await house.doe("roepen", of: zaken[0])
            let late = try await house.luisteraars(1, from: 9)[0]
            try await house.act {
                try Zaak.Closure(zaak: zaken[1], resultaat: "ingetrokken", reden: "vergissing").run(in: $0)
            }
            try await house.settle()

            #expect(try await house.stappen(of: zaken[2]) == ["gehoord"])
            #expect(try await house.stappen(of: late) == ["roepen"])
            #expect(try await house.heard(zaken + [late]) == [0, 0, 1, 0])

            try await house.act { try Zaak.Reopening(zaak: zaken[1], reden: "toch niet").run(in: $0) }
            try await house.doe("roepen", of: late)
            try await house.settle()
            #expect(try await house.stappen(of: zaken[1]) == ["gehoord"], "a zaak that is opened again waits again")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that stands still hears it when it goes on`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            let zaken = try await house.luisteraars(2)
            let until = house.clock.today + 30
            try await house.act { try Zaak.Suspension(zaak: zaken[1], bekijkOp: until, reden: "wacht").run(in: $0) }
            try await house.doe("roepen", of: zaken[0])
            try await house.settle()
            #expect(try await house.heard(zaken) == [0, 0])

            try await house.act { try Zaak.Resumption(zaak: zaken[1]).run(in: $0) }
            try await house.settle()
            #expect(try await house.stappen(of: zaken[1]) == ["gehoord"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a signal that the drawing keeps in its instance leaves the others alone`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let source = TestHouse.luisterproces(scope: " flowable:scope=\"processInstance\"")
            let house = try await TestHouse.luisterend(db, source)
            let zaken = try await house.luisteraars(2)
            try await house.doe("roepen", of: zaken[0])
            try await house.settle()
            #expect(try await house.stappen(of: zaken[1]) == ["roepen"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a process that begins with a signal runs in a new zaak of the same person, once`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            try await house.deploy(
                gevolg: """
                    <sequenceFlow id="f0" sourceRef="begin" targetRef="herrekenen"/><userTask id="herrekenen" name="Herrekenen"/>
                    """)
            let thrower = try await house.luisteraars(1)[0]
            try await house.doe("roepen", of: thrower)
            try await house.settle()
            #expect(house.mishaps.all == [])

            let begun = try await house.gevolgen()
            #expect(begun.count == 1)
            let zaak = try #require(begun.first)
            #expect(try await house.stappen(of: zaak.id) == ["herrekenen"])
            let partij = try await house.read { try $0.zaken.find(thrower)?.partij }
            #expect(zaak.partij == partij)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `zaken that throw what they hear do not wake each other without end, and say so`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let source = TestHouse.luisterproces(
                after: """
                    <intermediateThrowEvent id="door"><signalEventDefinition signalRef="s"/></intermediateThrowEvent>
                    <sequenceFlow id="f8" sourceRef="door" targetRef="roepen"/>
                    """)
            let house = try await TestHouse.luisterend(db, source)
            let zaken = try await house.luisteraars(3)
            try await house.doe("roepen", of: zaken[0])
            try await house.settle()

            #expect(try await house.heard(zaken) == [0, 1, 1])
            #expect(try await house.read { try $0.kinds("processignaal_gestopt") } == 2)
            #expect(try await house.stappen(of: zaken[1]) == ["roepen"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `more zaken than fit in one transaction are told one by one`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            let zaken = try await house.luisteraars(230)
            try await house.doe("roepen", of: zaken[100])
            try await house.settle()
            let heard = try await house.heard(zaken)
            #expect(heard.reduce(0, +) == 229 && heard.allSatisfy { $0 <= 1 } && heard[100] == 0)
        }
    }
}

extension TestHouse {
    /// How often each of these zaken heard a signal.
    func heard(_ zaken: [Identifier<Zaak>]) async throws -> [Int] {
        let counts = try await read { tx in
            try tx.rows(
                "SELECT subject_id, count(*) AS aantal FROM journal WHERE kind = 'processignaal_ontvangen' GROUP BY subject_id"
            ).reduce(into: [String: Int]()) { $0[try $1["subject_id"]] = try $1["aantal"] }
        }
        return zaken.map { counts[$0.text] ?? 0 }
    }

    /// A zaaktype of its own, `gevolg`, whose process begins with the signal; these nodes and flows follow its start, `begin`.
    func deploy(gevolg nodes: String) async throws {
        let deployment = try Deployment(
            bron: """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
                targetNamespace="proef"><signal id="s" name="Rente gewijzigd"/><process id="gevolg" isExecutable="true">
                <startEvent id="begin"><signalEventDefinition signalRef="s"/></startEvent>\(nodes)</process></definitions>
                """)
        try await act { try deployment.run(in: $0) }
        try await office.reloadProcesses()
        let shipped = try #require(office.playbook.zaaktypen[Vordering.zaaktype])
        office.change { playbook in
            var type = shipped
            type.proces = "gevolg"
            playbook.zaaktypen["gevolg"] = type
        }
    }

    /// The zaken that the signal began.
    func gevolgen() async throws -> [Zaak] {
        try await read { tx in
            try tx.rows("SELECT id FROM zaken WHERE zaaktype = 'gevolg' ORDER BY nummer").compactMap {
                try tx.zaken.find(try $0["id"])
            }
        }
    }
}

extension Transaction {
    func kinds(_ kind: String) throws -> Int {
        try first("SELECT count(*) AS aantal FROM journal WHERE kind = \(kind)")?["aantal"] ?? 0
    }
}
