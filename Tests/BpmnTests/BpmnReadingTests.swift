import Basics
import Bpmn
import Testing
import Xml

@Suite struct BpmnReadingTests {
    @Test func `flows are known to their nodes in the order in which the node lists them`() throws {
        let scope = try #require(
            try Sketch.read(
                """
                <startEvent id="s"><outgoing>two</outgoing><outgoing>one</outgoing></startEvent>
                <endEvent id="e"/><sequenceFlow id="one" sourceRef="s" targetRef="e"/>
                <sequenceFlow id="two" sourceRef="s" targetRef="e"/>
                """
            ).definitions.processes.first?.scope)

        #expect(scope.nodes["s"]?.outgoing == ["two", "one"])
        #expect(scope.nodes["e"]?.incoming == ["one", "two"])
        #expect(scope.outgoing(of: "s").map(\.target) == ["e", "e"])
    }

    @Test func `what an event refers to is found wherever it stands and whatever its prefix`() throws {
        let start = try Sketch.node(
            "<startEvent id='n'><messageEventDefinition messageRef='tns:m'/></startEvent>",
            around: "<message id='m' name='VorderingVoldaan'/>")

        guard case .start(let event) = start?.kind, case .one(.message(let use)) = event.triggers else {
            throw Unexpected()
        }
        #expect(use.name == "VorderingVoldaan")
    }

    @Test(arguments: [
        ("<timerEventDefinition><timeDuration>P14D</timeDuration></timerEventDefinition>", "duration P14D"),
        ("<timerEventDefinition><timeDate> 2026-03-01 </timeDate></timerEventDefinition>", "date 2026-03-01"),
        ("<timerEventDefinition><timeCycle>R3/P7D</timeCycle></timerEventDefinition>", "cycle R3/P7D"),
        ("<timerEventDefinition><timeDate/></timerEventDefinition>", "unspecified"),
    ])
    func `a timer is a date, a duration or a cycle`(definition: String, expected: String) throws {
        let node = try Sketch.node("<intermediateCatchEvent id='n'>\(definition)</intermediateCatchEvent>")
        guard case .catching(let event) = node?.kind, case .one(.timer(let rule)) = event.triggers else {
            throw Unexpected()
        }
        let said =
            switch rule {
            case .date(let text): "date \(text.text)"
            case .duration(let text): "duration \(text.text)"
            case .cycle(let text): "cycle \(text.text)"
            case .unspecified: "unspecified"
            }
        #expect(said == expected)
    }

    @Test func `several triggers are any of them, or all of them`() throws {
        let two = "<signalEventDefinition signalRef='g'/><timerEventDefinition/>"
        let any = try Sketch.node("<startEvent id='n'>\(two)</startEvent>", around: "<signal id='g' name='Sein'/>")
        let all = try Sketch.node(
            "<startEvent id='n' parallelMultiple='true'>\(two)</startEvent>", around: "<signal id='g' name='Sein'/>")

        guard case .start(let first) = any?.kind, case .any(let triggers) = first.triggers,
            case .start(let second) = all?.kind, case .all = second.triggers
        else { throw Unexpected() }
        #expect(triggers.count == 2)
    }

    @Test func `an event definition that several events share is found`() throws {
        let node = try Sketch.node(
            "<endEvent id='n'><eventDefinitionRef>x</eventDefinitionRef></endEvent>",
            around: "<error id='f' errorCode='42'/><errorEventDefinition id='x' errorRef='f'/>")
        guard case .end(let event) = node?.kind, case .error(let error) = event.outcomes.first else {
            throw Unexpected()
        }
        #expect(error?.code == "42")
    }

    @Test func `a multi-instance task says how often, over what and until when`() throws {
        let node = try Sketch.node(
            """
            <userTask id="n"><multiInstanceLoopCharacteristics isSequential="true" behavior="One">
              <extensionElements><zeebe:loopCharacteristics inputCollection="=facturen" inputElement="factuur"
                outputCollection="uitslagen" outputElement="=uitslag"/></extensionElements>
              <completionCondition>genoeg</completionCondition>
            </multiInstanceLoopCharacteristics></userTask>
            """)
        guard case .multiInstance(let many) = node?.activity?.loop else { throw Unexpected() }
        #expect(many.isSequential)
        #expect(many.collection?.text == "=facturen")
        #expect(many.elementVariable == "factuur")
        #expect(many.outputCollection == "uitslagen")
        #expect(many.completionCondition?.text == "genoeg")
        #expect(many.behavior == .one(throws: nil))
    }

    @Test func `a sub-process holds a scope, and a boundary event hangs on its host`() throws {
        let scope = try #require(
            try Sketch.read(
                """
                <transaction id="t"><startEvent id="i"/></transaction>
                <boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><timerEventDefinition/></boundaryEvent>
                <adHocSubProcess id="a" ordering="Sequential"><task id="j"/></adHocSubProcess>
                <subProcess id="v" triggeredByEvent="true"/>
                """
            ).definitions.processes.first?.scope)

        #expect(scope.nodes["t"]?.boundary == ["b"])
        #expect(scope.nodes["t"]?.innerScope?.nodes["i"] != nil)
        #expect(scope.allNodes.map(\.id) == ["t", "i", "b", "a", "j", "v"])
        #expect(scope.allScopes.map(\.id) == ["p", "t", "a", "v"])
        guard case .boundary(let event) = scope.nodes["b"]?.kind else { throw Unexpected() }
        #expect(!event.isInterrupting)
    }

    @Test func `a node knows the innermost lane that it stands in`() throws {
        let scope = try #require(
            try Sketch.read(
                """
                <laneSet><lane id="l" name="Bureau"><flowNodeRef>n</flowNodeRef><childLaneSet>
                  <lane id="m" name="Team"><flowNodeRef>n</flowNodeRef></lane></childLaneSet></lane></laneSet>
                <task id="n"/>
                """
            ).definitions.processes.first?.scope)
        #expect(scope.nodes["n"]?.lane == "m")
        #expect(scope.allLanes.map(\.id) == ["l", "m"])
    }

    @Test func `every element knows its line`() throws {
        let reading = try BpmnReading(Sketch.process("\n<task id='a'/>\n\n<task id='b'/>"))
        #expect(reading.definitions.processes.first?.scope.nodes.map(\.line) == [4, 6])
    }

    @Test func `the model is written back as it was read, also after a change`() throws {
        let text = Sketch.process(
            "<!-- why --><task id='a' name='Oud' zeebe:x='1'><documentation>d</documentation></task>")
        let definitions = try BpmnReading(text).definitions
        #expect(try XmlDocument(definitions.written()).root.canonical == XmlDocument(text).root.canonical)

        let edited = try definitions.editing("a") { $0["name"] = "Nieuw & \"beter\"" }
        #expect(edited.definitions.processes.first?.scope.nodes["a"]?.name == "Nieuw & \"beter\"")
        #expect(edited.definitions.written().contains("<!-- why -->"))
    }
}

struct Unexpected: Error {}
