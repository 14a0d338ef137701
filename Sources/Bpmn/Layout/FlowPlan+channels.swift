extension FlowPlan {
    /// What runs steeply between the columns, by the column that it lies right of.
    var bundles: [Int: [Bundle]] {
        var draft = BundleDraft()
        for (index, link) in graph.links.enumerated() {
            let start = Trunk.from(flows[index].source)
            if link.isDetour {
                addDetour(index, link, start, to: &draft)
            } else {
                addWay(index, link, start, to: &draft)
            }
        }
        return draft.channels.mapValues { $0.compactMap { draft.bundles[$0] } }
    }

    /// The height at which a line goes off to the right of the node that it leaves.
    func exit(of index: Int) -> Double { levels[flows[index].source] ?? height(of: graph.links[index].from) }

    /// The height above all rows at which a line runs back: the longest highest.
    func detourHeight(of index: Int) -> Double {
        18 + Double(detourRanks[index] ?? 0) * ScopeLayout.trackGap
    }

    private func addWay(_ index: Int, _ link: LayeredGraph.Link, _ start: Trunk, to draft: inout BundleDraft) {
        var (trunk, exit) = (start, exit(of: index))
        for (step, next) in (link.via + [link.to]).enumerated() {
            let entry = height(of: next)
            draft.add(trunk, after: graph.vertices[link.from].layer + step, exit: exit, entry: entry)
            (trunk, exit) = (.past(next), entry)
        }
    }

    private func addDetour(_ index: Int, _ link: LayeredGraph.Link, _ start: Trunk, to draft: inout BundleDraft) {
        let (top, layers) = (detourHeight(of: index), graph.vertices)
        draft.add(start, after: layers[link.from].layer, exit: exit(of: index), reaching: top)
        draft.add(.down(index), after: layers[link.to].layer - 1, entry: height(of: link.to), reaching: top)
    }
}

/// Collects bundles in the order in which they are met.
private struct BundleDraft {
    /// A trunk beside one column.
    struct Place: Hashable {
        var layer: Int
        var trunk: Trunk
    }

    var bundles: [Place: Bundle] = [:]
    var channels: [Int: [Place]] = [:]

    mutating func add(
        _ trunk: Trunk, after layer: Int, exit: Double? = nil, entry: Double? = nil, reaching end: Double? = nil
    ) {
        let heights = [exit, entry, end].compactMap(\.self)
        guard let low = heights.min(), let high = heights.max(), low < high else { return }
        let place = Place(layer: layer, trunk: trunk)
        if bundles[place] == nil {
            channels[layer, default: []].append(place)
            bundles[place] = Bundle(trunk: trunk, exit: exit, low: low, high: high)
        }
        bundles[place]?.reach(low)
        bundles[place]?.reach(high)
        if let entry { bundles[place]?.entries.insert(entry) }
    }
}
