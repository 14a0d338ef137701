extension PassageIndex {
    /// A passage with how well it fits.
    struct Found: Comparable {
        let passage: Int
        let score: Float

        /// Of equals the first one is better.
        static func < (left: Found, right: Found) -> Bool {
            (left.score, -left.passage) < (right.score, -right.passage)
        }
    }

    /// The best passages for a query, best first; passages that `allows` refuses are left out.
    func search(_ query: [QueryTerm], limit: Int, allows: (Int) -> Bool) -> [Found] {
        var search = IndexSearch(self)
        for term in query { search.add(term) }
        return search.best(limit, allows)
    }
}

/// One search: what each passage scores, word by word.
private struct IndexSearch {
    private let index: PassageIndex
    private var scores: [Float]
    /// What the word at hand says of each passage; all zero between two words.
    private var gains: [Float]
    private let normPerWord: Float

    init(_ index: PassageIndex) {
        self.index = index
        scores = [Float](repeating: 0, count: index.lengths.count)
        gains = scores
        normPerWord = PassageIndex.lengthNorm / index.averageLength
    }

    /// A word counts once per passage, by whichever of its keys says most.
    mutating func add(_ term: QueryTerm) {
        let rarity = index.rarity(of: term.keys.map(\.symbol)) * term.weight
        let known = term.keys.compactMap { key in index.postings[key.symbol].map { (postings: $0, share: key.share) } }
        guard rarity > 0, let first = known.first else { return }
        guard known.count > 1 else {
            return Self.join(first.postings, gained(first.postings, first.share, rarity), into: &scores, by: +)
        }
        for (postings, share) in known { Self.join(postings, gained(postings, share, rarity), into: &gains, by: max) }
        for passage in known.lazy.flatMap(\.postings.passages) {
            scores[Int(passage)] += gains[Int(passage)]
            gains[Int(passage)] = 0
        }
    }

    @inline(__always)
    private static func join(
        _ postings: PassageIndex.Postings, _ gained: [Float], into sums: inout [Float],
        by joining: (Float, Float) -> Float
    ) {
        // Each number of a posting is one of a passage: it need not be asked each time.
        sums.withUnsafeMutableBufferPointer { sums in
            for (passage, gain) in zip(postings.passages, gained) {
                sums[Int(passage)] = joining(sums[Int(passage)], gain)
            }
        }
    }

    /// BM25F of each occurrence: side by side, so that the processor does several at once.
    private func gained(_ postings: PassageIndex.Postings, _ share: Float, _ rarity: Float) -> [Float] {
        let base = 1 - PassageIndex.lengthNorm
        let count = postings.passages.count
        return [Float](unsafeUninitializedCapacity: count) { gains, filled in
            postings.above.withUnsafeBufferPointer { above in
                postings.text.withUnsafeBufferPointer { text in
                    postings.lengths.withUnsafeBufferPointer { lengths in
                        for place in 0..<count {
                            let norm = base + normPerWord * lengths[place]
                            let often = (above[place] * norm + text[place]) * share
                            gains[place] = rarity * often / (PassageIndex.saturation * norm + often)
                        }
                    }
                }
            }
            filled = count
        }
    }

    func best(_ limit: Int, _ allows: (Int) -> Bool) -> [PassageIndex.Found] {
        var best: [PassageIndex.Found] = []
        var least: Float = 0
        for (passage, score) in scores.enumerated() where score > least && index.live[passage] && allows(passage) {
            best.append(PassageIndex.Found(passage: passage, score: score))
            guard best.count >= limit * 4 else { continue }
            best.sort(by: >)
            best.removeLast(best.count - limit)
            least = best.last?.score ?? 0
        }
        return Array(best.sorted(by: >).prefix(limit))
    }
}
