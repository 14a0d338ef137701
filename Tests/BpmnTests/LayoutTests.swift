import Basics
import Bpmn
import Testing

/// What holds for every layout.
enum LayoutRules {
    static func check(_ definitions: Definitions, _ comment: Comment? = nil) throws {
        let diagram = definitions.laidOut()
        let shapes = Dictionary(diagram.shapes.map { ($0.element, $0.bounds) }) { first, _ in first }
        let edges = Set(diagram.edges.map(\.element))
        for scope in definitions.processes.flatMap({ $0.scope.allScopes }) {
            let nodes = scope.nodes.filter { if case .boundary = $0.kind { false } else { true } }
            for node in scope.nodes { #expect(shapes[node.id] != nil, "\(node.id) has no place") }
            for flow in scope.flows where scope.nodes[flow.source] != nil && scope.nodes[flow.target] != nil {
                #expect(edges.contains(ElementID(flow.id)), "\(flow.id) is not drawn")
            }
            let places = nodes.compactMap { shapes[$0.id] }
            for (index, one) in places.enumerated() {
                for other in places[(index + 1)...] { #expect(!one.overlaps(other), comment) }
            }
        }
    }
}

extension Bounds {
    fileprivate func overlaps(_ other: Bounds) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}

@Suite struct LayoutTests {
    @Test func `a process without a diagram runs from left to right`() throws {
        let definitions = try BpmnReading(Sketch.process(Sketch.graph("s-a a-x x-b x-c b-y c-y y-e"))).definitions
        let diagram = definitions.laidOut()
        let x = Dictionary(uniqueKeysWithValues: diagram.shapes.map { ($0.element.text, $0.bounds.x) })

        for (one, other) in [("s", "a"), ("a", "x"), ("x", "b"), ("x", "c"), ("b", "y"), ("c", "y"), ("y", "e")] {
            #expect(x[one, default: 0] < x[other, default: 0])
        }
        try LayoutRules.check(definitions)
    }

    @Test func `lines only run level and steep, and not through other nodes`() throws {
        let definitions = try BpmnReading(Sketch.process(Sketch.graph("s-x x-a x-b x-e a-c c-e b-e b-x"))).definitions
        let diagram = definitions.laidOut()
        for edge in diagram.edges {
            for (from, to) in zip(edge.points, edge.points.dropFirst()) {
                #expect(from.x == to.x || from.y == to.y)
                let middle = Point((from.x + to.x) / 2, (from.y + to.y) / 2)
                for shape in diagram.shapes {
                    let inside =
                        shape.bounds.x < middle.x && middle.x < shape.bounds.right
                        && shape.bounds.y < middle.y && middle.y < shape.bounds.bottom
                    #expect(!inside, "\(edge.element) runs through \(shape.element)")
                }
            }
        }
    }

    @Test func `a diagram that was made can be written, and is read back as it was`() throws {
        let bare = try BpmnReading(Sketch.process(Sketch.graph("s-x x-a x-b a-e b-e b-x"))).definitions
        let again = try BpmnReading(bare.withDiagram().written())

        #expect(again.diagnostics == [])
        #expect(again.definitions.diagrams.first?.shapes.map(\.bounds) == bare.laidOut().shapes.map(\.bounds))
        #expect(again.definitions.diagrams.first?.edges.map(\.points) == bare.laidOut().edges.map(\.points))
        #expect(again.definitions.withDiagram() == again.definitions)
    }

    @Test func `any graph is laid out, with loops and loose ends`() throws {
        for seed in 0..<40 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let count = Int.random(in: 2...14, using: &random)
            let flows = (0..<Int.random(in: 1...25, using: &random)).map { _ in
                "n\(Int.random(in: 0..<count, using: &random))-n\(Int.random(in: 0..<count, using: &random))"
            }
            let definitions = try BpmnReading(Sketch.process(Sketch.graph(Set(flows).sorted().joined(separator: " "))))
                .definitions
            try LayoutRules.check(definitions, "seed \(seed)")
            for process in definitions.processes {
                #expect(
                    ProcessOutline(process).elements.sorted() == process.scope.allNodes.map(\.id).sorted(),
                    "seed \(seed)")
            }
        }
    }

    @Test(.timeLimit(.minutes(2))) func `a long chain and a dense knot are laid out without hanging`() throws {
        let chain = (0..<1000).map { "n\($0)-n\($0 + 1)" }.joined(separator: " ")
        let knot = (0..<40).flatMap { from in (0..<40).map { "n\(from)-n\($0)" } }.joined(separator: " ")
        for flows in [chain, knot] {
            let definitions = try BpmnReading(Sketch.process(Sketch.graph(flows))).definitions
            #expect(definitions.laidOut().shapes.count == definitions.processes.flatMap(\.scope.allNodes).count)
            for process in definitions.processes {
                #expect(Set(ProcessOutline(process).elements) == Set(process.scope.allNodes.map(\.id)))
            }
        }
    }
}
