/// The lines of a scope: level through the rows, steep only between columns, so that none runs over a node.
struct FlowRouting {
    private(set) var edges: [Edge] = []
    private let plan: FlowPlan
    private let places: [ElementID: Bounds]
    private var tracks = 0
    /// Names that stand before each vertex.
    private var labelled: [Int: Int] = [:]

    init(_ scope: Scope, _ plan: FlowPlan, _ places: [ElementID: Bounds]) {
        self.plan = plan
        self.places = places
        let channels = Self.channels(plan)
        for (index, flow) in plan.flows.enumerated() {
            let link = plan.graph.links[index]
            guard let start = places[flow.source], let end = places[flow.target] else { continue }
            let isFromEdge = scope.nodes[flow.source]?.host != nil
            let points =
                link.isDetour
                ? detour(link, start, end, isFromEdge)
                : way(link, start, end, isFromEdge, channel: channels[link.from] ?? 0)
            var edge = Edge(made: ElementID(flow.id), points.withoutDoubles)
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
        labelled[link.to, default: 0] += 1
        let y = labelled[link.to] == 1 ? target.center.y - height - 4 : target.center.y + 4
        return Bounds(target.x - 14 - width, y, width, height)
    }

    /// Lines that leave different nodes of a column turn at different places.
    private static func channels(_ plan: FlowPlan) -> [Int: Double] {
        var result: [Int: Double] = [:]
        for layer in plan.graph.layers {
            for (index, vertex) in layer.filter({ plan.graph.vertices[$0].element != nil }).enumerated() {
                result[vertex] = Double(index % 4) * 7
            }
        }
        return result
    }

    /// Between the column of a vertex and the next.
    private func turn(after layer: Int, _ channel: Double) -> Double {
        plan.columnX[layer] + plan.columnWidth[layer] + 16 + channel
    }

    private func way(
        _ link: LayeredGraph.Link, _ start: Bounds, _ end: Bounds, _ isFromEdge: Bool, channel: Double
    ) -> [Point] {
        var points = isFromEdge ? leaveEdge(start) : [Point(start.right, start.center.y)]
        var layer = plan.graph.vertices[link.from].layer
        for next in link.via + [link.to] {
            let y = next == link.to ? end.center.y : plan.center(next).y
            if let last = points.last, abs(last.y - y) > 0.5 {
                let x = turn(after: layer, channel)
                points += [Point(x, last.y), Point(x, y)]
            }
            layer += 1
        }
        return points + [Point(end.x, end.center.y)]
    }

    /// From a boundary event down, and on a level below its host.
    private func leaveEdge(_ start: Bounds) -> [Point] {
        let below = start.bottom + 14
        return [Point(start.center.x, start.bottom), Point(start.center.x, below)]
    }

    /// Up between the columns, back above all rows, and down before the target.
    private mutating func detour(_ link: LayeredGraph.Link, _ start: Bounds, _ end: Bounds, _ isFromEdge: Bool)
        -> [Point]
    {
        let track = 18 + Double(tracks) * ScopeLayout.trackGap
        tracks += 1
        let shift = Double(tracks % 3) * 6
        let right = turn(after: plan.graph.vertices[link.from].layer, 22 + shift)
        let left = plan.columnX[plan.graph.vertices[link.to].layer] - 12 - shift
        let head = isFromEdge ? leaveEdge(start) : [Point(start.right, start.center.y)]
        let y = head.last?.y ?? start.center.y
        return head + [
            Point(right, y), Point(right, track), Point(left, track), Point(left, end.center.y),
            Point(end.x, end.center.y),
        ]
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
