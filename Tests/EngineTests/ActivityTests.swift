import Basics
import Engine
import Testing

/// Loops, multi-instance, ad-hoc sub-processes, compensation and transactions.
@Suite struct ActivityTests {
    static func repeated(_ loop: String, settings: String = "") -> String {
        """
        <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="taak"/>
        <userTask id="taak">\(settings)\(loop)</userTask><sequenceFlow id="f1" sourceRef="taak" targetRef="klaar"/><userTask id="klaar"/>
        """
    }

    @Test func `each item has its own task, and the results are kept in their order`() throws {
        var drive = try Drive(
            Self.repeated(
                """
                <multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=vorderingen"
                inputElement="vordering" outputCollection="antwoorden" outputElement="=antwoord"/></extensionElements></multiInstanceLoopCharacteristics>
                """,
                settings:
                    "<extensionElements><zeebe:ioMapping><zeebe:output source=\"=gezegd\" target=\"antwoord\"/></zeebe:ioMapping></extensionElements>"
            ))
        try drive.start(["vorderingen": ["a", "b", "c"]])
        let rounds = drive.instance.openTasks.map(\.id)
        #expect(drive.instance.variables(of: rounds[1])["vordering"] == "b")
        #expect(drive.instance.variables(of: rounds[1])["loopCounter"] == 2)
        for (index, round) in rounds.enumerated().reversed() {
            try drive(.completeTask(round, variables: ["gezegd": JSON(index)]))
        }
        #expect(drive.active == ["klaar"])
        #expect(drive.instance.variables()["antwoorden"]?.elements?.count == 3)
    }

    @Test func `what the last round gave stays when the whole is done`() throws {
        for (loop, gives) in [
            (
                "<multiInstanceLoopCharacteristics isSequential=\"true\"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>",
                "=a"
            ),
            ("<standardLoopCharacteristics loopMaximum=\"2\"/>", "=a"),
            (
                "<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection=\"=[4, 5]\" inputElement=\"it\"/></extensionElements></multiInstanceLoopCharacteristics>",
                "=it + a"
            ),
        ] {
            var drive = try Drive(
                Self.repeated(
                    loop,
                    settings:
                        "<extensionElements><zeebe:ioMapping><zeebe:output source=\"\(gives)\" target=\"r\"/></zeebe:ioMapping></extensionElements>"
                ))
            try drive.start(["r": 0])
            try drive.complete("taak", ["a": 1])
            try drive.complete("taak", ["a": 2])
            #expect(drive.active == ["klaar"] && drive.instance.incidents.isEmpty)
            #expect(drive.instance.variables()["r"] == (loop.contains("it") && gives != "=a" ? 6 : 2))
        }
    }

    @Test func `a sequential multi-instance does one after the other, and stops when its condition holds`() throws {
        var drive = try Drive(
            Self.repeated(
                """
                <multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>5</loopCardinality>
                <completionCondition>numberOfCompletedInstances &gt;= 2</completionCondition></multiInstanceLoopCharacteristics>
                """))
        try drive.start()
        #expect(drive.instance.openTasks.count == 1)
        try drive.complete("taak")
        try drive.complete("taak")
        #expect(drive.active == ["klaar"])
    }

    @Test func `no items is no work`() throws {
        var drive = try Drive(
            Self.repeated(
                "<multiInstanceLoopCharacteristics><loopCardinality>0</loopCardinality></multiInstanceLoopCharacteristics>"
            ))
        try drive.start()
        #expect(drive.active == ["klaar"])
    }

    @Test func `a number of rounds that is no number is an incident, mended by a variable`() throws {
        var drive = try Drive(
            Self.repeated(
                "<multiInstanceLoopCharacteristics><loopCardinality>aantal</loopCardinality></multiInstanceLoopCharacteristics>"
            ))
        try drive.start(["aantal": "veel"])
        #expect(drive.instance.incidents.map(\.cause) == [.notUsable("aantal", value: "text", needed: "whole number")])
        try drive(.resolveIncident(Incident.ID(1), variables: ["aantal": 2]))
        #expect(drive.instance.openTasks.count == 2)
    }

    @Test func `a loop goes on while its condition holds, and no more than its maximum`() throws {
        var drive = try Drive(
            Self.repeated(
                "<standardLoopCharacteristics loopMaximum=\"3\"><loopCondition>opnieuw</loopCondition></standardLoopCharacteristics>"
            ))
        try drive.start(["opnieuw": true])
        for _ in 0..<3 { try drive.complete("taak") }
        #expect(drive.active == ["klaar"])
    }

    @Test func `a thousand rounds that ask nothing of anybody cost no depth`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="tel"/>
            <scriptTask id="tel"><extensionElements><zeebe:script expression="=n + 1" resultVariable="n"/></extensionElements>
            <multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>1000</loopCardinality></multiInstanceLoopCharacteristics></scriptTask>
            """)
        try drive.start(["n": 0])
        #expect(drive.isDone)
        #expect(drive.story.contains("set n=1000 in #1"))
    }

    static let adHoc = """
        <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="ruimte"/>
        <adHocSubProcess id="ruimte" ordering="Sequential"><userTask id="bel"/><userTask id="mail"/></adHocSubProcess>
        <sequenceFlow id="f1" sourceRef="ruimte" targetRef="klaar"/><userTask id="klaar"/>
        """

    @Test func `in an ad-hoc sub-process a person begins what is useful, and says when it is done`() throws {
        var drive = try Drive(Self.adHoc)
        try drive.start()
        let room = try drive.id("ruimte")
        #expect(drive.story.contains("offered activities bel, mail #3"))
        try drive(.begin(room, activity: "mail"))
        #expect(throws: EngineRefusal.busy(room)) { try drive(.begin(room, activity: "bel")) }
        try drive.complete("mail")
        try drive(.begin(room, activity: "mail"))
        #expect(throws: EngineRefusal.noSuchActivity("klaar")) { try drive(.begin(room, activity: "klaar")) }
        try drive(.finish(room))
        #expect(drive.active == ["klaar"])
    }

    static let travel = """
        <process id="p"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="reis"/>
        <transaction id="reis"><startEvent id="tb"/><sequenceFlow id="g0" sourceRef="tb" targetRef="hotel"/>
          <serviceTask id="hotel"/><boundaryEvent id="hc" attachedToRef="hotel"><compensateEventDefinition/></boundaryEvent>
          <serviceTask id="hotel.terug" isForCompensation="true"/><association id="as1" sourceRef="hc" targetRef="hotel.terug" associationDirection="One"/>
          <sequenceFlow id="g1" sourceRef="hotel" targetRef="trein"/>
          <serviceTask id="trein"/><boundaryEvent id="tc" attachedToRef="trein"><compensateEventDefinition/></boundaryEvent>
          <serviceTask id="trein.terug" isForCompensation="true"/><association id="as2" sourceRef="tc" targetRef="trein.terug" associationDirection="One"/>
          <sequenceFlow id="g2" sourceRef="trein" targetRef="keuze"/><exclusiveGateway id="keuze"/>
          <sequenceFlow id="goed" sourceRef="keuze" targetRef="te"/><endEvent id="te"/>
          <sequenceFlow id="mis" sourceRef="keuze" targetRef="tx"/><endEvent id="tx"><cancelEventDefinition/></endEvent>
        </transaction>
        <boundaryEvent id="weg" attachedToRef="reis"><cancelEventDefinition/></boundaryEvent>
        <sequenceFlow id="f1" sourceRef="reis" targetRef="klaar"/><userTask id="klaar"/>
        <sequenceFlow id="f2" sourceRef="weg" targetRef="troost"/><userTask id="troost"/></process>
        """

    @Test func `a cancelled transaction undoes what was done, the last first`() throws {
        var drive = try Drive(Self.travel)
        try drive.start()
        try drive.serve("hotel")
        try drive.serve("trein")
        try drive(.choose(try drive.id("keuze"), flows: ["mis"]))
        #expect(drive.active == ["reis", "tx", "trein.terug"])
        try drive.serve("trein.terug")
        try drive.serve("hotel.terug")
        #expect(drive.active == ["troost"])
    }

    @Test func `a transaction that goes well keeps what was done`() throws {
        var drive = try Drive(Self.travel)
        try drive.start()
        try drive.serve("hotel")
        try drive.serve("trein")
        try drive(.choose(try drive.id("keuze"), flows: ["goed"]))
        #expect(drive.active == ["klaar"])
    }

    @Test func `a decision is asked with all that is known`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="regel"/>
            <businessRuleTask id="regel"><extensionElements><zeebe:calledDecision decisionId="route" resultVariable="weg"/></extensionElements></businessRuleTask>
            <sequenceFlow id="f1" sourceRef="regel" targetRef="klaar"/><userTask id="klaar"/>
            """
        ) { decision, facts in decision == "route" && facts["bedrag"] == 5 ? .value("kort") : .failed("?") }
        try drive.start(["bedrag": 5])
        #expect(drive.instance.variables()["weg"] == "kort")
    }

    @Test func `a join that can no longer be reached is an incident that names it`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="x"/><exclusiveGateway id="x"/>
            <sequenceFlow id="a" sourceRef="x" targetRef="j"/><sequenceFlow id="b" sourceRef="x" targetRef="t"/><userTask id="t"/>
            <sequenceFlow id="c" sourceRef="t" targetRef="j"/><parallelGateway id="j"/><sequenceFlow id="d" sourceRef="j" targetRef="einde"/><endEvent id="einde"/>
            """)
        try drive.start()
        try drive(.choose(try drive.id("x"), flows: ["a"]))
        #expect(drive.instance.incidents.map(\.cause) == [.stuck(join: "j")])
        try drive(.move(ElementInstance.ID(1), to: "einde", reason: "De tekening loopt hier dood"))
        #expect(drive.isDone)
    }

    @Test func `an instance moves along to a new version, unless its place is gone`() throws {
        let first = try Drive.compile(ThinThreadTests.tasks)
        let wider = ThinThreadTests.tasks.replacing("name=\"Bel de klant\"", with: "name=\"Bel of mail\"")
        let gone = ThinThreadTests.tasks.replacing("\"bellen\"", with: "\"mailen\"")
        let library = ProcessLibrary(
            first + (try Drive.compile(wider, version: 2)) + (try Drive.compile(gone, version: 3)))
        var instance = ProcessInstance(of: DefinitionKey("p"))
        var events: [Event] = []
        let now = Moment(milliseconds: 0)
        try instance.perform(.start(variables: ["naam": "x"]), in: library, at: now, into: &events)
        #expect(throws: EngineRefusal.cannotMigrate([.nodeGone(ElementInstance.ID(3), node: "bellen")])) {
            try instance.perform(.migrate(to: DefinitionKey("p", version: 3)), in: library, at: now, into: &events)
        }
        try instance.perform(.migrate(to: DefinitionKey("p", version: 2)), in: library, at: now, into: &events)
        try instance.perform(.completeTask(ElementInstance.ID(3), variables: [:]), in: library, at: now, into: &events)
        #expect(instance.activeElements.map(\.node.id) == ["p", "brief"])
        var replayed = ProcessInstance(of: DefinitionKey("p"))
        for event in events { replayed.apply(event) }
        #expect(replayed == instance)
    }

    @Test func `an inclusive join goes on as soon as nobody can reach it any more`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="o"/><inclusiveGateway id="o"/>
            <sequenceFlow id="a" sourceRef="o" targetRef="j"/>
            <sequenceFlow id="b" sourceRef="o" targetRef="t"/><userTask id="t"/><sequenceFlow id="b2" sourceRef="t" targetRef="x"/><exclusiveGateway id="x"/>
            <sequenceFlow id="terug" sourceRef="x" targetRef="j"/><sequenceFlow id="weg" sourceRef="x" targetRef="anders"/><userTask id="anders"/>
            <sequenceFlow id="c" sourceRef="o" targetRef="los"/><userTask id="los"/>
            <inclusiveGateway id="j"/><sequenceFlow id="d" sourceRef="j" targetRef="na"/><userTask id="na"/>
            """)
        try drive.start()
        try drive(.choose(try drive.id("o"), flows: ["a", "b", "c"]))
        #expect(drive.active == ["t", "los"])
        try drive.complete("t")
        try drive(.choose(try drive.id("x"), flows: ["weg"]))
        #expect(drive.active == ["los", "anders", "na"])
    }
}
