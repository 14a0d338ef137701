/// A scope laid out at the origin: shapes, lines and how much room they take.
struct ScopeLayout {
    private(set) var shapes: [Shape] = []
    private(set) var edges: [Edge] = []
    private(set) var lanes: [(id: ElementID, bounds: Bounds)] = []
    private(set) var size = Bounds(0, 0, 0, 0)
    private let scope: Scope
    private var inner: [ElementID: ScopeLayout] = [:]
    private var places: [ElementID: Bounds] = [:]

    static let gap = 56.0
    static let rowGap = 44.0
    /// The space above the rows where lines run back.
    static let trackGap = 14.0
    /// The space between lines that run steeply beside each other.
    static let trackWidth = 8.0

    init(_ scope: Scope) {
        self.scope = scope
        for node in scope.nodes { if let inside = node.shownScope { inner[node.id] = ScopeLayout(inside) } }
        let leaves = scope.laneSets.first.map { $0.lanes.flatMap(\.leaves) } ?? []
        let plan = FlowPlan(scope, lanes: leaves.map(\.id)) { node in
            let (width, height) = inner[node.id]?.outerSize ?? node.drawnSize
            return (max(width, EdgeNames(of: node, in: scope).edge), height)
        }
        place(plan, leaves)
        placeBoundaryEvents()
        edges += FlowRouting(scope, plan, places).edges
        placeApart()
        placeRemarks()
    }

    /// A sub-process with its inside shown.
    private var outerSize: (Double, Double) { (max(size.width + 40, 120), max(size.height + 50, 80)) }
}

extension ScopeLayout {
    private mutating func place(_ plan: FlowPlan, _ leaves: [Lane]) {
        for (id, bounds) in plan.places { add(id, bounds) }
        size = plan.size
        for (index, lane) in leaves.enumerated() where index < plan.laneBounds.count {
            lanes.append((lane.id, plan.laneBounds[index]))
        }
    }

    private mutating func add(_ id: ElementID, _ bounds: Bounds) {
        places[id] = bounds
        shapes.append(Shape(made: id, bounds, isExpanded: inner[id] != nil))
        guard let inside = inner[id] else { return }
        let (x, y) = (bounds.x + 20, bounds.y + 30)
        shapes += inside.shapes.map { $0.moved(x, y) }
        edges += inside.edges.map { $0.moved(x, y) }
    }

    /// On the lower edge of their host, from the right.
    private mutating func placeBoundaryEvents() {
        for host in scope.nodes where !host.boundary.isEmpty {
            guard let bounds = places[host.id] else { continue }
            let names = EdgeNames(of: host, in: scope)
            for (index, id) in host.boundary.enumerated() {
                let middle = bounds.right - names.first - Double(index) * names.step
                let spot = Bounds(middle - 18, bounds.bottom - 18, 36, 36)
                places[id] = spot
                shapes.append(Shape(made: id, spot, name: names.place(below: Point(middle, bounds.bottom))))
            }
        }
    }

    /// Event sub-processes and what no flow leads to stand below.
    private mutating func placeApart() {
        let margin = lanes.isEmpty ? 20.0 : 50
        var x = margin
        let top = size.height + (size.height > 0 ? 20 : 0)
        var height = 0.0
        for node in scope.nodes where places[node.id] == nil {
            let (width, tall) = inner[node.id]?.outerSize ?? node.drawnSize
            add(node.id, Bounds(x, top, width, tall))
            x += width + 40
            height = max(height, tall + 30)
        }
        if height > 0 { size = Bounds(0, 0, max(size.width, x), top + height) }
    }

    /// Data and annotations in a row below, each near what it belongs to.
    private mutating func placeRemarks() {
        let links = scope.remarkLinks
        let remarks = links.map(\.remark).filter { places[$0] == nil }
        var seen: Set<ElementID> = []
        let wanted = remarks.filter { seen.insert($0).inserted }.map { id -> (ElementID, Double) in
            let partners = links.filter { $0.remark == id }.compactMap { places[$0.node]?.center.x }
            return (id, partners.min() ?? 0)
        }.sorted { $0.1 < $1.1 }
        var right = -40.0
        for (id, x) in wanted {
            let (width, height) = scope.remarkSize(id)
            let left = max(x - width / 2, right + 60)
            let spot = Bounds(left, size.height + 16, width, height)
            places[id] = spot
            shapes.append(Shape(made: id, spot))
            right = spot.right
        }
        if !wanted.isEmpty { size = Bounds(0, 0, max(size.width, right), size.height + 96) }
        for link in links {
            guard let edge = link.edge, let remark = places[link.remark], let node = places[link.node] else { continue }
            let ends = [Point(remark.center.x, remark.y), Point(node.center.x, node.bottom)]
            edges.append(Edge(made: edge, link.isFromRemark ? ends : ends.reversed()))
        }
    }
}

extension Shape {
    init(
        made element: ElementID, _ bounds: Bounds, isExpanded: Bool? = nil, isHorizontal: Bool? = nil,
        name: Bounds? = nil
    ) {
        self.init(
            element: element, bounds: bounds, label: name.map { Label(bounds: $0) }, isExpanded: isExpanded,
            isHorizontal: isHorizontal,
            isMarkerVisible: true, band: nil, choreography: nil, id: nil, line: 0)
    }

    func moved(_ x: Double, _ y: Double) -> Shape {
        var shape = self
        shape.bounds = bounds.moved(x, y)
        shape.label = label.map { Label(bounds: $0.bounds?.moved(x, y)) }
        return shape
    }
}

extension Edge {
    init(made element: ElementID, _ points: [Point]) {
        self.init(element: element, points: points, label: nil, messageVisible: nil, id: nil, line: 0)
    }

    func moved(_ x: Double, _ y: Double) -> Edge {
        var edge = self
        edge.points = points.map { Point($0.x + x, $0.y + y) }
        edge.label = label.map { Label(bounds: $0.bounds?.moved(x, y)) }
        return edge
    }
}

extension Lane {
    /// The lanes at the bottom of the tree, in which nodes stand.
    var leaves: [Lane] {
        let below = inner.flatMap { $0.lanes.flatMap(\.leaves) }
        return below.isEmpty ? [self] : below
    }
}

extension FlowNode {
    /// The inside, where there is something to show.
    fileprivate var shownScope: Scope? { innerScope.flatMap { $0.nodes.isEmpty ? nil : $0 } }

    var drawnSize: (Double, Double) {
        switch kind {
        case .start, .end, .catching, .throwing, .boundary: (36, 36)
        case .gateway: (50, 50)
        case .activity, .choreography: (120, 80)
        }
    }
}
