/// What each passage scores in a search: all of them at first, then those that can still win.
struct ScoreBoard {
    private var scores: [Float]
    /// Of which passages, in order; all of them while there is none.
    private(set) var passages: [Int32]?

    init(count: Int) { scores = [Float](repeating: 0, count: count) }

    var count: Int { scores.count }

    func passage(at place: Int) -> Int { passages.map { Int($0[place]) } ?? place }

    mutating func withScores<Result>(_ body: (UnsafeMutableBufferPointer<Float>) -> Result) -> Result {
        scores.withUnsafeMutableBufferPointer { body($0) }
    }

    mutating func add(_ gains: [Float]) {
        withScores { scores in for place in gains.indices { scores[place] += gains[place] } }
    }

    /// Forgets what scores less than this.
    mutating func keep(from floor: Float) {
        var (kept, scored): ([Int32], [Float]) = ([], [])
        meet(above: floor.nextDown) { place, score in
            kept.append(Int32(passage(at: place)))
            scored.append(score)
            return nil
        }
        (passages, scores) = (kept, scored)
    }

    /// How many score at least this.
    func count(from floor: Float) -> Int {
        scores.withUnsafeBufferPointer { scores in
            scores.reduce(into: 0) { count, score in count += score >= floor ? 1 : 0 }
        }
    }

    /// Meets what scores more than a floor, in order; what is answered is the floor from there on. The others are passed over sixteen at a time.
    func meet(above floor: Float, _ met: (_ place: Int, _ score: Float) -> Float?) {
        var floor = floor
        scores.withUnsafeBufferPointer { scores in
            let bytes = UnsafeRawBufferPointer(scores)
            for start in stride(from: 0, to: scores.count, by: 16) {
                if start + 16 <= scores.count {
                    let lane = bytes.loadUnaligned(fromByteOffset: start * 4, as: SIMD16<Float>.self)
                    if !any(lane .> floor) { continue }
                }
                for place in start..<min(start + 16, scores.count) where scores[place] > floor {
                    floor = met(place, scores[place]) ?? floor
                }
            }
        }
    }
}
