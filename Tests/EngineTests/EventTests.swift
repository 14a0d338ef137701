import Basics
import Engine
import Testing

/// Events on the edge, in the flow and in event sub-processes.
@Suite struct EventTests {
    static func framed(_ inside: String) -> String {
        "<startEvent id=\"begin\"/><sequenceFlow id=\"f0\" sourceRef=\"begin\" targetRef=\"taak\"/>" + inside
            + "<sequenceFlow id=\"f9\" sourceRef=\"taak\" targetRef=\"einde\"/><endEvent id=\"einde\"/>"
    }

    @Test func `a timer beside a task repeats as often as it says, counted from when it was due`() throws {
        var drive = try Drive(
            Self.framed(
                """
                <userTask id="taak"/><boundaryEvent id="herinner" attachedToRef="taak" cancelActivity="false">
                <timerEventDefinition><timeCycle>R2/P1D</timeCycle></timerEventDefinition></boundaryEvent>
                <sequenceFlow id="f1" sourceRef="herinner" targetRef="bel"/><serviceTask id="bel"/>
                """))
        try drive.start()
        try drive.fire()
        drive.now = drive.now.adding(minutes: 90)
        #expect(drive.instance.timers.map(\.1.description) == ["2026-03-04T09:00:00.000Z"])
        try drive.fire()
        #expect(drive.instance.timers.isEmpty)
        #expect(drive.active == ["taak", "bel", "bel"])
        try drive.complete("taak")
        #expect(!drive.isDone)
    }

    @Test func `an error goes to the edge that names it`() throws {
        var drive = try Drive(
            """
            <process id="p"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="taak"/>
            <serviceTask id="taak"/>
            <boundaryEvent id="elke" attachedToRef="taak"><errorEventDefinition/></boundaryEvent>
            <boundaryEvent id="deze" attachedToRef="taak"><errorEventDefinition errorRef="e1"/></boundaryEvent>
            <sequenceFlow id="f1" sourceRef="elke" targetRef="a"/><sequenceFlow id="f2" sourceRef="deze" targetRef="b"/>
            <userTask id="a"/><userTask id="b"/></process><error id="e1" errorCode="ADRES"/>
            """)
        try drive.start()
        var other = drive
        try drive(.throwError(try drive.id("taak"), code: "ADRES", message: nil))
        #expect(drive.active == ["b"])
        try other(.throwError(try other.id("taak"), code: "ANDERS", message: nil))
        #expect(other.active == ["a"])
    }

    @Test func `an error that nothing catches is an incident on work, and the end at an end event`() throws {
        var drive = try Drive(Self.framed("<serviceTask id=\"taak\"/>"))
        try drive.start()
        try drive(.throwError(try drive.id("taak"), code: "X", message: "stuk"))
        #expect(drive.instance.incidents.map(\.cause) == [.uncaughtError(code: "X", message: "stuk")])

        var ending = try Drive(
            """
            <process id="p"><startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="fout"/>
            <endEvent id="fout"><errorEventDefinition errorRef="e"/></endEvent></process><error id="e" errorCode="X"/>
            """)
        try ending.start()
        #expect(ending.instance.status == .ended(.error(code: "X")))
    }

    @Test func `an error in a called process is caught at the call`() throws {
        var drive = try Drive(
            """
            <process id="p"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="roep"/>
            <callActivity id="roep" calledElement="q"/><boundaryEvent id="mis" attachedToRef="roep"><errorEventDefinition errorRef="e"/></boundaryEvent>
            <sequenceFlow id="f1" sourceRef="mis" targetRef="herstel"/><userTask id="herstel"/></process>
            <process id="q"><startEvent id="qb"/><sequenceFlow id="g" sourceRef="qb" targetRef="qe"/>
            <endEvent id="qe"><errorEventDefinition errorRef="e"/></endEvent></process><error id="e" errorCode="X"/>
            """)
        try drive.start()
        #expect(drive.active == ["herstel"])
    }

    @Test(arguments: [true, false])
    func `an event sub-process interrupts its scope or runs beside it`(interrupting: Bool) throws {
        var drive = try Drive(
            Self.framed(
                """
                <userTask id="taak"/><subProcess id="esp" triggeredByEvent="true">
                <startEvent id="komt" isInterrupting="\(interrupting)"><messageEventDefinition/></startEvent>
                <sequenceFlow id="g" sourceRef="komt" targetRef="doe"/><userTask id="doe"/></subProcess>
                """))
        try drive.start()
        try drive(.deliverMessage("komt", variables: [:]))
        #expect(drive.active == (interrupting ? ["esp", "doe"] : ["taak", "esp", "doe"]))
        #expect(drive.instance.awaitedMessages.isEmpty == interrupting)
        try drive.complete("doe")
        #expect(drive.isDone == interrupting)
    }

    @Test func `an event gateway takes what comes first and forgets the rest`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="g"/><eventBasedGateway id="g"/>
            <sequenceFlow id="f1" sourceRef="g" targetRef="bericht"/><intermediateCatchEvent id="bericht"><messageEventDefinition/></intermediateCatchEvent>
            <sequenceFlow id="f2" sourceRef="g" targetRef="klok"/><intermediateCatchEvent id="klok"><timerEventDefinition><timeDuration>P14D</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <sequenceFlow id="f3" sourceRef="bericht" targetRef="a"/><sequenceFlow id="f4" sourceRef="klok" targetRef="b"/><userTask id="a"/><userTask id="b"/>
            """)
        try drive.start()
        var late = drive
        try drive(.deliverMessage("bericht", variables: [:]))
        #expect(drive.active == ["a"])
        #expect(drive.instance.timers.isEmpty)
        try late.fire()
        #expect(late.active == ["b"])
    }

    @Test func `a condition is seen when the facts change, once for each time that it comes true`() throws {
        var drive = try Drive(
            Self.framed(
                """
                <userTask id="taak"/><boundaryEvent id="leeg" attachedToRef="taak" cancelActivity="false">
                <conditionalEventDefinition><condition>saldo = 0</condition></conditionalEventDefinition></boundaryEvent>
                <sequenceFlow id="f1" sourceRef="leeg" targetRef="meld"/><serviceTask id="meld"/>
                """))
        try drive.start(["saldo": 10])
        try drive(.setVariables(["saldo": 0]))
        try drive(.setVariables(["anders": 0]))
        #expect(drive.active == ["taak", "meld"])
        try drive(.setVariables(["saldo": 5]))
        try drive(.setVariables(["saldo": 0]))
        #expect(drive.active == ["taak", "meld", "meld"])
    }

    @Test func `a signal reaches all who wait here, and is told to the world`() throws {
        var drive = try Drive(
            """
            <process id="p"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="s"/><parallelGateway id="s"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="roep"/><intermediateThrowEvent id="roep"><signalEventDefinition signalRef="sig"/></intermediateThrowEvent>
            <sequenceFlow id="f2" sourceRef="s" targetRef="hoor"/><intermediateCatchEvent id="hoor"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent>
            </process><signal id="sig" name="Klaar"/>
            """)
        try drive.start()
        #expect(drive.isDone)
        #expect(drive.effects.contains(.broadcastSignal("Klaar", variables: [:], staysInside: false)))
    }

    @Test func `an escalation is caught and its thrower goes on`() throws {
        var drive = try Drive(
            """
            <process id="p"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="sub"/>
            <subProcess id="sub"><startEvent id="sb"/><sequenceFlow id="g" sourceRef="sb" targetRef="roep"/>
            <intermediateThrowEvent id="roep"><escalationEventDefinition escalationRef="e"/></intermediateThrowEvent>
            <sequenceFlow id="g2" sourceRef="roep" targetRef="verder"/><userTask id="verder"/></subProcess>
            <boundaryEvent id="hoor" attachedToRef="sub" cancelActivity="false"><escalationEventDefinition escalationRef="e"/></boundaryEvent>
            <sequenceFlow id="f1" sourceRef="hoor" targetRef="baas"/><userTask id="baas"/></process><escalation id="e" escalationCode="HULP"/>
            """)
        try drive.start()
        #expect(drive.active.sorted() == ["baas", "sub", "verder"])
    }

    @Test func `a terminate end event stops the rest`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="s"/><parallelGateway id="s"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><userTask id="a"/>
            <sequenceFlow id="f2" sourceRef="s" targetRef="b"/><userTask id="b"/><sequenceFlow id="f3" sourceRef="b" targetRef="stop"/>
            <endEvent id="stop"><terminateEventDefinition/></endEvent>
            """)
        try drive.start()
        try drive.complete("b")
        #expect(drive.instance.status == .ended(.terminated))
        #expect(drive.effects.contains { if case .withdrawTask = $0 { true } else { false } })
    }

    @Test func `a link leads on to its other half`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="van"/>
            <intermediateThrowEvent id="van"><linkEventDefinition name="L"/></intermediateThrowEvent>
            <intermediateCatchEvent id="naar"><linkEventDefinition name="L"/></intermediateCatchEvent>
            <sequenceFlow id="f1" sourceRef="naar" targetRef="taak"/><userTask id="taak"/>
            """)
        try drive.start()
        #expect(drive.active == ["taak"])
    }

    @Test func `a process starts at the message that begins it`() throws {
        let model = """
            <startEvent id="verzoek"><messageEventDefinition/></startEvent><sequenceFlow id="f0" sourceRef="verzoek" targetRef="taak"/><userTask id="taak"/>
            """
        var drive = try Drive(model)
        #expect(throws: EngineRefusal.noSuchStart(.none)) { try drive(.start()) }
        try drive.start(["x": 1], at: .message("verzoek"))
        #expect(drive.active == ["taak"])
        #expect(throws: EngineRefusal.alreadyStarted) { try drive(.start(at: .message("verzoek"))) }
    }
}
