/// The way of one message flow: through the pool above, the space between, and the pool below.
struct MessageRoute {
    let flow: MessageFlow
    /// The numbers of the pools that it runs between, from top to bottom.
    let upper: Int
    let lower: Int
    let isUpwards: Bool
    var above: Landing
    var below: Landing
    /// Where it runs along the pools between, when it passes any: at the right or at the left of all, on which track.
    var margin: Margin?

    struct Margin { var isRight: Bool, track: Int }

    var isPassing: Bool { lower > upper + 1 }
    /// The spaces below pools in which it runs.
    var gaps: Range<Int> { upper..<lower }
}

/// Finds ways for the message flows of a collaboration, one after another, each past those before.
struct MessageRouter {
    private(set) var routes: [MessageRoute] = []
    private var grounds: [PoolGround]
    private let pools: [ElementID: Int]

    init(_ plans: [PoolPlan], width: Double, _ flows: [MessageFlow]) {
        let grounds = plans.map { PoolGround($0, width: width) }
        self.grounds = grounds
        pools = Dictionary(
            grounds.enumerated().flatMap { index, ground in ground.places.keys.map { ($0, index) } }
                + plans.enumerated().map { ($1.participant, $0) }
        ) { first, _ in first }
        for flow in flows { add(flow) }
        giveMargins()
    }

    private mutating func add(_ flow: MessageFlow) {
        guard let source = pools[flow.source], let target = pools[flow.target], source != target else { return }
        let isUpwards = source > target
        let (upper, lower) = isUpwards ? (target, source) : (source, target)
        let ends = isUpwards ? (flow.target, flow.source) : (flow.source, flow.target)
        guard let best = best(upper, ends.0, lower, ends.1) else { return }
        grounds[upper].take(best.above, at: .bottom)
        grounds[lower].take(best.below, at: .top)
        routes.append(
            MessageRoute(
                flow: flow, upper: upper, lower: lower, isUpwards: isUpwards, above: best.above, below: best.below))
    }

    /// The pair of ways, one in each pool, that is best together: straight on if it can be.
    private func best(
        _ upper: Int, _ one: ElementID, _ lower: Int, _ other: ElementID
    ) -> (above: Landing, below: Landing)? {
        let wishes = wishes(of: [(upper, one), (lower, other)])
        let above = landings(upper, one, .bottom, wishes)
        let below = landings(lower, other, .top, above.map(\.x) + wishes)
        let pairs = above.flatMap { above in below.map { (above, below: $0) } }
        return pairs.min { cost($0.0, $0.below, upper, lower) < cost($1.0, $1.below, upper, lower) }
    }

    /// Where the ends stand; two bands have their lines at the left, beside each other.
    private func wishes(of ends: [(pool: Int, node: ElementID)]) -> [Double] {
        let middles = ends.compactMap { grounds[$0.pool].places[$0.node]?.center.x }
        return middles.isEmpty ? (0..<20).map { 80 + Double($0) * 120 } : middles
    }

    private func landings(_ pool: Int, _ node: ElementID, _ side: PoolSide, _ wishes: [Double]) -> [Landing] {
        let own = grounds[pool].landings(of: node, at: side, near: wishes)
        return own.isEmpty ? grounds[pool].landings(onBandAt: side, near: wishes) : own
    }

    private func cost(_ above: Landing, _ below: Landing, _ upper: Int, _ lower: Int) -> Double {
        let aside = abs(above.x - below.x)
        let between = lower > upper + 1 || aside < 0.5 ? 0 : 2 + aside / 300
        return above.cost + below.cost + between
    }

    /// What passes a pool does so outside of all: the shortest nearest, each on a track that is free there.
    private mutating func giveMargins() {
        let passing = routes.indices.filter { routes[$0].isPassing }.sorted {
            (routes[$0].gaps.count, $0) < (routes[$1].gaps.count, $1)
        }
        for index in passing {
            let route = routes[index]
            let isRight = route.above.x + route.below.x > grounds[route.upper].width
            let taken = routes.filter { $0.margin?.isRight == isRight && $0.gaps.overlaps(route.gaps) }
            let tracks = Set(taken.compactMap(\.margin?.track))
            let free = (0...tracks.count).first { !tracks.contains($0) } ?? 0
            routes[index].margin = MessageRoute.Margin(isRight: isRight, track: free)
        }
    }
}
