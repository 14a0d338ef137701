import Basics
import Bpmn
import Engine
import Testing

/// What is refused when a model is made ready to run, by name and with what to use instead.
@Suite struct CompilingTests {
    @Test(arguments: [
        ("<scriptTask id=\"x\" scriptFormat=\"groovy\"><script>1</script></scriptTask>", "script-language"),
        ("<businessRuleTask id=\"x\"/>", "rule-without-decision"),
        ("<userTask id=\"x\" startQuantity=\"0\"/>", "quantity"),
        ("<userTask id=\"x\"><standardLoopCharacteristics loopMaximum=\"-1\"/></userTask>", "loop-maximum"),
        ("<userTask id=\"x\"><multiInstanceLoopCharacteristics/></userTask>", "multi-instance"),
        ("<callActivity id=\"x\"/>", "call-without-process"),
        (
            "<intermediateCatchEvent id=\"x\"><timerEventDefinition><timeDuration>morgen</timeDuration></timerEventDefinition></intermediateCatchEvent>",
            "timer"
        ),
        (
            "<userTask id=\"x\"><multiInstanceLoopCharacteristics><loopCardinality>1 +</loopCardinality></multiInstanceLoopCharacteristics></userTask>",
            "formula"
        ),
    ])
    func `what cannot run is refused with its element`(element: String, code: String) throws {
        let body = "<startEvent id=\"b\"/><sequenceFlow id=\"f\" sourceRef=\"b\" targetRef=\"x\"/>" + element
        let (definition, diagnostics) = ProcessDefinition.compile(try Drive.read(body))
        #expect(definition == nil)
        #expect(diagnostics.contains { $0.code == code && $0.element == "x" && $0.line != nil })
    }

    @Test func `the words of Camunda 7 mean the same`() throws {
        var drive = try Drive(
            """
            <startEvent id="b"/><sequenceFlow id="f" sourceRef="b" targetRef="g"/><exclusiveGateway id="g" default="nee"/>
            <sequenceFlow id="ja" sourceRef="g" targetRef="a"><conditionExpression>${soort == 'kort!' &amp;&amp; !klaar &amp;&amp; bedrag != 5}</conditionExpression></sequenceFlow>
            <sequenceFlow id="nee" sourceRef="g" targetRef="z"/><userTask id="z"/>
            <userTask id="a" camunda:formKey="belronde" camunda:candidateGroups="bellers,hulp" camunda:dueDate="P2D" camunda:assignee="${wie}"/>
            """)
        try drive.start(["soort": "kort!", "klaar": false, "bedrag": 6, "wie": "anja"])
        guard case .taskOffered(let offer) = drive.events.last else { return #expect(Bool(false), "no task") }
        #expect(offer.form == "belronde")
        #expect(offer.candidateGroups == ["bellers", "hulp"])
        #expect(offer.assignee == "anja")
        #expect(offer.due?.description == "2026-03-04T09:00:00.000Z")
    }

    @Test func `an expression that calls a program of another house is refused by name`() throws {
        let condition = "<conditionExpression>${boon.magDit(execution)}</conditionExpression>"
        let (definition, diagnostics) = ProcessDefinition.compile(
            try Drive.read(
                """
                <startEvent id="b"/><sequenceFlow id="f" sourceRef="b" targetRef="g"/><exclusiveGateway id="g" default="nee"/>
                <sequenceFlow id="ja" sourceRef="g" targetRef="a">\(condition)</sequenceFlow>
                <sequenceFlow id="nee" sourceRef="g" targetRef="a"/><userTask id="a"/>
                """))
        #expect(definition == nil)
        #expect(
            diagnostics.contains {
                $0.code == "formula" && $0.element == "ja" && $0.message.description.contains("boon.magDit")
                    && $0.message.description.contains("service task")
            })
    }

    @Test func `a lane says whose work it is`() throws {
        var drive = try Drive(
            """
            <laneSet id="ls"><lane id="l" name="Bellers"><flowNodeRef>a</flowNodeRef></lane></laneSet>
            <startEvent id="b"/><sequenceFlow id="f" sourceRef="b" targetRef="a"/><userTask id="a"/>
            """)
        try drive.start()
        guard case .taskOffered(let offer) = drive.events.last else { return #expect(Bool(false), "no task") }
        #expect(offer.lane == "Bellers")
        #expect(offer.candidateGroups == ["Bellers"])
    }

    @Test func `a run in a circle without waiting is an incident`() throws {
        var drive = try Drive(
            """
            <startEvent id="b"/><sequenceFlow id="f" sourceRef="b" targetRef="g"/><exclusiveGateway id="g"/>
            <sequenceFlow id="h" sourceRef="g" targetRef="i"/><exclusiveGateway id="i"/><sequenceFlow id="k" sourceRef="i" targetRef="g"/>
            """)
        var events: [Event] = []
        try drive.instance.perform(.start(), in: drive.library, at: drive.now, into: &events)
        #expect(drive.instance.incidents.map(\.cause) == [.tooMuch(limit: 200_000)])
    }
}
