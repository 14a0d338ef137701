/// The trunks between two columns from left to right: one that comes from the left at a height stands before one that goes on to the
/// right there, since they would lie on each other; among the rest, what saves crossings.
struct ChannelOrder {
    /// A trunk or, where it changes its track at a height of its own, its first or second part.
    struct Strand {
        var bundle: Bundle
        /// Where the second part begins.
        var jog: Double?
    }

    private(set) var strands: [Strand] = []
    private var waiting: [Strand]
    private var isPlaced: [Bool]
    /// How many that still wait have to stand before each.
    private var blockers: [Int]
    /// Which trunks go on to the right at a height.
    private var enteringAt: [Double: [Int]] = [:]
    /// The crossings that it costs to place each before all that wait.
    private var costs: [Int]
    private var heights: Set<Double>
    /// With more trunks than this, crossings are not counted.
    private static let most = 80

    init(_ bundles: [Bundle]) {
        waiting = bundles.map { Strand(bundle: $0) }
        isPlaced = bundles.map { _ in false }
        blockers = bundles.map { _ in 0 }
        costs = bundles.map { _ in 0 }
        heights = Set(bundles.flatMap { $0.entries + [$0.exit].compactMap(\.self) })
        for (index, bundle) in bundles.enumerated() {
            for height in bundle.entries { enteringAt[height, default: []].append(index) }
        }
        for bundle in bundles { bundle.exit.map { block(at: $0, by: 1) } }
        if bundles.count <= Self.most { weigh(bundles) }
        while isPlaced.contains(false) { placeNext() }
    }

    private mutating func block(at height: Double, by count: Int) {
        for index in enteringAt[height] ?? [] { blockers[index] += count }
    }

    private mutating func weigh(_ bundles: [Bundle]) {
        for one in bundles.indices {
            costs[one] = bundles.indices.reduce(0) { $0 + difference(one, $1) }
        }
    }

    private func difference(_ one: Int, _ other: Int) -> Int {
        let (one, other) = (waiting[one].bundle, waiting[other].bundle)
        return one.crossings(leftOf: other) - other.crossings(leftOf: one)
    }

    private mutating func placeNext() {
        let free = waiting.indices.filter { !isPlaced[$0] && blockers[$0] == 0 }
        if let best = free.min(by: { (costs[$0], $0) < (costs[$1], $1) }) {
            place(best)
        } else if let first = isPlaced.firstIndex(of: false) {
            part(waiting.indices.first { !isPlaced[$0] && waiting[$0].bundle.exit != nil } ?? first)
        }
    }

    private mutating func place(_ index: Int) {
        strands.append(waiting[index])
        isPlaced[index] = true
        waiting[index].bundle.exit.map { block(at: $0, by: -1) }
        guard waiting.count <= Self.most else { return }
        for other in waiting.indices where !isPlaced[other] { costs[other] -= difference(other, index) }
    }

    /// Where each waits for another, one changes its track half-way: its first part stands before them, its second after.
    private mutating func part(_ index: Int) {
        var first = waiting[index].bundle
        guard let exit = first.exit else { return place(index) }
        let height = freeHeight(near: exit, towards: first)
        waiting[index].jog = height
        waiting[index].bundle.exit = nil
        waiting[index].bundle.low = min(height, first.entries.min() ?? height, first.low < exit ? first.low : height)
        waiting[index].bundle.high = max(height, first.entries.max() ?? height)
        first.entries = []
        (first.low, first.high) = (min(exit, height), max(exit, height))
        strands.append(Strand(bundle: first))
        block(at: exit, by: -1)
    }

    private mutating func freeHeight(near exit: Double, towards bundle: Bundle) -> Double {
        let end = bundle.high > exit ? bundle.high : bundle.low
        var height = ((exit + end) / 2).rounded()
        while heights.contains(where: { abs($0 - height) < 3 }) { height += 4 }
        heights.insert(height)
        return height
    }
}

extension Bundle {
    /// The crossings between two trunks, where this one stands left of the other.
    fileprivate func crossings(leftOf other: Bundle) -> Int {
        let incoming = other.exit.map { low < $0 && $0 < high } ?? false
        return (incoming ? 1 : 0) + entries.count { other.low < $0 && $0 < other.high }
    }
}
