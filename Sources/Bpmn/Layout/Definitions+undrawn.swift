extension Definitions {
    /// The nodes that no diagram shows although it shows others beside them; a process or inside that is drawn nowhere is left out on purpose.
    var undrawn: [FlowNode] { shownScopes.flatMap { missing($0.scope, $0.drawn) } }

    /// A diagram of the file with what it lacks laid out below; of a scope that several show, the first is completed.
    func completed(_ diagram: Diagram) -> Diagram {
        guard let place = diagrams.firstIndex(of: diagram) else { return diagram }
        let own = Set(diagram.shapes.map(\.element))
        let before = Set(diagrams[..<place].flatMap { $0.shapes.map(\.element) })
        let scopes = shownScopes.filter { shown in
            shown.scope.nodes.contains { own.contains($0.id) } && !shown.scope.nodes.contains { before.contains($0.id) }
        }
        let lacking = scopes.flatMap { missing($0.scope, $0.drawn) }
        let lost = before.isEmpty ? withoutDiagram?.laidOut() : nil
        if lacking.isEmpty { return lost.map(diagram.above) ?? diagram }
        var completion = DiagramCompletion(diagram, laidOut())
        completion.add(lacking)
        completion.join(scopes.flatMap(\.scope.flows.all))
        return lost.map(completion.diagram.above) ?? completion.diagram
    }

    /// The diagram that shows a process; the first, under which all stands that has none, where none shows it.
    public func diagram(showing process: ElementID) -> Diagram? {
        let nodes = Set(processes[process]?.scope.nodes.map(\.id) ?? [])
        let drawn = diagrams.filter { !$0.shapes.isEmpty }
        return drawn.first { $0.shapes.contains { nodes.contains($0.element) } } ?? drawn.first
    }

    /// Nothing but the processes of which no diagram shows anything, not even a closed pool.
    private var withoutDiagram: Definitions? {
        let drawn = Set(diagrams.flatMap { $0.shapes.map(\.element) })
        let pools = collaborations.flatMap(\.participants.all).filter { drawn.contains($0.id) }
        let shown = Set(pools.compactMap(\.process))
        let lost = processes.filter { process in
            !process.scope.nodes.isEmpty && !shown.contains(process.id)
                && !process.scope.allNodes.contains { drawn.contains($0.id) }
        }
        if drawn.isEmpty || lost.isEmpty { return nil }
        var rest = self
        rest.processes = Catalog(lost)
        (rest.choreographies, rest.diagrams) = (Catalog(), [])
        rest.collaborations = Catalog(collaborations.map { $0.with(lost.map(\.id)) })
        return rest
    }

    private func missing(_ scope: Scope, _ drawn: Set<ElementID>) -> [FlowNode] {
        scope.nodes.filter { !drawn.contains($0.id) }
    }

    /// The scopes of which some diagram shows a node, with all that is drawn.
    private var shownScopes: [(scope: Scope, drawn: Set<ElementID>)] {
        let drawn = Set(diagrams.flatMap { $0.shapes.map(\.element) })
        guard !drawn.isEmpty else { return [] }
        return processes.flatMap(\.scope.allScopes)
            .filter { scope in scope.nodes.contains { drawn.contains($0.id) } }
            .map { ($0, drawn) }
    }
}

extension Collaboration {
    /// With no other participants than those of some processes.
    fileprivate func with(_ processes: [ElementID]) -> Collaboration {
        var part = self
        part.participants = Catalog(participants.filter { $0.process.map(processes.contains) ?? false })
        return part
    }
}

extension Diagram {
    /// With another below it.
    fileprivate func above(_ other: Diagram) -> Diagram {
        var whole = self
        let left = (shapes.map(\.bounds.x).min() ?? 0) - (other.shapes.map(\.bounds.x).min() ?? 0)
        let down = (shapes.map(\.bounds.bottom).max() ?? 0) + 60 - (other.shapes.map(\.bounds.y).min() ?? 0)
        whole.shapes += other.shapes.map { $0.moved(left, down) }
        whole.edges += other.edges.map { $0.moved(left, down) }
        return whole
    }
}

/// Puts below a diagram what it lacks, as a layout of the whole model has it.
private struct DiagramCompletion {
    private(set) var diagram: Diagram
    private let whole: Diagram
    private let moved: (x: Double, y: Double)
    private var places: [ElementID: Bounds]

    init(_ diagram: Diagram, _ whole: Diagram) {
        (self.diagram, self.whole) = (diagram, whole)
        places = Dictionary(diagram.shapes.map { ($0.element, $0.bounds) }) { first, _ in first }
        let bottom = diagram.shapes.map(\.bounds.bottom).max() ?? 0
        let left = diagram.shapes.map(\.bounds.x).min() ?? 0
        moved = (
            left - (whole.shapes.map(\.bounds.x).min() ?? 0), bottom + 60 - (whole.shapes.map(\.bounds.y).min() ?? 0)
        )
    }

    /// The nodes, with what stands in them; an event on the edge of a drawn activity goes there.
    mutating func add(_ nodes: [FlowNode]) {
        let wanted = Set(nodes.flatMap { [$0] + ($0.innerScope?.allNodes ?? []) }.map(\.id))
        let hosts = Dictionary(nodes.compactMap { node in node.boundaryEvent.map { (node.id, $0.host) } }) { first, _ in
            first
        }
        for shape in whole.shapes where wanted.contains(shape.element) && places[shape.element] == nil {
            var shape = shape.moved(moved.x, moved.y)
            let host = hosts[shape.element].flatMap { places[$0] }
            if let host { shape.bounds = Bounds(host.right - 42, host.bottom - 18, 36, 36) }
            places[shape.element] = shape.bounds
            diagram.shapes.append(shape)
        }
        join(nodes.flatMap { $0.innerScope?.allScopes ?? [] }.flatMap(\.flows.all))
    }

    /// Draws flows between what is drawn, as the layout has them where both ends are of it.
    mutating func join(_ flows: [SequenceFlow]) {
        let known = Set(diagram.edges.map(\.element))
        let edges = Dictionary(whole.edges.map { ($0.element, $0.moved(moved.x, moved.y)) }) { first, _ in first }
        for flow in flows where !known.contains(ElementID(flow.id)) {
            guard let source = places[flow.source], let target = places[flow.target] else { continue }
            if let edge = edges[ElementID(flow.id)], edge.touches(source, target) {
                diagram.edges.append(edge)
            } else {
                diagram.edges.append(Edge(made: ElementID(flow.id), source.way(to: target)))
            }
        }
    }
}

extension Edge {
    /// Whether it begins at the one box and ends at the other.
    fileprivate func touches(_ source: Bounds, _ target: Bounds) -> Bool {
        guard let first = points.first, let last = points.last else { return false }
        return source.grown.contains(first) && target.grown.contains(last)
    }
}

extension Bounds {
    fileprivate var grown: Bounds { Bounds(x - 1, y - 1, width + 2, height + 2) }

    /// From the lower or upper edge of this box to the facing edge of another.
    fileprivate func way(to other: Bounds) -> [Point] {
        if other.y >= bottom { return [Point(center.x, bottom), Point(other.center.x, other.y)] }
        if other.bottom <= y { return [Point(center.x, y), Point(other.center.x, other.bottom)] }
        return other.x >= right
            ? [Point(right, center.y), Point(other.x, other.center.y)]
            : [Point(x, center.y), Point(other.right, other.center.y)]
    }
}
