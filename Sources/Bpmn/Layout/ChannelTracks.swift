/// Lines that run steeply between two columns as one trunk: those that leave one node, or one line on its way.
enum Trunk: Hashable {
    case from(ElementID)
    /// Past a place in a column that a long line goes through.
    case past(Int)
    /// Down from above all rows, by the place of the flow among all.
    case down(Int)
    /// Aside between two pools, by the place of the message flow among all.
    case message(Int)
}

/// What hangs on a trunk: where it comes from the left, where it goes on to the right, and how far it reaches.
struct Bundle {
    var trunk: Trunk
    var exit: Double?
    var entries: Set<Double> = []
    var low: Double
    var high: Double

    mutating func reach(_ height: Double) { (low, high) = (min(low, height), max(high, height)) }
}

/// The tracks of the trunks between two columns, from the left: what would lie on each other gets tracks of its own (channel routing,
/// after Hashimoto and Stevens, 1971).
struct ChannelTracks {
    /// The track of a trunk, and where it changes to another half-way.
    struct Place {
        var track: Int
        var jog: (height: Double, track: Int)?
    }

    private(set) var places: [Trunk: Place] = [:]
    private(set) var count = 0
    init(_ bundles: [Bundle]) {
        let order = ChannelOrder(bundles.filter { $0.low < $0.high })
        var tracks: [Int] = []
        for (index, strand) in order.strands.enumerated() {
            let before = order.strands[..<index].indices.filter { order.strands[$0].bundle.isNear(strand.bundle) }
            let track = (before.map { tracks[$0] }.max() ?? -1) + 1
            tracks.append(track)
            place(strand, on: track)
        }
        count = (tracks.max() ?? -1) + 1
    }

    private mutating func place(_ strand: ChannelOrder.Strand, on track: Int) {
        if let height = strand.jog {
            places[strand.bundle.trunk]?.jog = (height, track)
        } else {
            places[strand.bundle.trunk] = Place(track: track)
        }
    }
}

extension Bundle {
    /// Whether the two would touch, or nearly so, on one track.
    fileprivate func isNear(_ other: Bundle) -> Bool { low < other.high + 8 && other.low < high + 8 }
}
