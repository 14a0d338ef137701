/// The space between two pools: what turns aside there does so on a track of its own, and names stand beside the lines.
struct PoolGap {
    /// A line from a place on the pool above, or beside the pools, to one below.
    struct Piece {
        var route: Int
        var top: Double
        var bottom: Double
        var name: String?
    }

    let height: Double
    private let pieces: [Piece]
    private let tracks: ChannelTracks
    private let names: GapNames
    private static let step = 10.0
    private static let margin = 18.0

    init(_ pieces: [Piece]) {
        self.pieces = pieces
        tracks = ChannelTracks(pieces.map(\.bundle))
        names = GapNames(pieces)
        let turns = Double(max(tracks.count - 1, 0)) * Self.step
        height = max(40, 2 * Self.margin + turns + names.heightAbove + names.heightBelow)
    }

    /// The corners of a line between the pools, from top to bottom, measured from the upper pool.
    func corners(of route: Int) -> [Point] {
        guard let piece = pieces.first(where: { $0.route == route }),
            let place = tracks.places[.message(route)]
        else { return [] }
        let level = level(place.track)
        guard let jog = place.jog else { return [Point(piece.top, level), Point(piece.bottom, level)] }
        return [
            Point(piece.top, level), Point(jog.height, level), Point(jog.height, self.level(jog.track)),
            Point(piece.bottom, self.level(jog.track)),
        ]
    }

    /// Where the name of a line stands.
    func name(of route: Int) -> Bounds? {
        names.places[route].map { $0.isAbove ? $0.box.moved(0, 4) : $0.box.moved(0, height - names.heightBelow - 2) }
    }

    private func level(_ track: Int) -> Double {
        Self.margin + names.heightAbove + Double(track) * Self.step
    }
}

extension PoolGap.Piece {
    fileprivate var bundle: Bundle {
        Bundle(trunk: .message(route), exit: top, entries: [bottom], low: min(top, bottom), high: max(top, bottom))
    }
}

/// The names of the lines between two pools: beside the line where it leaves the pool above or reaches the one below, where that is free.
struct GapNames {
    private(set) var places: [Int: (box: Bounds, isAbove: Bool)] = [:]
    private(set) var heightAbove = 0.0
    private(set) var heightBelow = 0.0
    private let pieces: [PoolGap.Piece]

    init(_ pieces: [PoolGap.Piece]) {
        self.pieces = pieces
        for piece in pieces { if let name = piece.name { place(name, piece) } }
    }

    private mutating func place(_ name: String, _ piece: PoolGap.Piece) {
        let lines = TextFitting.wrap(name, width: FlowRouting.labelWidth(name) * 1.1 + 4, size: TextFitting.outside)
        let width = lines.map { TextFitting.width($0, size: TextFitting.outside) }.max() ?? 0
        let height = Double(lines.count) * TextFitting.lineHeight(TextFitting.outside)
        let spots = [(piece.top, true), (piece.bottom, false)].flatMap { x, isAbove in
            (0..<rows).flatMap { row in
                [x + 5, x - 5 - width].map { left in
                    (box: Bounds(left, Double(row) * 15, width, height), isAbove: isAbove)
                }
            }
        }
        let best = spots.enumerated().min { (cost($0.element), $0.offset) < (cost($1.element), $1.offset) }
        guard let spot = best?.element else { return }
        places[piece.route] = spot
        if spot.isAbove {
            heightAbove = max(heightAbove, spot.box.bottom)
        } else {
            heightBelow = max(heightBelow, spot.box.bottom)
        }
    }

    /// As many as the names of all lines together may take, one below the other.
    private var rows: Int { max(6, pieces.count * 3) }

    /// How bad it is: on another name worst, then on a line, then further from its line's end.
    private func cost(_ spot: (box: Bounds, isAbove: Bool)) -> Double {
        let lines = pieces.map { spot.isAbove ? $0.top : $0.bottom }
        let others = places.values.filter { $0.isAbove == spot.isAbove }
        let names = others.count { $0.box.touches(spot.box.grown(by: 1)) } + (spot.box.x < 0 ? 1 : 0)
        let met = lines.count { spot.box.x - 2 < $0 && $0 < spot.box.right + 2 }
        return Double(names) * 1_000 + Double(met) * 20 + spot.box.y / 15
    }
}
