/// A word of a query with the places where its keys stand.
struct IndexedWord {
    let keys: [Key]
    /// More than it can add to the score of any passage.
    let rarity: Float
    let postings: Int

    /// Nothing for a word that stands nowhere or says nothing.
    init?(_ term: QueryTerm, _ index: PassageIndex) {
        let rarity = index.rarity(of: term.keys.map(\.symbol)) * term.weight
        keys = term.keys.compactMap { key in
            index.postings[key.symbol].map { Key(postings: $0, share: key.share, rarity: rarity, index) }
        }
        guard rarity > 0, !keys.isEmpty else { return nil }
        self.rarity = rarity
        postings = keys.reduce(0) { $0 + $1.postings.passages.count }
    }

    /// What it adds to the score of one passage.
    func gain(of passage: Int) -> Float { keys.map { $0.gain(of: passage) }.max() ?? 0 }
}

extension IndexedWord {
    /// One root or concept of the word.
    struct Key {
        let postings: PassageIndex.Postings
        private let share: Float
        private let rarity: Float
        private let lengths: [Float]
        private let normPerWord: Float

        fileprivate init(postings: PassageIndex.Postings, share: Float, rarity: Float, _ index: PassageIndex) {
            (self.postings, self.share, self.rarity, lengths) = (postings, share, rarity, index.lengths)
            normPerWord = PassageIndex.lengthNorm / index.averageLength
        }

        @inline(__always)
        func gather(into sums: inout [Float], joining: (Float, Float) -> Float) {
            for place in postings.passages.indices {
                let passage = Int(postings.passages[place])
                sums[passage] = joining(sums[passage], gain(at: place, passage))
            }
        }

        fileprivate func gain(of passage: Int) -> Float {
            postings.place(of: Int32(passage)).map { gain(at: $0, passage) } ?? 0
        }

        /// BM25F of one occurrence.
        @inline(__always)
        private func gain(at place: Int, _ passage: Int) -> Float {
            let norm = 1 - PassageIndex.lengthNorm + normPerWord * lengths[passage]
            let often = (postings.above[place] * norm + postings.text[place]) * share
            return rarity * often / (PassageIndex.saturation * norm + often)
        }
    }
}
