import Basics
import Bpmn
import Testing

/// The lines of a layout: whoever follows one comes out where it leads.
@Suite struct FlowLinesTests {
    @Test func `lines that have neither end in common never lie on each other, and none runs through a node`() throws {
        for seed in 0..<120 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let model = RandomModel(&random)
            let definitions = try BpmnReading(Sketch.process(model.text)).definitions
            FlowLines(definitions).check("seed \(seed): \(model.text)")
        }
    }

    @Test func `what crosses over to each other's row is drawn beside each other`() throws {
        for flows in [
            "a-x b-y", "s-a s-b a-c a-d b-c b-d c-e d-e", "s-x x-a x-b a-y b-z y-c z-c x-z", "s-a a-b b-a b-e",
        ] {
            let definitions = try BpmnReading(Sketch.process(Sketch.graph(flows))).definitions
            FlowLines(definitions).check("\(flows)")
        }
    }

    @Test func `two flows between the same nodes are two lines`() throws {
        let twice =
            "<sequenceFlow id='f1' name='ja' sourceRef='x' targetRef='a'/>"
            + "<sequenceFlow id='f2' name='nee' sourceRef='x' targetRef='a'/>"
        let definitions = try BpmnReading(Sketch.process(Sketch.graph("s-x a-e") + twice)).definitions
        let diagram = definitions.laidOut()
        let lines = diagram.edges.filter { ["f1", "f2"].contains($0.element.text) }
        #expect(Set(lines.flatMap { $0.points.map(\.y) }).count > 1)
        let names = lines.compactMap { $0.label?.bounds }
        #expect(names.count == 2 && names[0].y != names[1].y)
        FlowLines(definitions).check("twins")
    }

    @Test func `events on one edge each lead off on a level of their own`() throws {
        let events = (1...4).map {
            "<boundaryEvent id='t\($0)' attachedToRef='a'><timerEventDefinition/></boundaryEvent><userTask id='b\($0)'/>"
        }
        let flows = Sketch.flows("t1-b1 t2-b2 t3-b3 t4-b4 b1-e b2-e b3-e b4-a")
        let definitions = try BpmnReading(Sketch.process(Sketch.graph("s-a a-e") + events.joined() + flows)).definitions
        FlowLines(definitions).check("events")
    }

    @Test func `the names of events on one edge lie neither on each other, nor on a line, nor on the row below`() throws
    {
        let events = (1...3).map {
            "<boundaryEvent id='t\($0)' name='Nog geen antwoord van de klant op brief \($0)' attachedToRef='a'>"
                + "<timerEventDefinition/></boundaryEvent><userTask id='b\($0)'/>"
        }
        let more = "<userTask id='z'/>" + Sketch.flows("s-z z-e t1-b1 t2-b2 t3-b3 b1-e b2-e b3-e")
        let definitions = try BpmnReading(Sketch.process(Sketch.graph("s-a a-e") + events.joined() + more)).definitions
        let diagram = definitions.laidOut()
        let names = diagram.shapes.compactMap { $0.label?.bounds }
        #expect(names.count == 3)
        for (index, name) in names.enumerated() {
            for other in names[(index + 1)...] { #expect(name.right <= other.x || other.right <= name.x) }
            for shape in diagram.shapes where shape.label == nil {
                let isClear =
                    name.right <= shape.bounds.x || shape.bounds.right <= name.x || name.bottom <= shape.bounds.y
                    || shape.bounds.bottom <= name.y
                #expect(isClear, "\(shape.element)")
            }
            for edge in diagram.edges {
                for (from, to) in zip(edge.points, edge.points.dropFirst()) {
                    let isClear =
                        max(from.x, to.x) <= name.x || name.right <= min(from.x, to.x)
                        || max(from.y, to.y) <= name.y || name.bottom <= min(from.y, to.y)
                    #expect(isClear, "\(edge.element)")
                }
            }
        }
    }
}

/// A process by chance: nodes, events on their edges, flows also back and twice, in lanes or without.
struct RandomModel {
    let text: String

    init(_ random: inout SeededRandom) {
        let count = Int.random(in: 2...16, using: &random)
        let events = (0..<Int.random(in: 0...4, using: &random)).map { number in
            "<boundaryEvent id='v\(number)' attachedToRef='n\(Int.random(in: 0..<count, using: &random))'>"
                + "<timerEventDefinition/></boundaryEvent>"
        }
        let flows = (0..<Int.random(in: 1...30, using: &random)).map { number in
            let isOfEvent = !events.isEmpty && Int.random(in: 0..<6, using: &random) == 0
            let source =
                isOfEvent
                ? "v\(Int.random(in: 0..<events.count, using: &random))"
                : "n\(Int.random(in: 0..<count, using: &random))"
            let name = Bool.random(using: &random) ? " name='weg \(number)'" : ""
            return "<sequenceFlow id='f\(number)'\(name) sourceRef='\(source)' "
                + "targetRef='n\(Int.random(in: 0..<count, using: &random))'/>"
        }
        let lanes = Bool.random(using: &random) ? Self.lanes(count, &random) : ""
        text = lanes + (0..<count).map { "<userTask id='n\($0)'/>" }.joined() + events.joined() + flows.joined()
    }

    private static func lanes(_ count: Int, _ random: inout SeededRandom) -> String {
        let places = (0..<count).map { _ in Int.random(in: 0..<3, using: &random) }
        let lanes = (0..<3).map { lane in
            "<lane id='l\(lane)'>"
                + places.indices.filter { places[$0] == lane }.map { "<flowNodeRef>n\($0)</flowNodeRef>" }.joined()
                + "</lane>"
        }
        return "<laneSet>\(lanes.joined())</laneSet>"
    }
}

/// Looks over the lines of a layout, stretch by stretch.
struct FlowLines {
    struct Stretch {
        var flow: SequenceFlow
        var from: Point
        var to: Point
    }

    private let stretches: [Stretch]
    private let boxes: [(ElementID, Bounds)]

    init(_ definitions: Definitions) {
        let diagram = definitions.laidOut()
        let flows = definitions.processes.flatMap { $0.scope.allScopes.flatMap(\.flows.all) }
        let lines = Dictionary(diagram.edges.map { ($0.element, $0.points) }) { first, _ in first }
        stretches = flows.flatMap { flow -> [Stretch] in
            let points = lines[ElementID(flow.id)] ?? []
            return zip(points, points.dropFirst()).map { Stretch(flow: flow, from: $0, to: $1) }
        }
        let nodes = Set(definitions.processes.flatMap(\.scope.nodes.all).map(\.id))
        boxes = diagram.shapes.filter { nodes.contains($0.element) }.map { ($0.element, $0.bounds) }
    }

    func check(_ comment: Comment) {
        for (index, one) in stretches.enumerated() {
            #expect(one.from.x == one.to.x || one.from.y == one.to.y, comment)
            for (id, box) in boxes {
                #expect(!one.runs(through: box), "\(one.flow.id) runs through \(id); \(comment)")
            }
            for other in stretches[(index + 1)...]
            where one.flow.source != other.flow.source && one.flow.target != other.flow.target {
                #expect(!one.lies(on: other), "\(one.flow.id) lies on \(other.flow.id); \(comment)")
            }
        }
    }
}

extension FlowLines.Stretch {
    private var box: Bounds {
        Bounds(min(from.x, to.x), min(from.y, to.y), abs(from.x - to.x), abs(from.y - to.y))
    }

    func runs(through node: Bounds) -> Bool {
        box.x < node.right - 1 && node.x + 1 < box.right && box.y < node.bottom - 1 && node.y + 1 < box.bottom
    }

    /// Whether both run along the same line for a while.
    func lies(on other: Self) -> Bool {
        let (mine, theirs) = (box, other.box)
        if mine.width == 0, theirs.width == 0, abs(mine.x - theirs.x) < 1 {
            return min(mine.bottom, theirs.bottom) - max(mine.y, theirs.y) > 0.5
        }
        guard mine.height == 0, theirs.height == 0, abs(mine.y - theirs.y) < 1 else { return false }
        return min(mine.right, theirs.right) - max(mine.x, theirs.x) > 0.5
    }
}
