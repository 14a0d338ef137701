/// What a message flow has to find its way past in a pool, measured from the corner of the pool.
struct PoolGround {
    let height: Double
    let width: Double
    /// Where each node stands; empty in a band.
    let places: [ElementID: Bounds]
    private let boxes: [Bounds]
    private let names: [Bounds]
    private var lines: [(from: Point, to: Point)]
    /// Where lines end at the upper and at the lower edge of a band.
    private var landed: [PoolSide: [Double]] = [:]

    init(_ pool: PoolPlan, width: Double) {
        (height, self.width) = (pool.height, width)
        let shapes = pool.layout?.shapes.map { $0.moved(PoolPlan.inset, 0) } ?? []
        let edges = pool.layout?.edges.map { $0.moved(PoolPlan.inset, 0) } ?? []
        places = Dictionary(shapes.map { ($0.element, $0.bounds) }) { first, _ in first }
        boxes = shapes.map(\.bounds)
        names = edges.compactMap { $0.label?.bounds } + boxes.filter { $0.width <= 50 }.map(\.nameBelow)
        lines = edges.flatMap { Array(zip($0.points, $0.points.dropFirst())) }.map { ($0, $1) }
    }

    /// A line that was drawn here: others keep clear of it.
    mutating func take(_ landing: Landing, at side: PoolSide) {
        lines += zip(landing.points, landing.points.dropFirst()).map { ($0, $1) }
        landed[side, default: []].append(landing.x)
    }

    /// How bad a way is: over nodes worst of all, then along another line, over a name, across a line.
    func cost(of points: [Point], from node: Bounds) -> Double {
        zip(points, points.dropFirst()).reduce(0) { sum, ends in
            let stretch = Bounds(from: ends.0, to: ends.1)
            let over = boxes.count { $0 != node && !$0.holds(node) && stretch.touches($0.grown(by: 4)) }
            let through = names.count { $0 != node.nameBelow && stretch.touches($0) }
            let met = lines.reduce(0) { $0 + stretch.cost(beside: Bounds(from: $1.from, to: $1.to)) }
            return sum + Double(over) * 100 + Double(through) * 3 + met
        }
    }

    /// How bad it is to end at a place on the edge of a band.
    func cost(ofLandingAt x: Double, on side: PoolSide) -> Double {
        if x < 12 || x > width - 12 { return 100 }
        return landed[side, default: []].contains { abs($0 - x) < 12 } ? 40 : 0
    }
}

/// The upper or the lower edge of a pool.
enum PoolSide { case top, bottom }

extension Bounds {
    init(from one: Point, to other: Point) {
        self.init(min(one.x, other.x), min(one.y, other.y), abs(one.x - other.x), abs(one.y - other.y))
    }

    /// Where the name of an event or gateway is drawn.
    var nameBelow: Bounds { Bounds(center.x - 40, bottom + 3, 80, 26) }

    func grown(by more: Double) -> Bounds { Bounds(x - more, y - more, width + 2 * more, height + 2 * more) }

    func touches(_ other: Bounds) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    fileprivate func holds(_ other: Bounds) -> Bool {
        x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
    }

    /// Of this stretch of a line, beside a stretch of another.
    fileprivate func cost(beside other: Bounds) -> Double {
        let isAlong = width == 0 && other.width == 0 || height == 0 && other.height == 0
        if isAlong { return grown(by: 3).touches(other.grown(by: 3)) ? 60 : 0 }
        return grown(by: 1).touches(other) ? 0.5 : 0
    }
}
