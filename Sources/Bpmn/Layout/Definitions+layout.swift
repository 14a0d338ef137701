extension Definitions {
    /// A diagram of everything in the file, made by the program: from left to right, with few crossings.
    public func laidOut() -> Diagram {
        var plan = PagePlan()
        if let collaboration = collaborations.first(where: { !$0.participants.isEmpty }) {
            for participant in collaboration.participants {
                plan.add(participant, scope: participant.process.flatMap { processes[$0]?.scope })
            }
            plan.connect(collaboration)
            let shown = Set(collaboration.participants.compactMap(\.process))
            for process in processes where !shown.contains(process.id) { plan.add(process.scope) }
            return plan.diagram(of: collaboration.id)
        }
        for process in processes.all + choreographies.all { plan.add(process.scope) }
        return plan.diagram(of: processes.first?.id)
    }
}

/// Pools and processes below each other.
private struct PagePlan {
    private var shapes: [Shape] = []
    private var edges: [Edge] = []
    private var y = 0.0
    private var bands: [Int] = []

    mutating func add(_ scope: Scope) { put(ScopeLayout(scope), x: 0, isPool: false) }

    mutating func add(_ participant: Participant, scope: Scope?) {
        let layout = scope.flatMap { $0.nodes.isEmpty ? nil : ScopeLayout($0) }
        let height = layout.map { max($0.size.height + 20, 120) } ?? 60
        bands.append(shapes.count)
        let width = (layout?.size.width ?? 0) + 50
        shapes.append(Shape(made: participant.id, Bounds(0, y, width, height), isHorizontal: true))
        if let layout { put(layout, x: 30, isPool: true) }
        y = (shapes[bands[bands.count - 1]].bounds.bottom) + 40
    }

    private mutating func put(_ layout: ScopeLayout, x: Double, isPool: Bool) {
        for (id, bounds) in layout.lanes where isPool {
            let isLast = bounds.bottom >= (layout.lanes.map(\.bounds.bottom).max() ?? 0)
            let height = isLast ? max(bounds.height, layout.size.height + 20 - bounds.y) : bounds.height
            let box = Bounds(x, y + bounds.y, layout.size.width + 20, height)
            shapes.append(Shape(made: id, box, isHorizontal: true))
        }
        shapes += layout.shapes.map { $0.moved(x, y) }
        edges += layout.edges.map { $0.moved(x, y) }
        if !isPool { y += layout.size.height + 40 }
    }

    /// Message flows, from edge to edge, turning half-way.
    mutating func connect(_ collaboration: Collaboration) {
        widen()
        let places = Dictionary(shapes.map { ($0.element, $0.bounds) }) { first, _ in first }
        for flow in collaboration.messageFlows {
            guard let source = places[flow.source], let target = places[flow.target] else { continue }
            let pools = Set(bands.map { shapes[$0].element })
            let from = pools.contains(flow.source) ? target.center.x : source.center.x
            let to = pools.contains(flow.target) ? source.center.x : target.center.x
            let isDown = source.y < target.y
            let start = Point(from, isDown ? source.bottom : source.y)
            let end = Point(to, isDown ? target.y : target.bottom)
            let turn = isDown ? end.y - 20 : end.y + 20
            let between = abs(from - to) < 0.5 ? [] : [Point(from, turn), Point(to, turn)]
            edges.append(Edge(made: flow.id, [start] + between + [end]))
        }
    }

    /// All pools as wide as the widest.
    private mutating func widen() {
        let width = bands.map { shapes[$0].bounds.width }.max() ?? 0
        for band in bands {
            let grown = max(width, 300) - shapes[band].bounds.width
            let pool = shapes[band].bounds
            for index in shapes.indices
            where index > band && shapes[index].bounds.right == pool.right && shapes[index].isHorizontal ?? false
                && pool.contains(shapes[index].bounds.center)
            {
                shapes[index].bounds.width += grown
            }
            shapes[band].bounds.width += grown
        }
    }

    func diagram(of element: ElementID?) -> Diagram {
        Diagram(id: nil, name: nil, element: element, shapes: shapes, edges: edges, line: 0)
    }
}
