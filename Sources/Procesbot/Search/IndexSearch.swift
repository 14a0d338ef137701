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
    ///
    /// The words that can say most come first. Once all that the others can add is less than what parts the best passages from the rest,
    /// they are looked up in the passages that can still win and nowhere else (MaxScore; Turtle and Flood, 1995).
    func search(_ query: [QueryTerm], limit: Int, allows: (Int) -> Bool) -> [Found] {
        let words = query.compactMap { AskedWord($0, in: self) }.sorted { $0.most > $1.most }
        var search = IndexSearch(self)
        var rest = words.reduce(0) { $0 + $1.most }
        for word in words {
            if search.isWorthNarrowing(for: word) { search.narrow(to: rest, before: word, limit, allows) }
            search.add(word)
            rest -= word.most
        }
        return search.best(limit, allows)
    }
}

/// One search: what each passage scores, word by word.
private struct IndexSearch {
    private let index: PassageIndex
    private let norm: PassageIndex.Norm
    private var board: ScoreBoard
    /// What the word at hand says of each passage; all zero between two words.
    private var gains: [Float] = []

    init(_ index: PassageIndex) {
        self.index = index
        norm = index.norm
        board = ScoreBoard(count: index.lengths.count)
    }

    /// A word counts once per passage, by whichever of its keys says most.
    mutating func add(_ word: PassageIndex.AskedWord) {
        if let few = board.passages { return board.add(word.gains(of: few, norm)) }
        if word.keys.count > 1 { addBest(of: word) } else { addOnly(word.keys[0], word.rarity) }
    }

    private mutating func addOnly(_ key: PassageIndex.AskedWord.Key, _ rarity: Float) {
        let gained = key.gains(rarity, norm)
        board.withScores { scores in
            // Each number of a posting is one of a passage: it need not be asked each time.
            for (passage, gain) in zip(key.postings.passages, gained) { scores[Int(passage)] += gain }
        }
    }

    private mutating func addBest(of word: PassageIndex.AskedWord) {
        if gains.isEmpty { gains = [Float](repeating: 0, count: board.count) }
        gains.withUnsafeMutableBufferPointer { gains in
            for key in word.keys {
                for (passage, gain) in zip(key.postings.passages, key.gains(word.rarity, norm)) {
                    gains[Int(passage)] = max(gains[Int(passage)], gain)
                }
            }
            board.withScores { scores in
                for key in word.keys {
                    for passage in key.postings.passages {
                        scores[Int(passage)] += gains[Int(passage)]
                        gains[Int(passage)] = 0
                    }
                }
            }
        }
    }
}

extension IndexSearch {
    /// How many occurrences are read in the time in which one is looked up for a passage.
    private static let leap = 12

    /// Looking for the best takes as long as some thousands of occurrences.
    func isWorthNarrowing(for word: PassageIndex.AskedWord) -> Bool {
        word.count > (board.passages == nil ? board.count / 16 : board.count)
    }

    /// Leaves out what cannot be among the best any more when no more than `rest` can be added; not while that is most of it.
    mutating func narrow(to rest: Float, before word: PassageIndex.AskedWord, _ limit: Int, _ allows: (Int) -> Bool) {
        guard let least = best(limit, allows).dropFirst(limit - 1).first?.score, least > rest else { return }
        let floor = least - rest
        guard board.count(from: floor) * word.keys.count * Self.leap < word.count else { return }
        board.keep(from: floor)
    }

    func best(_ limit: Int, _ allows: (Int) -> Bool) -> [PassageIndex.Found] {
        var best: [PassageIndex.Found] = []
        board.meet(above: 0) { place, score in
            let passage = board.passage(at: place)
            guard index.live[passage], allows(passage) else { return nil }
            best.append(PassageIndex.Found(passage: passage, score: score))
            guard best.count >= limit * 4 else { return nil }
            best.sort(by: >)
            best.removeLast(best.count - limit)
            return best.last?.score
        }
        return Array(best.sorted(by: >).prefix(limit))
    }
}
