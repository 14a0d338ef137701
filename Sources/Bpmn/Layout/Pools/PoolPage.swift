/// Pools below each other, with the message flows between them on tracks of their own.
struct PoolPage {
    private(set) var shapes: [Shape] = []
    private(set) var edges: [Edge] = []
    private(set) var bottom = 0.0
    private var pools: [PoolPlan]
    private let routes: [MessageRoute]
    private var gaps: [PoolGap] = []
    private let width: Double
    /// Where the pools begin: right of the lines that pass them at the left.
    private let left: Double
    private static let track = 10.0

    init(_ plans: [PoolPlan], _ flows: [MessageFlow]) {
        let widest = max(plans.map(\.ownWidth).max() ?? 0, 300)
        let routes = MessageRouter(plans, width: widest, flows).routes
        let passing = routes.compactMap { $0.margin.flatMap { $0.isRight ? nil : $0.track + 1 } }.max()
        (pools, self.routes, width) = (plans, routes, widest)
        left = passing.map { Double($0) * Self.track + 14 } ?? 0
        for number in plans.indices.dropLast() { gaps.append(PoolGap(pieces(in: number))) }
        stack()
        for pool in pools {
            shapes += pool.shapes(x: left, width: width)
            edges += pool.edges(x: left)
        }
        for (index, route) in routes.enumerated() { edges.append(edge(route, index)) }
        clearNames()
    }

    private mutating func stack() {
        for index in pools.indices {
            pools[index].top = bottom + (index == 0 ? 0 : gaps[index - 1].height)
            bottom = pools[index].top + pools[index].height
        }
    }

    /// What runs in the space below a pool, measured from the corner of the pools.
    private func pieces(in gap: Int) -> [PoolGap.Piece] {
        routes.enumerated().filter { $1.gaps.contains(gap) }.map { index, route in
            let aside = route.margin.map(x)
            let top = gap == route.upper ? route.above.x : aside ?? route.above.x
            let bottom = gap == route.lower - 1 ? route.below.x : aside ?? route.below.x
            let isFirst = gap == route.upper
            return PoolGap.Piece(route: index, top: top, bottom: bottom, name: isFirst ? route.flow.shownName : nil)
        }
    }

    private func x(_ margin: MessageRoute.Margin) -> Double {
        let out = 14 + Double(margin.track) * Self.track
        return margin.isRight ? width + out : -out
    }

    private func edge(_ route: MessageRoute, _ index: Int) -> Edge {
        var points = route.above.points.map { Point($0.x, $0.y + pools[route.upper].top) }
        for gap in route.gaps {
            points += gaps[gap].corners(of: index).map { Point($0.x, $0.y + floor(of: gap)) }
        }
        points += route.below.points.reversed().map { Point($0.x, $0.y + pools[route.lower].top) }
        let straight = points.withoutCorners
        var edge = Edge(made: route.flow.id, route.isUpwards ? straight.reversed() : straight)
        if let name = gaps[route.upper].name(of: index) {
            edge.label = Label(bounds: name.moved(0, floor(of: route.upper)))
        }
        return edge.moved(left, 0)
    }

    private func floor(of gap: Int) -> Double { pools[gap].top + pools[gap].height }

    /// The name of an event from which a line leads down stands above it.
    private mutating func clearNames() {
        let ends = edges.suffix(routes.count).flatMap { [$0.points.first, $0.points.last].compactMap(\.self) }
        let names = pools.reduce(into: [ElementID: String]()) { $0.merge($1.eventNames) { first, _ in first } }
        for index in shapes.indices {
            let box = shapes[index].bounds
            guard let name = names[shapes[index].element], ends.contains(where: box.isLeftBelow) else { continue }
            let lines = TextFitting.wrap(name, width: 103, size: TextFitting.outside).count
            let height = Double(lines) * TextFitting.lineHeight(TextFitting.outside)
            shapes[index].label = Label(bounds: Bounds(box.center.x - 45, box.y - height - 4, 90, height))
        }
    }
}

extension Bounds {
    /// Whether a line that ends here comes out of the lower edge.
    fileprivate func isLeftBelow(at end: Point) -> Bool { abs(end.x - center.x) < 9 && abs(end.y - bottom) < 2 }

    func moved(_ x: Double, _ y: Double) -> Bounds { Bounds(self.x + x, self.y + y, width, height) }
}

extension [Point] {
    /// Without points that lie on the last one, or between two on one line.
    fileprivate var withoutCorners: [Point] {
        reduce(into: []) { result, point in
            if let last = result.last, last.distance(to: point) < 0.5 { return }
            if let last = result.last, let before = result.dropLast().last,
                before.x == last.x && last.x == point.x || before.y == last.y && last.y == point.y
            {
                result.removeLast()
            }
            result.append(point)
        }
    }
}

extension MessageFlow {
    fileprivate var shownName: String? { name.flatMap { $0.trimmed.isEmpty ? nil : $0 } }
}
