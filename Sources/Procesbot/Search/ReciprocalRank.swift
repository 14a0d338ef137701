/// Several lists of the same things as one, by the places that they take (Cormack, Clarke and Büttcher, 2009).
enum ReciprocalRank {
    /// How little the first places count above the next.
    private static let damping = 60.0

    /// Best first; of equals the one that was named first.
    static func fused(_ lists: [[Int]]) -> [Int] {
        var (scores, named) = ([Int: Double](), [Int: Int]())
        for list in lists {
            for (place, number) in list.enumerated() {
                scores[number, default: 0] += 1 / (damping + Double(place + 1))
                named[number] = named[number] ?? named.count
            }
        }
        func key(_ number: Int) -> (Double, Int) { (scores[number] ?? 0, -(named[number] ?? 0)) }
        return scores.keys.sorted { key($0) > key($1) }
    }
}
