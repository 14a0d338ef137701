import Bpmn
import Testing

/// Where an instance stands in its drawing: what it came past, what can still come, and what cannot any more.
@Suite struct StandingTests {
    private func standing(
        _ content: String, here: Set<ElementID>, known: Set<ElementID> = [], jumped: Set<ElementID> = []
    ) throws -> Standing {
        let process = try #require(try BpmnReading(Sketch.process(content)).definitions.processes.first)
        return Standing(process.scope, here: here, known: known, jumped: jumped)
    }

    @Test func `the way back is certain as long as there is one way in`() throws {
        let flows = Sketch.graph("s-a a-x x-b x-c b-m c-m m-d d-e")
        let before = try standing(flows, here: ["c"])
        #expect(before.passed == ["s", "a", "x"])
        #expect(before.ahead == ["m", "d", "e"])
        #expect(try standing(flows, here: ["d"]).passed == ["m"])
        #expect(try standing(flows, here: ["d"], known: ["b"]).passed == ["m", "s", "a", "x"])
    }

    @Test func `a step to which a person went past the drawing tells nothing of what lies before it`() throws {
        #expect(try standing(Sketch.graph("s-a a-b b-e"), here: ["b"], jumped: ["b"]).passed == [])
    }

    @Test func `what leads back can come again, and so can what hangs on an edge or begins by an event`() throws {
        #expect(try standing(Sketch.graph("s-a a-x x-a x-e"), here: ["x"]).ahead == ["a", "x", "e"])
        let content =
            Sketch.graph("s-a a-e") + "<boundaryEvent id='t' attachedToRef='a'><timerEventDefinition/></boundaryEvent>"
            + "<task id='b9'/>" + Sketch.flows("t-b9")
            + "<subProcess id='v' triggeredByEvent='true'>\(Sketch.graph("s1-a1"))</subProcess>"
        let ahead = try standing(content, here: ["a"]).ahead
        #expect(ahead == ["e", "t", "b9", "v", "s1", "a1"])
    }

    @Test func `inside a sub-process what comes after it still comes, and before it was left nothing of it was done`()
        throws
    {
        let content =
            Sketch.graph("s-a") + "<subProcess id='v'>\(Sketch.graph("s1-a1 a1-a2"))</subProcess><endEvent id='e'/>"
            + Sketch.flows("a-v v-e")
        let inside = try standing(content, here: ["a1"])
        #expect(inside.passed == ["s1", "a", "s"])
        #expect(inside.ahead == ["a2", "e"])
        #expect(try standing(content, here: ["a"]).ahead == ["v", "s1", "a1", "a2", "e"])
    }
}
