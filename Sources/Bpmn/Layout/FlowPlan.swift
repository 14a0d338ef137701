/// Where the nodes of a scope stand: columns by order, rows by branch, rows grouped by lane.
struct FlowPlan {
    var places: [(ElementID, Bounds)] = []
    var laneBounds: [Bounds] = []
    var size = Bounds(0, 0, 0, 0)
    let graph: LayeredGraph
    /// The flow of each link of the graph.
    let flows: [SequenceFlow]
    var columnX: [Double] = []
    var columnWidth: [Double] = []
    var rowY: [[Double]] = []
    /// The heights at which lines go on that leave an event on an edge: below the edge, of one host each at its own.
    var levels: [ElementID: Double] = [:]
    /// The tracks right of each column, and left of the first (-1).
    var channels: [Int: ChannelTracks] = [:]
    /// How high each line runs that runs above all rows, the longest first.
    let detourRanks: [Int: Int]
    let events: [ElementID: [ElementID]]
    /// What the row below an activity gives way for the events on its edge.
    let edgeRoom: [ElementID: Double]
    /// The widest name on a line into each column.
    var labelRoom: [Int: Double] = [:]

    init(_ scope: Scope, lanes: [ElementID], sizeOf: (FlowNode) -> (Double, Double)) {
        let inFlow = scope.nodes.filter { $0.boundaryEvent == nil && $0.isInFlow(of: scope) }
        let numbers = Dictionary(uniqueKeysWithValues: inFlow.enumerated().map { ($1.id, $0) })
        let laneNumbers = Dictionary(lanes.enumerated().map { ($1, $0) }) { first, _ in first }
        let vertices = inFlow.map { node -> LayeredGraph.Vertex in
            let (width, height) = sizeOf(node)
            let lane = node.lane.flatMap { laneNumbers[$0] } ?? lanes.count
            return LayeredGraph.Vertex(element: node.id, width: width, height: height, lane: lane)
        }
        let known = scope.flows.filter {
            scope.origin(of: $0).map { numbers[$0] != nil } ?? false && numbers[$0.target] != nil
        }
        let links = known.compactMap { flow -> LayeredGraph.Link? in
            guard let from = scope.origin(of: flow).flatMap({ numbers[$0] }), let to = numbers[flow.target] else {
                return nil
            }
            return LayeredGraph.Link(from: from, to: to, room: flow.labelRoom)
        }
        flows = known
        let leaving = scope.leavingEvents
        events = leaving
        edgeRoom = scope.nodes.reduce(into: [:]) { room, host in
            guard !host.boundary.isEmpty else { return }
            room[host.id] = EdgeNames(of: host, in: scope).room(leaving: leaving[host.id]?.count ?? 0)
        }
        graph = LayeredGraph(vertices, links, twins: known.twins)
        detourRanks = graph.detourRanks
        labelRoom = measureLabels()
        measure(laneCount: max(lanes.count, (vertices.map(\.lane).max() ?? 0) + 1), isLaned: !lanes.isEmpty)
    }

    /// The middle of a vertex or of a place that a line passes through.
    func center(_ vertex: Int) -> Point {
        let layer = graph.vertices[vertex].layer
        return Point(columnX[layer] + columnWidth[layer] / 2, height(of: vertex))
    }

    func height(of vertex: Int) -> Double {
        let place = graph.vertices[vertex]
        return rowY[place.lane][place.row]
    }

    /// Where a track beside a column lies.
    func x(ofTrack track: Int, after layer: Int) -> Double {
        guard layer >= 0 else {
            return columnX[0] - 14 - Double((channels[-1]?.count ?? 1) - track) * ScopeLayout.trackWidth
        }
        return columnX[layer] + columnWidth[layer] + 16 + Double(track) * ScopeLayout.trackWidth
    }
}

extension Scope {
    /// The node that a flow leaves in the picture: the host, for a flow from its edge.
    func origin(of flow: SequenceFlow) -> ElementID? { nodes[flow.source].map { $0.host ?? $0.id } }

    /// The events on the edge of each activity that flows leave from, as they hang there from the right.
    fileprivate var leavingEvents: [ElementID: [ElementID]] {
        nodes.reduce(into: [:]) { found, host in
            let events = host.boundary.filter { !(nodes[$0]?.outgoing.isEmpty ?? true) }
            if !events.isEmpty { found[host.id] = events }
        }
    }
}

extension FlowNode {
    /// Flows lead to or from it, so that it has a place in the stream.
    fileprivate func isInFlow(of scope: Scope) -> Bool {
        if !incoming.isEmpty || !outgoing.isEmpty { return true }
        if boundary.contains(where: { !(scope.nodes[$0]?.outgoing.isEmpty ?? true) }) { return true }
        return startEvent != nil || scope.nodes.count == 1
    }
}

extension SequenceFlow {
    fileprivate var labelRoom: Double {
        guard let name, !name.trimmed.isEmpty else { return 0 }
        return FlowRouting.labelWidth(name)
    }
}

extension [SequenceFlow] {
    /// The places of flows beside which another leads from the same node to the same one.
    fileprivate var twins: Set<Int> {
        Set(
            Dictionary(grouping: indices) { [self[$0].source, self[$0].target] }.values.filter { $0.count > 1 }.joined()
        )
    }
}
