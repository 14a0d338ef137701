/// Whole numbers in order, cut at some of them.
struct DmnLine {
    /// A place on the line, or half a second behind it.
    struct Piece {
        let value: Int64
        var nanosecond: Int32 = 0
    }

    private let cuts: [Int64]
    private let otherwise: Int64
    private let bounds: ClosedRange<Int64>

    init(_ cuts: [Int64], otherwise: Int64, within bounds: ClosedRange<Int64> = -(1 << 60)...(1 << 60)) {
        self.cuts = Set(cuts).sorted()
        self.otherwise = otherwise
        self.bounds = bounds
    }

    /// Each cut, and one place of each piece between, before and behind them.
    var all: [Piece] {
        guard let first = cuts.first, let last = cuts.last else { return [Piece(value: otherwise)] }
        let between = zip(cuts, cuts.dropFirst()).filter { $1 - $0 > 1 }.map { $0 + ($1 - $0) / 2 }
        return ([first - 1] + cuts + between + [last + 1]).filter(bounds.contains).sorted().map { Piece(value: $0) }
    }

    /// The same where there is more between two whole numbers that follow each other.
    var dense: [Piece] { all + cuts.map { Piece(value: $0, nanosecond: 500_000_000) } }
}
