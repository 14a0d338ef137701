import Basics
import Testing
import Xml

@testable import Bpmn

@Suite("A choice added to a drawing")
struct AddedChoiceTests {
    private func drawing(_ inside: String, diagram: String = "") throws -> Definitions {
        try BpmnReading(
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" \
            xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="x"><bpmn:process id="p" isExecutable="true">
            \(inside)</bpmn:process>\(diagram)</bpmn:definitions>
            """
        ).definitions
    }

    private let line = """
        <bpmn:laneSet id="l"><bpmn:lane id="team"><bpmn:flowNodeRef>bel</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
        <bpmn:startEvent id="begin"/><bpmn:userTask id="bel" name="Bel"/><bpmn:userTask id="schrijf" name="Schrijf"/>
        <bpmn:userTask id="regeling" name="Regeling"/><bpmn:endEvent id="klaar"/>
        <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="bel"/>
        <bpmn:sequenceFlow id="f2" sourceRef="bel" targetRef="schrijf"/>
        <bpmn:sequenceFlow id="terug" sourceRef="schrijf" targetRef="bel"/>
        <bpmn:sequenceFlow id="f3" sourceRef="schrijf" targetRef="regeling"/>
        <bpmn:sequenceFlow id="f4" sourceRef="regeling" targetRef="klaar"/>
        """

    private func choice(_ step: ElementID, _ other: ElementID) -> AddedChoice {
        AddedChoice(
            before: step, to: other, question: "Gaat het anders?", asDrawn: "nee", elsewhere: "ja",
            because: "Zes keer weken mensen hier af.")
    }

    @Test func `all that led to the step leads to a choice, in its own lane, with both ways and without a condition`()
        throws
    {
        let new = try BpmnReading(try drawing(line).adding(choice("bel", "regeling"))).definitions
        let scope = try #require(new.processes.first?.scope)
        #expect(scope.incoming(of: "keuze-voor-bel").map(\.source) == ["begin", "schrijf"])
        #expect(scope.incoming(of: "bel").map(\.source) == ["keuze-voor-bel"])
        #expect(scope.outgoing(of: "bel").map(\.target) == ["schrijf"])
        let ways = scope.outgoing(of: "keuze-voor-bel")
        #expect(Set(ways.map(\.target)) == ["bel", "regeling"])
        #expect(ways.allSatisfy { $0.condition == nil && $0.name != nil })
        #expect(scope.nodes["keuze-voor-bel"]?.lane == "team")
        #expect(scope.nodes["keuze-voor-bel"]?.documentation == ["Zes keer weken mensen hier af."])
    }

    private let nested = """
        <bpmn:startEvent id="begin"/><bpmn:subProcess id="fase" name="Fase"><bpmn:startEvent id="s"/>
        <bpmn:userTask id="bel" name="Bel"/><bpmn:endEvent id="e"/>
        <bpmn:sequenceFlow id="i1" sourceRef="s" targetRef="bel"/><bpmn:sequenceFlow id="i2" sourceRef="bel" targetRef="e"/>
        </bpmn:subProcess><bpmn:userTask id="toezicht" name="Toezicht"/><bpmn:endEvent id="klaar"/>
        <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="fase"/>
        <bpmn:sequenceFlow id="f2" sourceRef="fase" targetRef="toezicht"/>
        <bpmn:sequenceFlow id="f3" sourceRef="toezicht" targetRef="klaar"/>
        """

    @Test func `to a step around the sub-process the choice leads out by an escalation that its edge catches`() throws {
        let reading = try BpmnReading(try drawing(nested).adding(choice("bel", "toezicht")))
        let outer = try #require(reading.definitions.processes.first?.scope)
        let inner = try #require(outer.nodes["fase"]?.innerScope)
        #expect(Set(inner.outgoing(of: "keuze-voor-bel").map(\.target)) == ["bel", "einde-bel-toezicht"])
        #expect(outer.outgoing(of: "rand-bel-toezicht").map(\.target) == ["toezicht"])
        #expect(Set(outer.incoming(of: "toezicht").map(\.source)) == ["fase", "rand-bel-toezicht"])
        #expect(reading.check().filter { $0.severity == .error } == [])
    }

    @Test func `no choice leads into a sub-process from outside`() throws {
        #expect(throws: AddedChoice.Refusal.differentScopes) { try drawing(nested).adding(choice("toezicht", "bel")) }
    }

    @Test func `where facts tell when, the other way has that as its condition and the drawn way is for all else`()
        throws
    {
        var asked = choice("bel", "regeling")
        asked.condition = "pogingen >= 3"
        let new = try BpmnReading(try drawing(line).adding(asked))
        let scope = try #require(new.definitions.processes.first?.scope)
        let other = try #require(scope.outgoing(of: "keuze-voor-bel").first { $0.target == "regeling" })
        #expect(other.condition?.text == "=pogingen >= 3")
        #expect(
            scope.nodes["keuze-voor-bel"]?.defaultFlow
                == scope.outgoing(of: "keuze-voor-bel").first { $0.id != other.id }?.id)
        #expect(new.check().filter { $0.severity == .error } == [])
    }

    @Test func `the step and what lies behind it make room, and every flow ends where it leads`() throws {
        let shapes = [("begin", 0), ("bel", 100), ("schrijf", 250), ("regeling", 400), ("klaar", 550)].map {
            """
            <bpmndi:BPMNShape id="s-\($0.0)" bpmnElement="\($0.0)">\
            <dc:Bounds x="\($0.1)" y="100" width="100" height="80"/></bpmndi:BPMNShape>
            """
        }.joined()
        let edge = """
            <bpmndi:BPMNEdge id="e" bpmnElement="f1"><di:waypoint x="60" y="140"/><di:waypoint x="100" y="140"/></bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="t" bpmnElement="terug"><di:waypoint x="300" y="100"/><di:waypoint x="300" y="60"/>\
            <di:waypoint x="150" y="60"/><di:waypoint x="150" y="100"/></bpmndi:BPMNEdge>
            """
        let diagram =
            "<bpmndi:BPMNDiagram id=\"d\"><bpmndi:BPMNPlane id=\"v\" bpmnElement=\"p\">\(shapes)\(edge)</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
        let new = try BpmnReading(try drawing(line, diagram: diagram).adding(choice("bel", "regeling"))).definitions
        let drawn = try #require(new.diagrams.first)
        let moved = try #require(drawn.shapes.first { $0.element == "bel" }?.bounds.x)
        #expect(moved >= 200)
        #expect(drawn.shapes.first { $0.element == "schrijf" }?.bounds.x == moved + 150)
        let gateway = try #require(drawn.shapes.first { $0.element == "keuze-voor-bel" }?.bounds)
        #expect(gateway.x > 100 && gateway.right < moved)
        func points(of flow: String) -> [Point] { drawn.edges.first { $0.element.text == flow }?.points ?? [] }
        #expect(points(of: "f1") == [Point(60, 140), Point(gateway.x, 140)])
        #expect(points(of: "terug").last == Point(gateway.center.x, gateway.y))
        #expect(points(of: "van-keuze-voor-bel-naar-bel") == [Point(gateway.right, 140), Point(moved, 140)])
        #expect(drawn.edges.count == 4)
    }

    @Test func `the question and the names of the ways stand clear of the steps, of the lines and of each other`()
        throws
    {
        let places = [("begin", 0), ("bel", 100), ("schrijf", 250), ("regeling", 400), ("klaar", 550)].map {
            "<BPMNShape id='s-\($0.0)' bpmnElement='\($0.0)'><Bounds x='\($0.1)' y='100' width='100' height='80'/></BPMNShape>"
        }
        let diagram =
            "<bpmndi:BPMNDiagram id='d'><bpmndi:BPMNPlane id='v' bpmnElement='p'>"
            + places.joined().replacing("BPMNShape", with: "bpmndi:BPMNShape").replacing("<Bounds", with: "<dc:Bounds")
            + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
        let wide = AddedChoice(
            before: "bel", to: "regeling", question: "Heeft de debiteur al een betalingsregeling?",
            asDrawn: "nee, nog geen regeling", elsewhere: "ja, er loopt een regeling", because: "het gebeurde vaak")
        let drawn = try #require(
            try BpmnReading(try drawing(line, diagram: diagram).adding(wide)).definitions.diagrams.first)

        let names = (drawn.shapes.map(\.label) + drawn.edges.map(\.label)).compactMap { $0?.bounds }
        #expect(names.count == 3)
        let boxes = drawn.shapes.map(\.bounds)
        let lines = drawn.edges.flatMap { zip($0.points, $0.points.dropFirst()).map { ($0, $1) } }
        for (index, name) in names.enumerated() {
            #expect(!(boxes + names[(index + 1)...]).contains { $0.covers(name) })
            for (from, to) in lines {
                let stretch = Bounds(min(from.x, to.x), min(from.y, to.y), abs(from.x - to.x), abs(from.y - to.y))
                #expect(!stretch.covers(name))
                #expect(!boxes.contains { $0.covers(stretch) })
            }
        }
    }

    @Test func `where no choice can be drawn by itself it says why`() throws {
        let drawing = try drawing(line)
        #expect(throws: AddedChoice.Refusal.noSuchStep) { try drawing.adding(choice("bel", "weg")) }
        #expect(throws: AddedChoice.Refusal.noWayIn) { try drawing.adding(choice("begin", "bel")) }
        #expect(throws: AddedChoice.Refusal.noWayIn) { try drawing.adding(choice("bel", "bel")) }
    }
}

extension Bounds {
    fileprivate func covers(_ other: Bounds) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}
