import Basics
import Bpmn
import Testing

/// Files whose diagram shows a part of what it should.
@Suite struct PartialDiagramTests {
    private static let text = Sketch.file(
        """
        <process id='p'>\(Sketch.graph("s-a a-b b-e"))<boundaryEvent id='r' name='Te laat' attachedToRef='a'><timerEventDefinition/></boundaryEvent></process>
        <BPMNDiagram id='d'><BPMNPlane bpmnElement='p'><BPMNShape bpmnElement='a'><Bounds x='300' y='200' width='100' height='80'/></BPMNShape></BPMNPlane></BPMNDiagram>
        """)

    @Test func `what a diagram leaves out is drawn below it, with its flows`() throws {
        let definitions = try BpmnReading(Self.text).definitions
        let diagram = BpmnDrawing(definitions).diagram
        let places = Dictionary(uniqueKeysWithValues: diagram.shapes.map { ($0.element.text, $0.bounds) })

        #expect(Set(places.keys) == ["s", "a", "b", "e", "r"])
        #expect(places["a"] == Bounds(300, 200, 100, 80))
        for node in ["s", "b", "e"] { #expect((places[node]?.y ?? 0) > 280) }
        #expect(places["r"]?.bottom == 298)
        #expect(Set(diagram.edges.map(\.element.text)) == ["s-a", "a-b", "b-e"])
    }

    @Test func `what is left out is told with names`() throws {
        let flaw = try #require(try BpmnReading(Self.text).diagnostics.first { $0.code == "partial-diagram" })
        #expect(flaw.severity == .warning && flaw.line != nil)
        for name in ["\"s\"", "\"b\"", "\"e\"", "\"Te laat\""] { #expect(flaw.message.description.contains(name)) }
    }

    @Test func `the inside of a sub-process that is drawn closed is left out on purpose`() throws {
        let text = Sketch.file(
            """
            <process id='p'><subProcess id='q'><task id='i'/></subProcess></process>
            <BPMNDiagram id='d'><BPMNPlane bpmnElement='p'><BPMNShape bpmnElement='q' isExpanded='false'><Bounds x='0' y='0' width='100' height='80'/></BPMNShape></BPMNPlane></BPMNDiagram>
            """)
        let reading = try BpmnReading(text)
        #expect(!reading.diagnostics.contains { $0.code == "partial-diagram" })
        #expect(BpmnDrawing(reading.definitions).diagram.shapes.map(\.element.text) == ["q"])
    }
}
