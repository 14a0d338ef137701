/// Where the nodes of a scope stand: columns by order, rows by branch, rows grouped by lane.
struct FlowPlan {
    private(set) var places: [(ElementID, Bounds)] = []
    private(set) var laneBounds: [Bounds] = []
    private(set) var size = Bounds(0, 0, 0, 0)
    let graph: LayeredGraph
    /// The flow of each link of the graph.
    let flows: [SequenceFlow]
    private(set) var columnX: [Double] = []
    private(set) var columnWidth: [Double] = []
    private(set) var rowY: [[Double]] = []
    /// The widest name on a line into each column.
    private var labelRoom: [Int: Double] = [:]

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
            return LayeredGraph.Link(from: from, to: to)
        }
        flows = known
        graph = LayeredGraph(vertices, links)
        labelRoom = measureLabels()
        measure(laneCount: max(lanes.count, (vertices.map(\.lane).max() ?? 0) + 1), isLaned: !lanes.isEmpty)
    }

    /// The middle of a vertex or of a place that a line passes through.
    func center(_ vertex: Int) -> Point {
        let place = graph.vertices[vertex]
        return Point(columnX[place.layer] + columnWidth[place.layer] / 2, rowY[place.lane][place.row])
    }
}

extension FlowPlan {
    private mutating func measure(laneCount: Int, isLaned: Bool) {
        measureColumns(indent: isLaned ? 30 : 0)
        measureRows(laneCount: laneCount, isLaned: isLaned)
        for index in graph.vertices.indices {
            let vertex = graph.vertices[index]
            guard let element = vertex.element else { continue }
            let center = center(index)
            let corner = Point(center.x - vertex.width / 2, center.y - vertex.height / 2)
            places.append((element, Bounds(corner.x, corner.y, vertex.width, vertex.height)))
        }
    }

    private func measureLabels() -> [Int: Double] {
        zip(flows, graph.links).reduce(into: [:]) { room, pair in
            guard let name = pair.0.name, !name.trimmed.isEmpty, !pair.1.isDetour, pair.1.via.isEmpty else {
                return
            }
            let layer = graph.vertices[pair.1.to].layer
            room[layer] = max(room[layer] ?? 0, FlowRouting.labelWidth(name))
        }
    }

    private mutating func measureColumns(indent: Double) {
        var x = indent + 20
        for (number, layer) in graph.layers.enumerated() {
            if number > 0 { x += labelRoom[number] ?? 0 }
            let width = layer.map { graph.vertices[$0].width }.max() ?? 0
            columnX.append(x)
            columnWidth.append(width)
            x += width + ScopeLayout.gap
        }
        size.width = graph.layers.isEmpty ? 0 : x - ScopeLayout.gap + 20
    }

    private mutating func measureRows(laneCount: Int, isLaned: Bool) {
        let detours = graph.links.count { $0.isDetour }
        var y = graph.vertices.isEmpty ? 0 : (detours > 0 ? 24 : 14) + Double(detours) * ScopeLayout.trackGap
        var heights = [[Double]](repeating: [], count: laneCount)
        for vertex in graph.vertices {
            let missing = vertex.row + 1 - heights[vertex.lane].count
            if missing > 0 { heights[vertex.lane] += Array(repeating: 20, count: missing) }
            heights[vertex.lane][vertex.row] = max(heights[vertex.lane][vertex.row], vertex.height)
        }
        for lane in 0..<laneCount {
            let top = lane == 0 ? 0 : y
            if isLaned { y += 12 }
            rowY.append([])
            for height in heights[lane] {
                rowY[lane].append(y + height / 2)
                y += height + ScopeLayout.rowGap
            }
            if isLaned { y = max(y, top + 100) }
            laneBounds.append(Bounds(0, top, size.width, y - top))
        }
        if isLaned, graph.vertices.allSatisfy({ $0.lane < laneCount - 1 }), laneBounds.count > laneCount {
            laneBounds.removeLast()
        }
        size.height = y
    }
}

extension Scope {
    /// The node that a flow leaves in the picture: the host, for a flow from its edge.
    func origin(of flow: SequenceFlow) -> ElementID? { nodes[flow.source].map { $0.host ?? $0.id } }
}

extension FlowNode {
    /// Flows lead to or from it, so that it has a place in the stream.
    fileprivate func isInFlow(of scope: Scope) -> Bool {
        if !incoming.isEmpty || !outgoing.isEmpty { return true }
        if boundary.contains(where: { !(scope.nodes[$0]?.outgoing.isEmpty ?? true) }) { return true }
        return startEvent != nil || scope.nodes.count == 1
    }
}
