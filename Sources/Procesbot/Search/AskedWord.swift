extension PassageIndex {
    /// How the length of a passage tempers what its words say (BM25F).
    struct Norm {
        let perWord: Float

        func callAsFunction(_ length: Float) -> Float { 1 - PassageIndex.lengthNorm + perWord * length }
    }

    var norm: Norm { Norm(perWord: Self.lengthNorm / averageLength) }

    /// A word of the question that the index knows, with where each of its keys stands.
    struct AskedWord {
        struct Key {
            let postings: Postings
            let share: Float
        }

        let keys: [Key]
        let rarity: Float
        /// More than this it adds to no passage.
        let most: Float
        /// How often its keys stand somewhere.
        let count: Int
    }
}

extension PassageIndex.AskedWord {
    /// Nothing for a word that the index does not know or that weighs nothing.
    init?(_ term: QueryTerm, in index: PassageIndex) {
        rarity = index.rarity(of: term.keys.map(\.symbol)) * term.weight
        keys = term.keys.compactMap { key in index.postings[key.symbol].map { Key(postings: $0, share: key.share) } }
        guard rarity > 0, !keys.isEmpty else { return nil }
        let (norm, rarity) = (index.norm, rarity)
        most = keys.map { $0.most(rarity, norm) }.max() ?? 0
        count = keys.reduce(0) { $0 + $1.postings.passages.count }
    }

    /// What it says of each of these passages, which stand in order.
    func gains(of passages: [Int32], _ norm: PassageIndex.Norm) -> [Float] {
        var gained = [Float](repeating: 0, count: passages.count)
        for key in keys {
            var place = 0
            for (number, passage) in passages.enumerated() {
                place = key.postings.place(of: passage, from: place)
                guard let gain = key.gain(at: place, of: passage, rarity, norm) else { continue }
                gained[number] = max(gained[number], gain)
            }
        }
        return gained
    }
}

extension PassageIndex.AskedWord.Key {
    /// BM25F of an occurrence.
    @inline(__always)
    func gain(_ above: Float, _ text: Float, _ norm: Float, _ rarity: Float) -> Float {
        let often = (above * norm + text) * share
        return rarity * often / (PassageIndex.saturation * norm + often)
    }

    /// What it says of a passage, if that is what stands at a place.
    func gain(at place: Int, of passage: Int32, _ rarity: Float, _ norm: PassageIndex.Norm) -> Float? {
        guard place < postings.passages.count, postings.passages[place] == passage else { return nil }
        return gain(postings.above[place], postings.text[place], norm(postings.lengths[place]), rarity)
    }

    /// What no occurrence exceeds: all that was seen highest, in the shortest passage; a hair more, as sums are rounded.
    func most(_ rarity: Float, _ norm: PassageIndex.Norm) -> Float {
        gain(postings.mostAbove, postings.mostText, norm(postings.shortest), rarity) * 1.0001
    }

    /// BM25F of each occurrence: side by side, so that the processor does several at once.
    func gains(_ rarity: Float, _ norm: PassageIndex.Norm) -> [Float] {
        let count = postings.passages.count
        return [Float](unsafeUninitializedCapacity: count) { gains, filled in
            postings.above.withUnsafeBufferPointer { above in
                postings.text.withUnsafeBufferPointer { text in
                    postings.lengths.withUnsafeBufferPointer { lengths in
                        for place in 0..<count {
                            gains[place] = gain(above[place], text[place], norm(lengths[place]), rarity)
                        }
                    }
                }
            }
            filled = count
        }
    }
}
