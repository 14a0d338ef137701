extension String {
    /// How many letters are missing, too many, wrong or swapped with their neighbour (optimal string alignment).
    public func mistakes(from other: String) -> Int {
        let (own, theirs) = (Array(self), Array(other))
        var before: [Int] = []
        var last = Array(0...theirs.count)
        for (row, letter) in own.enumerated() {
            var next = [row + 1]
            for (column, theirLetter) in theirs.enumerated() {
                let changed = last[column] + (letter == theirLetter ? 0 : 1)
                var least = Swift.min(changed, last[column + 1] + 1, next[column] + 1)
                if row > 0, column > 0, letter == theirs[column - 1], own[row - 1] == theirLetter {
                    least = Swift.min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            (before, last) = (last, next)
        }
        return last[theirs.count]
    }

    /// The name most like this one with few enough letters wrong to be meant by it; nothing where none is.
    public func nearest(of names: some Sequence<String>) -> String? {
        let allowed = count < 3 ? 0 : count < 5 ? 1 : count < 9 ? 2 : 3
        let found = names.filter { abs($0.count - count) <= allowed && $0 != self }.map {
            ($0, $0.mistakes(from: self))
        }
        return found.filter { $0.1 <= allowed }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }
}
