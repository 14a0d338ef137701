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
        var search = IndexSearch(self, query)
        return search.best(limit, allows)
    }
}

/// One search: what each passage scores, word by word, the rarest first.
///
/// A word adds less than its rarity. So once the best lead by more than all that the common words could add, only those
/// near the best are still looked at (Turtle and Flood, 1995).
private struct IndexSearch {
    private let index: PassageIndex
    private let words: [IndexedWord]
    private var scores: [Float]
    /// What the word at hand says of each passage; all zero between two words.
    private var gains: [Float] = []

    /// Reading so many postings takes longer than looking up who leads.
    private static let many = 4_000

    init(_ index: PassageIndex, _ query: [QueryTerm]) {
        self.index = index
        words = query.compactMap { IndexedWord($0, index) }.sorted { $0.rarity > $1.rarity }
        scores = [Float](repeating: 0, count: index.lengths.count)
    }

    mutating func best(_ limit: Int, _ allows: (Int) -> Bool) -> [PassageIndex.Found] {
        for number in words.indices {
            let rest = words[number...].reduce(0) { $0 + $1.rarity }
            if words[number].postings > Self.many, let last = leaders(limit, allows).dropFirst(limit - 1).first,
                last.score > rest * 1.001
            {
                finish(words[number...], atLeast: last.score - rest * 1.001)
                break
            }
            add(words[number])
        }
        return leaders(limit, allows)
    }

    private mutating func finish(_ rest: ArraySlice<IndexedWord>, atLeast least: Float) {
        for passage in scores.indices where scores[passage] >= least {
            for word in rest { scores[passage] += word.gain(of: passage) }
        }
    }

    /// A word counts once per passage, by whichever of its keys says most.
    private mutating func add(_ word: IndexedWord) {
        guard word.keys.count > 1 else { return word.keys[0].gather(into: &scores, joining: +) }
        if gains.isEmpty { gains = [Float](repeating: 0, count: scores.count) }
        for key in word.keys { key.gather(into: &gains, joining: max) }
        for key in word.keys {
            for number in key.postings.passages {
                scores[Int(number)] += gains[Int(number)]
                gains[Int(number)] = 0
            }
        }
    }

    private func leaders(_ limit: Int, _ allows: (Int) -> Bool) -> [PassageIndex.Found] {
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
