/// What the passages of a library mean to one model, side by side; the nearest are found by looking at all of them.
struct PassageVectors: Sendable {
    let dimension: Int
    private let width: Int
    private(set) var numbers: [Int] = []
    private var lanes: [SIMD8<Float>] = []

    init(dimension: Int) {
        self.dimension = dimension
        width = (dimension + 7) / 8
    }

    /// One of another dimension is of another model, and is left out.
    mutating func insert(_ number: Int, _ meaning: Meaning) {
        guard meaning.dimension == dimension else { return }
        numbers.append(number)
        lanes += meaning.lanes
    }

    /// The passages nearest to a question, nearest first; those that `allows` refuses are left out.
    func nearest(to question: Meaning, limit: Int, allows: (Int) -> Bool) -> [Int] {
        guard question.dimension == dimension else { return [] }
        var best: [(number: Int, likeness: Float)] = []
        var least = -Float.infinity
        for (number, likeness) in zip(numbers, likenesses(to: question)) where likeness > least && allows(number) {
            best.append((number, likeness))
            guard best.count >= limit * 4 else { continue }
            best.sort { ($0.likeness, -$0.number) > ($1.likeness, -$1.number) }
            best.removeLast(best.count - limit)
            least = best.last?.likeness ?? least
        }
        best.sort { ($0.likeness, -$0.number) > ($1.likeness, -$1.number) }
        return best.prefix(limit).map(\.number)
    }

    private func likenesses(to question: Meaning) -> [Float] {
        lanes.withUnsafeBufferPointer { lanes in
            question.lanes.withUnsafeBufferPointer { asked in
                (0..<numbers.count).map { passage in
                    var sum = SIMD8<Float>.zero
                    for lane in 0..<width { sum += lanes[passage * width + lane] * asked[lane] }
                    return sum.sum()
                }
            }
        }
    }
}
