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
        guard rarity > 0 else { return }
        if known.count == 1 { return gather(known[0].postings, known[0].share, rarity, into: &scores, joining: +) }
        for (postings, share) in known { gather(postings, share, rarity, into: &gains, joining: max) }
        for postings in known.lazy.map(\.postings) {
            for number in postings.passages {
                scores[Int(number)] += gains[Int(number)]
                gains[Int(number)] = 0
            }
        }
    }

    @inline(__always)
    private func gather(
        _ postings: PassageIndex.Postings, _ share: Float, _ rarity: Float, into sums: inout [Float],
        joining: (Float, Float) -> Float
    ) {
        for place in postings.passages.indices {
            let passage = Int(postings.passages[place])
            let norm = 1 - PassageIndex.lengthNorm + normPerWord * index.lengths[passage]
            let often = (postings.above[place] * norm + postings.text[place]) * share
            sums[passage] = joining(sums[passage], rarity * often / (PassageIndex.saturation * norm + often))
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
