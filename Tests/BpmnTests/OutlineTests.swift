import Basics
import Bpmn
import Testing

@Suite struct OutlineTests {
    private func story(_ flows: String, extra: String = "") throws -> [String] {
        let process = try #require(
            try BpmnReading(Sketch.process(Sketch.graph(flows) + extra)).definitions.processes.first)
        return OutlineStory(ProcessOutline(process)).lines
    }

    @Test func `steps in a row are a plain list`() throws {
        #expect(try story("s-a a-b b-e") == ["s", "a", "b", "e", "over"])
    }

    @Test func `ways that part are branches, and the list goes on where they meet`() throws {
        #expect(
            try story("s-x1 x1-a x1-b a-x2 b-x2 x2-e") == [
                "s", "x1", "  oneOf x1-a", "    a", "    joins x2", "  oneOf x1-b", "    b", "    joins x2", "x2", "e",
                "over",
            ])
    }

    @Test func `a way back says where it goes`() throws {
        #expect(
            try story("s-a a-x x-a x-e") == [
                "s", "a", "x", "  oneOf x-a", "    goesBack a", "  oneOf x-e", "    joins e", "e", "over",
            ])
    }

    @Test func `ways at the same time say so`() throws {
        let lines = try story("s-y1 y1-a y1-b a-y2 b-y2 y2-e")
        #expect(lines.filter { $0.contains("allOf") }.count == 2)
        #expect(lines.suffix(3) == ["y2", "e", "over"])
    }

    @Test func `a boundary event stands beside its host, with where it leads`() throws {
        let extra =
            "<boundaryEvent id='t' attachedToRef='a'><timerEventDefinition/></boundaryEvent><task id='b9'/>"
            + Sketch.flows("t-b9 b9-e")
        #expect(
            try story("s-a a-e", extra: extra) == [
                "s", "a", "  meanwhile, interrupting", "    t", "    b9", "    joins e", "e", "over",
            ])
    }

    @Test func `the main path comes first: what an exception shares with it is told there`() throws {
        let extra =
            "<boundaryEvent id='t' attachedToRef='a'><timerEventDefinition/></boundaryEvent><task id='b9'/>"
            + Sketch.flows("t-b9 b9-d d-e")
        #expect(
            try story("s-a a-c c-d", extra: extra + "<endEvent id='e'/>") == [
                "s", "a", "  meanwhile, interrupting", "    t", "    b9", "    joins d", "c", "d", "e", "over",
            ])
    }

    @Test func `an exception that leads back before its step says so`() throws {
        let extra =
            "<boundaryEvent id='t' attachedToRef='b'><timerEventDefinition/></boundaryEvent>" + Sketch.flows("t-a")
        #expect(
            try story("s-a a-b b-e", extra: extra) == [
                "s", "a", "b", "  meanwhile, interrupting", "    t", "    goesBack a", "e", "over",
            ])
    }

    @Test func `ways and starts follow the drawing from top to bottom`() throws {
        let text = Sketch.process(Sketch.graph("s-x x-a x-b a-e b-e") + "<startEvent id='s0'/>" + Sketch.flows("s0-a"))
        let places = ["s": 100, "s0": 0, "x": 100, "a": 300, "b": 100, "e": 100].map {
            "<BPMNShape bpmnElement='\($0.key)'><Bounds x='0' y='\($0.value)' width='50' height='50'/></BPMNShape>"
        }
        let drawn = text.replacing(
            "</definitions>",
            with:
                "<BPMNDiagram id='d'><BPMNPlane bpmnElement='p'>\(places.joined())</BPMNPlane></BPMNDiagram></definitions>"
        )
        let definitions = try BpmnReading(drawn).definitions
        let process = try #require(definitions.processes.first)
        let lines = OutlineStory(ProcessOutline(process, drawn: definitions.diagrams.first)).lines

        #expect(
            lines == [
                "s0", "a", "e", "over", "s", "x", "  oneOf x-b", "    b", "    joins e", "  oneOf x-a", "    joins a",
                "over",
            ])
    }

    @Test func `event sub-processes come after all else that stands apart`() throws {
        let extra =
            "<subProcess id='v' triggeredByEvent='true'>\(Sketch.graph("s1-a1"))</subProcess>"
            + "<task id='h' isForCompensation='true'/>"
        #expect(try story("s-e", extra: extra).filter { ["v", "h"].contains($0) } == ["h", "v"])
    }

    @Test func `sub-processes are lists of their own, and what stands apart comes last`() throws {
        let extra = "<subProcess id='v' triggeredByEvent='true'>\(Sketch.graph("s1-a1"))</subProcess>"
        #expect(
            try story("s-e", extra: extra) == [
                "s", "e", "over", "apart", "v", "  inside", "    s1", "    a1", "    over", "over",
            ])
    }

    @Test func `lane, way, data and remarks are told with the step`() throws {
        let process = try #require(
            try Sketch.read(
                """
                <laneSet><lane id="l" name="Schuldhulp"><flowNodeRef>b</flowNodeRef></lane></laneSet>
                <startEvent id="a"/><task id="b"><dataInputAssociation id="i"><sourceRef>d</sourceRef><targetRef>x</targetRef>
                </dataInputAssociation></task><dataObjectReference id="d" name="Dossier"/>
                <sequenceFlow id="f" name="ja" sourceRef="a" targetRef="b"><conditionExpression>saldo > 0</conditionExpression></sequenceFlow>
                <textAnnotation id="r"><text>Bel eerst</text></textAnnotation><association id="q" sourceRef="b" targetRef="r"/>
                """
            ).definitions.processes.first)
        let step = try #require(ProcessOutline(process).beginnings.first?.steps.last)

        #expect(step.lane == "Schuldhulp")
        #expect(step.arrivedBy?.name == "ja")
        #expect(step.arrivedBy?.condition == "saldo > 0")
        #expect(step.reads == ["Dossier"])
        #expect(step.remarks == ["Bel eerst"])
    }
}

/// An outline as indented lines.
struct OutlineStory {
    var lines: [String] = []

    init(_ outline: ProcessOutline) {
        for passage in outline.beginnings { add(passage, "") }
        if !outline.apart.isEmpty { lines.append("apart") }
        for passage in outline.apart { add(passage, "") }
    }

    private mutating func add(_ passage: ProcessOutline.Passage, _ indent: String) {
        for step in passage.steps {
            lines.append(indent + step.id.text)
            if let inside = step.inside {
                lines.append(indent + "  inside")
                lines += OutlineStory(inside).lines.map { indent + "    " + $0 }
            }
            for aside in step.aside {
                lines.append(indent + "  meanwhile" + (aside.isInterrupting ? ", interrupting" : ""))
                add(aside.passage, indent + "    ")
            }
            for branch in step.parting?.branches ?? [] {
                lines.append("\(indent)  \(step.parting.map { "\($0.manner)" } ?? "") \(branch.way.flow)")
                add(branch.passage, indent + "    ")
            }
        }
        switch passage.end {
        case .over: lines.append(indent + "over")
        case .joins(let id): lines.append(indent + "joins \(id)")
        case .goesBack(let id): lines.append(indent + "goesBack \(id)")
        case .jumps(let id): lines.append(indent + "jumps \(id)")
        }
    }
}
