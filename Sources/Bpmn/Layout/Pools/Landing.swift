/// One way for a message flow between a node and the edge of its pool.
struct Landing {
    /// From the node, or from the edge of a band, to the edge of the pool.
    var points: [Point]
    var cost: Double

    /// Where it crosses the edge.
    var x: Double { points.last?.x ?? 0 }
}

extension PoolGround {
    /// The ways from a node to an edge of the pool, the best first; straight ones also at places that suit the other end.
    func landings(of node: ElementID, at side: PoolSide, near wishes: [Double]) -> [Landing] {
        guard let box = places[node] else { return [] }
        let straight = box.doors(near: wishes).map { x in
            landing([Point(x, side.edge(of: box)), Point(x, level(side))], box, abs(x - box.center.x) / 100)
        }
        let ways = straight.contains { $0.cost < 3 } ? straight : straight + detours(of: box, at: side)
        return Array(ways.sorted { $0.cost < $1.cost }.prefix(16))
    }

    /// Places on the edge of a band, near where the other end would have them.
    func landings(onBandAt side: PoolSide, near wishes: [Double]) -> [Landing] {
        let steps = (-24...24).map { Double($0) * 12 }
        let shifted = wishes.prefix(1).flatMap { wish in steps.map { (wish + $0, 1 + abs($0) / 60) } }
        let places = wishes.map { ($0, 0.0) } + shifted
        return places.map { x, cost in
            Landing(points: [Point(x, level(side))], cost: cost + self.cost(ofLandingAt: x, on: side))
        }
        .sorted { $0.cost < $1.cost }
    }

    func level(_ side: PoolSide) -> Double { side == .top ? 0 : height }

    private func landing(_ points: [Point], _ box: Bounds, _ cost: Double) -> Landing {
        Landing(points: points, cost: cost + self.cost(of: points, from: box))
    }

    /// Out of the node, aside, and on to the edge where the way is free; also around it, out of the side that looks away.
    private func detours(of box: Bounds, at side: PoolSide) -> [Landing] {
        let x = box.center.x
        let reach = stride(from: 6.0, through: 300, by: 6).flatMap { [box.x - $0, box.right + $0] }
        let aside = reach.filter { $0 > PoolPlan.head + 6 && $0 < width - 6 }
        return [side, side.other].flatMap { door in
            stride(from: 10.0, through: 34, by: 8).flatMap { step in
                let turn = door.edge(of: box) + (door == .top ? -step : step)
                guard turn > 2, turn < height - 2 else { return [Landing]() }
                return aside.map { way in
                    let points = [
                        Point(x, door.edge(of: box)), Point(x, turn), Point(way, turn), Point(way, level(side)),
                    ]
                    return landing(points, box, 4 + abs(way - x) / 60 + (door == side ? 0 : 3))
                }
            }
        }
    }
}

extension PoolSide {
    var other: PoolSide { self == .top ? .bottom : .top }

    fileprivate func edge(of box: Bounds) -> Double { self == .top ? box.y : box.bottom }
}

extension Bounds {
    /// Where a line can leave or reach it: the middle first; an event nowhere but near its middle.
    fileprivate func doors(near wishes: [Double]) -> [Double] {
        let room = width <= 50 ? 8 : width / 2 - 12
        let beside = stride(from: 0, through: room, by: width <= 50 ? 8 : 12).flatMap {
            [center.x - $0, center.x + $0]
        }
        return beside + wishes.filter { abs($0 - center.x) <= room }
    }
}
