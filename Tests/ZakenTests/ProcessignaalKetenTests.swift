import Basics
import Database
import TestHouse
import TestSupport
import Testing
import Zaken

/// A signal that led to itself is not passed on, however long the process waited in between (decision 0011).
@Suite("Signals that follow from themselves")
struct ProcessignaalKetenTests {
    /// A minute after it heard the signal a zaak throws it, and listens again.
    private static let naEenMinuut = TestHouse.luisterproces(
        after: """
            <intermediateCatchEvent id="door"><timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition>
            </intermediateCatchEvent><sequenceFlow id="f7" sourceRef="door" targetRef="verder"/>
            <intermediateThrowEvent id="verder"><signalEventDefinition signalRef="s"/></intermediateThrowEvent>
            <sequenceFlow id="f8" sourceRef="verder" targetRef="roepen"/>
            """)

    @Test(arguments: TestDatabase.all)
    func `zaken that throw what they heard a minute ago do not wake each other without end, until someone acts`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db, ProcessignaalKetenTests.naEenMinuut)
            let zaken = try await house.luisteraars(3)
            try await house.doe("roepen", of: zaken[0])
            try await house.move(to: house.clock.now.adding(minutes: 20))
            #expect(try await house.heard(zaken) == [0, 1, 1])
            #expect(try await house.read { try $0.kinds("processignaal_gestopt") } == 2)
            #expect(try await house.stappen(of: zaken[1]) == ["roepen"])

            try await house.doe("roepen", of: zaken[1])
            try await house.move(to: house.clock.now.adding(minutes: 20))
            #expect(try await house.heard(zaken) == [0, 1, 2])
            #expect(try await house.read { try $0.kinds("processignaal_gestopt") } == 3)
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a process that begins with a signal, waits and throws it opens no zaken without end`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            try await house.deploy(
                gevolg: """
                    <sequenceFlow id="f0" sourceRef="begin" targetRef="even"/><intermediateCatchEvent id="even">
                    <timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition></intermediateCatchEvent>
                    <sequenceFlow id="f1" sourceRef="even" targetRef="roep"/><intermediateThrowEvent id="roep">
                    <signalEventDefinition signalRef="s"/></intermediateThrowEvent>
                    <sequenceFlow id="f2" sourceRef="roep" targetRef="klaar"/><userTask id="klaar" name="Klaar"/>
                    """)
            try await house.doe("roepen", of: try await house.luisteraars(1)[0])
            try await house.move(to: house.clock.now.adding(minutes: 20))
            #expect(try await house.gevolgen().count == 1)
            #expect(try await house.read { try $0.kinds("processignaal_gestopt") } == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a service that puts its work off does not make a signal new`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            let until = house.clock.now.adding(minutes: 5)
            house.office.change { playbook in
                playbook.diensten.offer("proef.wachten") { _, act in act.now < until ? .later(until) : .done([:]) }
            }
            try await house.deploy(
                gevolg: """
                    <sequenceFlow id="f0" sourceRef="begin" targetRef="even"/><serviceTask id="even"><extensionElements>
                    <zeebe:taskDefinition type="proef.wachten"/></extensionElements></serviceTask>
                    <sequenceFlow id="f1" sourceRef="even" targetRef="roep"/><endEvent id="roep">
                    <signalEventDefinition signalRef="s"/></endEvent>
                    """)
            try await house.doe("roepen", of: try await house.luisteraars(1)[0])
            try await house.move(to: house.clock.now.adding(minutes: 20))
            #expect(try await house.gevolgen().count == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that hears its own signal and throws it again later does not wake the others again`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db, ProcessignaalKetenTests.zichzelf)
            let zaken = try await house.luisteraars(2)
            try await house.doe("roepen", of: zaken[0])
            try await house.move(to: house.clock.now.adding(minutes: 5))
            #expect(try await house.heard(zaken) == [0, 1])
            #expect(house.mishaps.all == [])
        }
    }

    /// Beside its task a zaak hears the signal each time, its own as well, and throws it a minute later.
    private static let zichzelf = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
          <signal id="s" name="Rente gewijzigd"/><process id="luisteren" isExecutable="true"><startEvent id="begin"/>
          <sequenceFlow id="f0" sourceRef="begin" targetRef="roepen"/><userTask id="roepen" name="Roepen"/>
          <sequenceFlow id="f1" sourceRef="roepen" targetRef="roep"/><intermediateThrowEvent id="roep">
          <signalEventDefinition signalRef="s"/></intermediateThrowEvent>
          <sequenceFlow id="f2" sourceRef="roep" targetRef="geroepen"/><userTask id="geroepen" name="Geroepen"/>
          <subProcess id="oren" triggeredByEvent="true"><startEvent id="oor" isInterrupting="false">
          <signalEventDefinition signalRef="s"/></startEvent><sequenceFlow id="f3" sourceRef="oor" targetRef="even"/>
          <intermediateCatchEvent id="even"><timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition>
          </intermediateCatchEvent><sequenceFlow id="f4" sourceRef="even" targetRef="verder"/><endEvent id="verder">
          <signalEventDefinition signalRef="s"/></endEvent></subProcess></process>
        </definitions>
        """
}
