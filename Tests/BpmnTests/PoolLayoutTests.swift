import Basics
import Bpmn
import Testing

/// Several pools without a diagram: each stands below the former, and messages find their way between them.
@Suite struct PoolLayoutTests {
    private static func file(_ pools: [String], _ messages: String, _ processes: String) throws -> Definitions {
        let participants = pools.map { name in
            "<participant id='\(name)' name='\(name)'"
                + (processes.contains("id='\(name)_p'") ? " processRef='\(name)_p'/>" : "/>")
        }
        let flows = messages.split(separator: " ").map { pair in
            let ends = pair.split(separator: ">")
            return
                "<messageFlow id='\(pair.replacing(">", with: "_"))' name='bericht \(pair.replacing(">", with: " aan "))' "
                + "sourceRef='\(ends[0])' targetRef='\(ends[1])'/>"
        }
        return try BpmnReading(
            Sketch.file("<collaboration id='c'>\((participants + flows).joined())</collaboration>" + processes)
        ).definitions
    }

    private static let trade = """
        <process id='klant_p'>\(Sketch.graph("s-a a-b b-e"))</process>
        <process id='winkel_p'>\(Sketch.graph("s2-c c-x x-d x-f d-e2 f-e2"))</process>
        <process id='bank_p'>\(Sketch.graph("s3-g g-e3"))</process>
        """

    @Test func `each pool stands below the former with room between, and all are as wide as the widest`() throws {
        let diagram = try Self.file(["klant", "bode", "winkel", "bank"], "", Self.trade).laidOut()
        let pools = ["klant", "bode", "winkel", "bank"].compactMap { diagram.place(of: $0) }

        #expect(pools.count == 4)
        for (one, next) in zip(pools, pools.dropFirst()) {
            #expect(next.y >= one.bottom + 40)
            #expect(next.width == one.width)
        }
        #expect((diagram.place(of: "bode")?.height ?? 0) < (diagram.place(of: "winkel")?.height ?? 0))
    }

    @Test func `a message that can go straight does, and bands take it where it comes`() throws {
        let diagram = try Self.file(["klant", "bode"], "a>bode bode>b", Self.trade).laidOut()
        let (there, back) = (diagram.line("a_bode"), diagram.line("bode_b"))

        #expect(there.count == 2 && back.count == 2)
        #expect(there.first?.y == diagram.place(of: "a")?.bottom && there.last?.y == diagram.place(of: "bode")?.y)
        #expect(back.first?.y == diagram.place(of: "bode")?.y && back.last?.y == diagram.place(of: "b")?.bottom)
    }

    @Test func `a message to a pool further on runs outside of the pool between`() throws {
        let diagram = try Self.file(["klant", "winkel", "bank"], "b>g g>a", Self.trade).laidOut()
        let between = try #require(diagram.place(of: "winkel"))
        for line in [diagram.line("b_g"), diagram.line("g_a")] {
            #expect(line.count > 3)
            for (from, to) in zip(line, line.dropFirst()) { #expect(!between.isMet(from, to)) }
        }
    }

    @Test func `messages keep clear of nodes and of each other, and their names of each other`() throws {
        let messages = "a>s2 c>b b>c d>b f>a c>s3 g>c g>f a>bode bode>e b>g"
        let definitions = try Self.file(["klant", "bode", "winkel", "bank"], messages, Self.trade)
        let diagram = definitions.laidOut()
        let lines = messages.split(separator: " ").map { diagram.line(String($0).replacing(">", with: "_")) }
        let nodes = definitions.processes.flatMap(\.scope.allNodes).compactMap { diagram.place(of: $0.id.text) }

        #expect(lines.allSatisfy { $0.count > 1 })
        for (index, line) in lines.enumerated() {
            for (from, to) in zip(line, line.dropFirst()) {
                #expect(from.x == to.x || from.y == to.y)
                #expect(!nodes.contains { $0.isMet(from, to) })
                for other in lines[(index + 1)...] {
                    #expect(!zip(other, other.dropFirst()).contains { Point.lie(from, to, on: $0, $1) })
                }
            }
        }
        let names = diagram.edges.filter { $0.element.text.contains("_") }.compactMap { $0.label?.bounds }
        #expect(names.count == lines.count)
        for (index, one) in names.enumerated() {
            for other in names[(index + 1)...] { #expect(!one.covers(other)) }
        }
    }

    @Test func `the names of many messages between two steps each have a place of their own`() throws {
        let flows = (0..<14).map { number in
            let ends = number.isMultiple(of: 3) ? "sourceRef='c' targetRef='a'" : "sourceRef='a' targetRef='c'"
            return "<messageFlow id='m\(number)' name='Bericht \(number) over de betaling van de factuur' \(ends)/>"
        }
        let pools = "<participant id='klant' processRef='klant_p'/><participant id='winkel' processRef='winkel_p'/>"
        let diagram = try BpmnReading(
            Sketch.file("<collaboration id='k'>\(pools)\(flows.joined())</collaboration>" + Self.trade)
        ).definitions.laidOut()
        let names = diagram.edges.filter { $0.element.text.hasPrefix("m") }.compactMap { $0.label?.bounds }
        #expect(names.count == flows.count)
        for (index, one) in names.enumerated() {
            for other in names[(index + 1)...] { #expect(!one.covers(other)) }
        }
    }

    @Test func `the name of an event from which a message leads down makes room above it`() throws {
        let diagram = try Self.file(["klant", "bode"], "e>bode", Self.trade).laidOut()
        let (event, name) = (diagram.place(of: "e"), diagram.shapes.first { $0.element.text == "e" }?.label?.bounds)
        #expect((name?.bottom ?? .infinity) < (event?.y ?? 0))
    }

    @Test func `several processes without pools are all drawn, below each other`() throws {
        let diagram = try BpmnReading(Sketch.file(Self.trade)).definitions.laidOut()
        #expect(Set(["a", "c", "g"]).isSubset(of: diagram.shapes.map(\.element.text)))
        #expect((diagram.place(of: "a")?.bottom ?? 0) < (diagram.place(of: "c")?.y ?? 0))
        #expect((diagram.place(of: "f")?.bottom ?? 0) < (diagram.place(of: "g")?.y ?? 0))
    }

    @Test func `a process that no diagram shows is drawn below the one that is shown, but not one in a closed pool`()
        throws
    {
        let drawn = """
            <BPMNDiagram id='d'><BPMNPlane bpmnElement='klant_p'>\(["s", "a", "b", "e"].enumerated().map {
                "<BPMNShape bpmnElement='\($1)'><Bounds x='\($0 * 150)' y='40' width='100' height='80'/></BPMNShape>" }.joined())
            """
        let bank = "<BPMNShape bpmnElement='bank'><Bounds x='0' y='200' width='600' height='60'/></BPMNShape>"
        let pools = "<collaboration id='k'><participant id='bank' processRef='bank_p'/></collaboration>"
        let end = "</BPMNPlane></BPMNDiagram>"
        let definitions = try BpmnReading(Sketch.file(pools + Self.trade + drawn + bank + end)).definitions
        let diagram = BpmnDrawing(definitions).diagram

        #expect(diagram.place(of: "a") == Bounds(150, 40, 100, 80))
        #expect((diagram.place(of: "c")?.y ?? 0) > 260)
        #expect(diagram.place(of: "g") == nil)
    }

    @Test func `of a file with several diagrams the one that shows the process is meant`() throws {
        let diagrams = ["a", "c"].map {
            "<BPMNDiagram id='d\($0)'><BPMNPlane bpmnElement='p'><BPMNShape bpmnElement='\($0)'><Bounds x='0' y='0' "
                + "width='100' height='80'/></BPMNShape></BPMNPlane></BPMNDiagram>"
        }
        let definitions = try BpmnReading(Sketch.file(Self.trade + diagrams.joined())).definitions
        #expect(definitions.diagram(showing: "winkel_p")?.id == "dc")
        #expect(definitions.diagram(showing: "bank_p")?.id == "da")
    }
}

extension Diagram {
    fileprivate func place(of element: String) -> Bounds? { shapes.first { $0.element.text == element }?.bounds }

    fileprivate func line(_ element: String) -> [Point] { edges.first { $0.element.text == element }?.points ?? [] }
}

extension Bounds {
    /// Whether a stretch of a line runs through it.
    fileprivate func isMet(_ from: Point, _ to: Point) -> Bool {
        min(from.x, to.x) < right - 1 && x + 1 < max(from.x, to.x)
            && min(from.y, to.y) < bottom - 1 && y + 1 < max(from.y, to.y)
    }

    fileprivate func covers(_ other: Bounds) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}

extension Point {
    /// Whether two stretches run along the same line for a while.
    fileprivate static func lie(_ from: Point, _ to: Point, on start: Point, _ end: Point) -> Bool {
        if from.x == to.x, start.x == end.x, abs(from.x - start.x) < 2 {
            return min(max(from.y, to.y), max(start.y, end.y)) - max(min(from.y, to.y), min(start.y, end.y)) > 0.5
        }
        guard from.y == to.y, start.y == end.y, abs(from.y - start.y) < 2 else { return false }
        return min(max(from.x, to.x), max(start.x, end.x)) - max(min(from.x, to.x), min(start.x, end.x)) > 0.5
    }
}
