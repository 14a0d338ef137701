/// The lines of a scope: level through the rows, steep only between columns, so that none runs over a node.
struct FlowRouting {
    private(set) var edges: [Edge] = []
    private let plan: FlowPlan
    private let places: [ElementID: Bounds]
    /// How far the names below the line before each vertex reach, where one stands above it already.
    private var labelled: [Int: Double] = [:]

    init(_ scope: Scope, _ plan: FlowPlan, _ places: [ElementID: Bounds]) {
        self.plan = plan
        self.places = places
        for (index, flow) in plan.flows.enumerated() {
            let link = plan.graph.links[index]
            guard let start = places[flow.source], let end = places[flow.target] else { continue }
            let head = head(index, start, isFromEdge: scope.nodes[flow.source]?.host != nil)
            let points = head + (link.isDetour ? detour(index, link) : way(index, link))
            var edge = Edge(made: ElementID(flow.id), (points + [Point(end.x, end.center.y)]).withoutDoubles)
            if let name = flow.name, !name.trimmed.isEmpty, !link.isDetour {
                edge.label = Label(bounds: label(name, link, before: end))
            }
            edges.append(edge)
        }
    }

    static func labelWidth(_ name: String) -> Double {
        min(max(TextFitting.width(name.oneLine, size: TextFitting.outside) + 4, 30), 100)
    }

    /// Above the stretch that a line shares with no other: where it first passes a column, else before its target.
    private mutating func label(_ name: String, _ link: LayeredGraph.Link, before target: Bounds) -> Bounds {
        let width = Self.labelWidth(name)
        let lines = TextFitting.wrap(name, width: width * 1.1 + 4, size: TextFitting.outside).count
        let height = Double(lines) * TextFitting.lineHeight(TextFitting.outside)
        if let first = link.via.first {
            let place = plan.center(first)
            return Bounds(place.x - width / 2, place.y - height - 4, width, height)
        }
        let before = labelled[link.to]
        labelled[link.to] = before.map { $0 + height } ?? 4
        let y = before.map { target.center.y + $0 } ?? target.center.y - height - 4
        return Bounds(target.x - 14 - width, y, width, height)
    }

    /// Off to the right; from an event on an edge first down, to a level below its host.
    private func head(_ index: Int, _ start: Bounds, isFromEdge: Bool) -> [Point] {
        isFromEdge
            ? [Point(start.center.x, start.bottom), Point(start.center.x, plan.exit(of: index))]
            : [Point(start.right, start.center.y)]
    }

    private func way(_ index: Int, _ link: LayeredGraph.Link) -> [Point] {
        var (trunk, height) = (Trunk.from(plan.flows[index].source), plan.exit(of: index))
        var points: [Point] = []
        for (step, next) in (link.via + [link.to]).enumerated() {
            let entry = plan.height(of: next)
            points += turn(trunk, after: plan.graph.vertices[link.from].layer + step, from: height, to: entry)
            (trunk, height) = (.past(next), entry)
        }
        return points
    }

    /// Up between the columns, back above all rows, and down before the target.
    private func detour(_ index: Int, _ link: LayeredGraph.Link) -> [Point] {
        let (layers, top) = (plan.graph.vertices, plan.detourHeight(of: index))
        let start = Trunk.from(plan.flows[index].source)
        return turn(start, after: layers[link.from].layer, from: plan.exit(of: index), to: top)
            + turn(.down(index), after: layers[link.to].layer - 1, from: top, to: plan.height(of: link.to))
    }

    /// Up or down on the track of its trunk between two columns, which may change half-way.
    private func turn(_ trunk: Trunk, after layer: Int, from start: Double, to end: Double) -> [Point] {
        guard start != end, let place = plan.channels[layer]?.places[trunk] else { return [] }
        let x = plan.x(ofTrack: place.track, after: layer)
        guard let jog = place.jog else { return [Point(x, start), Point(x, end)] }
        let other = plan.x(ofTrack: jog.track, after: layer)
        return [Point(x, start), Point(x, jog.height), Point(other, jog.height), Point(other, end)]
    }
}

extension [Point] {
    /// Without points that lie on the last one, or between two on one level.
    fileprivate var withoutDoubles: [Point] {
        var result: [Point] = []
        for point in self {
            if let last = result.last, last.distance(to: point) < 0.5 { continue }
            if result.count > 1, result[result.count - 2].y == point.y, result[result.count - 1].y == point.y {
                result.removeLast()
            }
            result.append(point)
        }
        return result
    }
}
