import Basics
import Engine
import Testing

/// A first walk through all that a collection process needs.
@Suite struct ThinThreadTests {
    static let tasks = """
        <startEvent id="begin"/><sequenceFlow id="f1" sourceRef="begin" targetRef="bellen"/>
        <userTask id="bellen" name="Bel de klant"/><sequenceFlow id="f2" sourceRef="bellen" targetRef="brief"/>
        <serviceTask id="brief"><extensionElements><zeebe:taskDefinition type="brief.versturen"/>
          <zeebe:ioMapping><zeebe:input source="=naam" target="aan"/><zeebe:output source="=nummer" target="briefnummer"/></zeebe:ioMapping>
        </extensionElements></serviceTask>
        <sequenceFlow id="f3" sourceRef="brief" targetRef="einde"/><endEvent id="einde"/>
        """

    @Test func `a task and a service are done one after the other`() throws {
        var drive = try Drive(Self.tasks)
        try drive.start(["naam": "Jansen"])
        try drive.complete("bellen", ["gebeld": true])
        try drive.serve("brief", ["nummer": 7])

        #expect(drive.isDone)
        #expect(drive.story.contains("called brief.versturen #4"))
        #expect(
            drive.story == """
                entered p #1
                set naam="Jansen" in #1
                entered begin #2
                left begin #2
                took f1
                entered bellen #3
                offered task bellen #3
                completed task #3
                set gebeld=true in #1
                left bellen #3
                took f2
                entered brief #4
                set aan="Jansen" in #4
                called brief.versturen #4
                service done #4
                set nummer=7 in #4
                set briefnummer=7 in #1
                left brief #4
                took f3
                entered einde #5
                left einde #5
                left p #1
                ended: completed
                """)
    }

    static let choice = """
        <startEvent id="begin"/><sequenceFlow id="f1" sourceRef="begin" targetRef="g"/>
        <exclusiveGateway id="g" default="anders"/>
        <sequenceFlow id="hoog" sourceRef="g" targetRef="a"><conditionExpression>bedrag &gt; 100</conditionExpression></sequenceFlow>
        <sequenceFlow id="anders" sourceRef="g" targetRef="b"/>
        <userTask id="a"/><userTask id="b"/>
        """

    @Test(arguments: [(150, "a"), (50, "b")])
    func `an exclusive gateway takes the way whose condition holds`(bedrag: Int, target: String) throws {
        var drive = try Drive(Self.choice)
        try drive.start(["bedrag": JSON(bedrag)])
        #expect(drive.active == [target])
    }

    @Test func `a gateway without conditions is for a person`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f1" sourceRef="begin" targetRef="g"/><exclusiveGateway id="g" name="Bereikt?"/>
            <sequenceFlow id="ja" name="ja" sourceRef="g" targetRef="a"/><sequenceFlow id="nee" name="nee" sourceRef="g" targetRef="b"/>
            <userTask id="a"/><userTask id="b"/>
            """)
        try drive.start()
        #expect(drive.story.contains("offered choice g #3: ja / nee"))
        try drive(.choose(try drive.id("g"), flows: ["nee"]))
        #expect(drive.active == ["b"])
        #expect(throws: EngineRefusal.noSuchElement(ElementInstance.ID(3))) {
            try drive(.choose(ElementInstance.ID(3), flows: ["ja"]))
        }
    }

    @Test func `a message on the edge of a task takes its place`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f1" sourceRef="begin" targetRef="wacht"/>
            <userTask id="wacht"/><boundaryEvent id="betaald" attachedToRef="wacht"><messageEventDefinition messageRef="m"/></boundaryEvent>
            <sequenceFlow id="f2" sourceRef="betaald" targetRef="sluiten"/><userTask id="sluiten"/>
            """)
        try drive.start()
        #expect(drive.instance.awaitedMessages == ["betaald"])
        try drive(.deliverMessage("betaald", variables: ["bedrag": 5]))
        #expect(drive.active == ["sluiten"])
        #expect(drive.instance.variables()["bedrag"] == 5)
        #expect(drive.effects.contains(.withdrawTask(ElementInstance.ID(3))))
        #expect(throws: EngineRefusal.nobodyAwaits("betaald")) { try drive(.deliverMessage("betaald", variables: [:])) }
    }

    @Test func `a timer waits its days and keeps the time on the clock`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f1" sourceRef="begin" targetRef="wacht"/>
            <intermediateCatchEvent id="wacht"><timerEventDefinition><timeDuration>P30D</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <sequenceFlow id="f2" sourceRef="wacht" targetRef="einde"/><endEvent id="einde"/>
            """)
        drive.now = Moment("2026-03-02T09:00:00Z") ?? drive.now
        try drive.start()
        #expect(drive.instance.timers.first?.1.description == "2026-04-01T08:00:00.000Z")
        let timer = try #require(drive.instance.timers.first)
        #expect(throws: EngineRefusal.notDue(timer.0)) { try drive(.fireTimer(timer.0)) }
        try drive.fire()
        #expect(drive.isDone)
    }

    @Test func `a called process runs inside, in the newest version, and gives back what it found`() throws {
        var drive = try Drive(
            """
            <process id="p"><startEvent id="begin"/><sequenceFlow id="f1" sourceRef="begin" targetRef="roep"/>
            <callActivity id="roep" calledElement="q"/><sequenceFlow id="f2" sourceRef="roep" targetRef="einde"/><endEvent id="einde"/></process>
            <process id="q"><startEvent id="q.begin"/><sequenceFlow id="g1" sourceRef="q.begin" targetRef="q.taak"/>
            <userTask id="q.taak"/><sequenceFlow id="g2" sourceRef="q.taak" targetRef="q.einde"/><endEvent id="q.einde"/></process>
            """)
        try drive.start(["x": 1])
        #expect(drive.active == ["roep", "q", "q.taak"])
        #expect(drive.instance.definitions == [DefinitionKey("p"), DefinitionKey("q")])
        #expect(drive.instance.variables(of: try drive.id("q.taak"))["x"] == 1)
        try drive.complete("q.taak", ["y": 2])
        #expect(drive.isDone)
        #expect(drive.story.contains("set y=2 in #1"))
    }

    @Test func `a sub-process ends when all in it has ended`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f1" sourceRef="begin" targetRef="sub"/>
            <subProcess id="sub"><startEvent id="s"/><sequenceFlow id="g1" sourceRef="s" targetRef="split"/><parallelGateway id="split"/>
              <sequenceFlow id="g2" sourceRef="split" targetRef="a"/><sequenceFlow id="g3" sourceRef="split" targetRef="b"/><userTask id="a"/><userTask id="b"/></subProcess>
            <sequenceFlow id="f2" sourceRef="sub" targetRef="einde"/><endEvent id="einde"/>
            """)
        try drive.start()
        #expect(drive.active == ["sub", "a", "b"])
        try drive.complete("b")
        #expect(drive.active == ["sub", "a"])
        try drive.complete("a")
        #expect(drive.isDone)
    }

    @Test func `a service that fails is an incident that a person can mend`() throws {
        var drive = try Drive(Self.tasks)
        try drive.start(["naam": "Jansen"])
        try drive.complete("bellen")
        try drive(.failService(try drive.id("brief"), reason: "no printer", retriesLeft: 1))
        #expect(drive.instance.incidents.isEmpty)
        try drive(.failService(try drive.id("brief"), reason: "no printer", retriesLeft: 0))
        let incident = try #require(drive.instance.incidents.first)
        #expect(incident.cause == .service(reason: "no printer"))
        try drive(.resolveIncident(incident.id))
        #expect(drive.instance.incidents.isEmpty)
        try drive.serve("brief", ["nummer": 1])
        #expect(drive.isDone)
    }

    @Test func `a service that cannot be done yet is called anew at its moment, and not when the instance is taken up`()
        throws
    {
        var drive = try Drive(Self.tasks)
        try drive.start(["naam": "Jansen"])
        try drive.complete("bellen")
        let brief = try drive.id("brief")
        try drive(.postponeService(brief, until: drive.now.adding(days: 2)))
        try drive(.postponeService(brief, until: drive.now.adding(days: 3)))
        #expect(drive.instance.timers.map(\.1) == [drive.now.adding(days: 3)])
        #expect(!drive.instance.standingEffects.contains { if case .callService = $0 { true } else { false } })
        let before = drive.events.count
        try drive.fire()
        let calls = drive.events[before...].filter { if case .serviceCalled = $0 { true } else { false } }
        #expect(calls.count == 1 && drive.instance.timers.isEmpty)
        try drive.serve("brief", ["nummer": 1])
        #expect(drive.isDone)
    }

    @Test func `a service that was done or left before its moment rings no clock, and only a service waits like this`()
        throws
    {
        var drive = try Drive(Self.tasks)
        try drive.start(["naam": "Jansen"])
        #expect(throws: EngineRefusal.self) {
            try drive(.postponeService(try drive.id("bellen"), until: drive.now))
        }
        try drive.complete("bellen")
        try drive(.postponeService(try drive.id("brief"), until: drive.now.adding(days: 2)))
        try drive.serve("brief", ["nummer": 1])
        #expect(drive.isDone && drive.instance.timers.isEmpty)
    }

    @Test func `a gateway at which no condition holds is an incident, mended by a variable`() throws {
        var drive = try Drive(
            Self.choice.replacing(" default=\"anders\"", with: "").replacing(
                "<sequenceFlow id=\"anders\" sourceRef=\"g\" targetRef=\"b\"/>", with: ""))
        try drive.start(["bedrag": 1])
        #expect(drive.instance.incidents.first?.cause == .noBranch)
        try drive(.resolveIncident(Incident.ID(1), variables: ["bedrag": 200]))
        #expect(drive.active == ["a"])
    }

    @Test func `a person goes another way, with a reason`() throws {
        var drive = try Drive(Self.tasks)
        try drive.start(["naam": "Jansen"])
        try drive(.move(try drive.id("bellen"), to: "brief", reason: "Klant is doof"))
        #expect(drive.active == ["brief"])
        #expect(drive.story.contains("deviated from bellen to brief: Klant is doof"))
        #expect(throws: EngineRefusal.noSuchNode("nergens")) {
            try drive(.move(try drive.id("brief"), to: "nergens", reason: "x"))
        }
    }

    @Test func `what stands can be offered anew after a restart`() throws {
        var drive = try Drive(Self.tasks)
        try drive.start(["naam": "Jansen"])
        let kept = try ProcessInstance(snapshot: drive.instance.snapshot)
        #expect(kept.standingEffects == drive.effects.filter { if case .offerTask = $0 { true } else { false } })
    }
}
