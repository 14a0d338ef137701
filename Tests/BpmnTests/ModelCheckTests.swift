import Basics
import Bpmn
import Testing

@Suite struct ModelCheckTests {
    @Test func `a sound model has nothing to say`() throws {
        let content = """
            <startEvent id="s"/><exclusiveGateway id="x" default="g"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/>
            <sequenceFlow id="f" sourceRef="x" targetRef="a"><conditionExpression>saldo > 0</conditionExpression></sequenceFlow>
            <sequenceFlow id="g" sourceRef="x" targetRef="b"/>
            """
        #expect(try BpmnReading(Sketch.process(content + Sketch.flows("s-x a-e b-e"))).check() == [])
    }

    @Test(arguments: Flaws.cases)
    func `each rule finds its flaw`(content: String, code: String) throws {
        let found = try BpmnReading(Sketch.process(content)).check()
        #expect(found.contains { $0.code == code }, "\(found.map(\.description))")
        #expect(found.allSatisfy { $0.line != nil && $0.element != nil })
    }

    @Test func `a condition that is missing beside others is a warning, and one that is never asked too`() throws {
        let content = """
            \(Sketch.graph("s-x x-b a-e b-e"))<userTask id="a"/>
            <sequenceFlow id="f" sourceRef="x" targetRef="a"><conditionExpression>ja</conditionExpression></sequenceFlow>
            """
        #expect(try BpmnReading(Sketch.process(content)).check().contains { $0.code == "missing-condition" })

        let idle = content.replacing(
            "<exclusiveGateway id='x' name='x'/>", with: "<exclusiveGateway id='x' default='f'/>")
        #expect(try BpmnReading(Sketch.process(idle)).check().contains { $0.code == "idle-condition" })
    }

    @Test func `a message flow within a pool is an error`() throws {
        let text = Sketch.file(
            """
            <collaboration id="c"><participant id="d" processRef="p"/>
            <messageFlow id="m" sourceRef="a" targetRef="b"/></collaboration>
            <process id="p"><task id="a"/><task id="b"/></process>
            """)
        #expect(try BpmnReading(text).check().contains { $0.code == "message-flow-within-pool" })
    }

    @Test func `a drawing that does not run is spared what only matters when it runs`() throws {
        let content = "<startEvent id='s'><timerEventDefinition/></startEvent>"
        let found = try BpmnReading(Sketch.process(content, isExecutable: false)).check()
        #expect(found.first { $0.code == "timer" }?.severity == .note)
    }
}

/// A model with one flaw each, and the code of that flaw.
enum Flaws {
    static let cases: [(String, String)] = [
        ("<task id='a'/><task id='b'/>\(Sketch.flows("a-b b-a"))", "no-start"),
        ("<task id='a'/><endEvent id='e'/>\(Sketch.flows("a-e"))", "implicit-start"),
        (Sketch.graph("s-a a-b b-a"), "no-end"),
        ("\(Sketch.graph("s-e"))<task id='q'/><task id='r'/>\(Sketch.flows("q-r r-q"))", "unreachable"),
        ("\(Sketch.graph("s-e"))<task id='q'/>", "unreachable"),
        (
            "<startEvent id='s'/><subProcess id='q'><task id='i'/></subProcess>\(Sketch.flows("s-i"))",
            "flow-across-scopes"
        ),
        (
            "<startEvent id='s'/><boundaryEvent id='b' attachedToRef='s'><timerEventDefinition/></boundaryEvent>",
            "boundary-without-host"
        ),
        ("<task id='s'/><boundaryEvent id='b' attachedToRef='s'/>", "boundary-without-trigger"),
        (
            "<task id='s'/><boundaryEvent id='b' attachedToRef='s' cancelActivity='false'><errorEventDefinition/></boundaryEvent>",
            "error-not-interrupting"
        ),
        (
            "<task id='s'/><boundaryEvent id='b' attachedToRef='s'><cancelEventDefinition/></boundaryEvent>",
            "cancel-outside-transaction"
        ),
        (
            "<task id='s'/><boundaryEvent id='b' attachedToRef='s'><compensateEventDefinition/></boundaryEvent>",
            "compensation-without-handler"
        ),
        ("<startEvent id='s'><errorEventDefinition/></startEvent>", "start-trigger"),
        ("<subProcess id='q'><startEvent id='s'><timerEventDefinition/></startEvent></subProcess>", "start-trigger"),
        ("<intermediateCatchEvent id='w'><errorEventDefinition/></intermediateCatchEvent>", "misplaced-event"),
        ("<intermediateThrowEvent id='w'><terminateEventDefinition/></intermediateThrowEvent>", "misplaced-event"),
        (
            "<task id='s'><multiInstanceLoopCharacteristics><loopCardinality>-1</loopCardinality></multiInstanceLoopCharacteristics></task>",
            "loop-cardinality"
        ),
        (Sketch.graph("s-a a-s a-e"), "start-incoming"),
        (Sketch.graph("s-e e-a"), "end-outgoing"),
        ("<endEvent id='e'><cancelEventDefinition/></endEvent>", "cancel-outside-transaction"),
        (Sketch.graph("s-x x-e"), "gateway-one-way"),
        (Sketch.graph("s-x"), "gateway-without-way-out"),
        (Sketch.graph("s-x x-a x-b a-e b-e"), "choice-for-a-person"),
        (Sketch.graph("s-x x-a x-b a-e b-e"), "unnamed-way"),
        ("<eventBasedGateway id='g'/><task id='a'/><task id='b'/>\(Sketch.flows("g-a g-b"))", "event-gateway"),
        ("<intermediateThrowEvent id='l'><linkEventDefinition name='weg'/></intermediateThrowEvent>", "link"),
        (
            "<subProcess id='v' triggeredByEvent='true'><startEvent id='s'><timerEventDefinition/></startEvent></subProcess><task id='a'/>\(Sketch.flows("a-v"))",
            "event-sub-process"
        ),
        ("<task id='a' isForCompensation='true'/><task id='b'/>\(Sketch.flows("b-a"))", "compensation-flow"),
        ("<task id='a' startQuantity='0'/>", "quantity"),
        ("<task id='a'><standardLoopCharacteristics loopMaximum='-1'/></task>", "quantity"),
        ("<task id='a'><multiInstanceLoopCharacteristics/></task>", "loop-without-measure"),
        ("<startEvent id='s'><timerEventDefinition/></startEvent>", "timer"),
        (
            "<startEvent id='s'><timerEventDefinition><timeDuration>14 dagen</timeDuration></timerEventDefinition></startEvent>",
            "timer"
        ),
        ("<startEvent id='s'><messageEventDefinition/></startEvent>", "unnamed-message"),
        ("<serviceTask id='a'/>", "unnamed-work"),
        ("<businessRuleTask id='a'/>", "unnamed-decision"),
        ("<scriptTask id='a'/>", "empty-script"),
        ("<callActivity id='a'/>", "unnamed-call"),
        ("<callActivity id='a' calledElement='elders'/>", "call-elsewhere"),
        (
            "<laneSet><lane id='l'><flowNodeRef>a</flowNodeRef></lane><lane id='m'><flowNodeRef>a</flowNodeRef></lane></laneSet><task id='a'/>",
            "two-lanes"
        ),
        ("<adHocSubProcess id='q'><startEvent id='s'/></adHocSubProcess>", "ad-hoc"),
        ("<startEvent id='s'/><startEvent id='t'/>", "several-plain-starts"),
    ]
}
