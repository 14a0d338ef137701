/// The words of a passage by the field they stand in.
struct PassageFields {
    let title: [Term]
    let heading: [Term]
    let text: [Term]
}

/// An inverted index over three fields, scored by BM25F (Robertson and Zaragoza, 2009).
struct PassageIndex: Sendable {
    struct Posting: Sendable {
        let passage: Int32
        /// How often, each occurrence counted for its share, per field.
        var title: Float
        var heading: Float
        var text: Float
    }

    private(set) var postings: [Symbol: [Posting]] = [:]
    private var lengths: [Float] = []
    private var live: [Bool] = []
    private var total: Float = 0
    private(set) var count = 0

    static let titleWeight: Float = 0.4
    static let headingWeight: Float = 2.5
    static let saturation: Float = 1.2
    static let lengthNorm: Float = 0.5

    mutating func insert(_ fields: PassageFields) {
        let number = Int32(lengths.count)
        var found: [Symbol: Posting] = [:]
        func add(_ terms: [Term], _ field: WritableKeyPath<Posting, Float>) {
            for term in terms {
                for key in term.keys {
                    found[key.symbol, default: Posting(passage: number, title: 0, heading: 0, text: 0)][
                        keyPath: field] += key.share
                }
            }
        }
        add(fields.title, \.title)
        add(fields.heading, \.heading)
        add(fields.text, \.text)
        for (symbol, posting) in found { postings[symbol, default: []].append(posting) }
        let length = Float(fields.text.count + fields.heading.count)
        lengths.append(length)
        live.append(true)
        total += length
        count += 1
    }

    mutating func remove(_ passage: Int) {
        guard live.indices.contains(passage), live[passage] else { return }
        live[passage] = false
        total -= lengths[passage]
        count -= 1
    }

    func contains(_ symbol: Symbol) -> Bool { postings[symbol] != nil }

    /// In how many passages a root or concept stands.
    func frequency(of symbol: Symbol) -> Int { postings[symbol]?.count ?? 0 }

    func rarity(of symbols: [Symbol]) -> Float {
        let frequency = symbols.map { self.frequency(of: $0) }.max() ?? 0
        return rarity(frequency: frequency)
    }

    func rarity(frequency: Int) -> Float {
        logarithm(1 + (Float(count) - Float(frequency) + 0.5) / (Float(min(frequency, count)) + 0.5))
    }
}

extension PassageIndex {
    /// The best passages for a query, best first; passages that `allows` refuses are left out.
    func search(_ query: [QueryTerm], limit: Int, allows: (Int) -> Bool) -> [(passage: Int, score: Float)] {
        var scores = [Float](repeating: 0, count: lengths.count)
        let average = max(1, total / Float(max(1, count)))
        var gains = [Float](repeating: 0, count: lengths.count)
        for term in query { add(term, to: &scores, &gains, average: average) }
        var best: [(passage: Int, score: Float)] = []
        var least: Float = 0
        for (passage, score) in scores.enumerated() where score > least && live[passage] && allows(passage) {
            best.append((passage, score))
            guard best.count >= limit * 4 else { continue }
            best.sort { ($0.score, -$0.passage) > ($1.score, -$1.passage) }
            best.removeLast(best.count - limit)
            least = best.last?.score ?? 0
        }
        best.sort { ($0.score, -$0.passage) > ($1.score, -$1.passage) }
        return Array(best.prefix(limit))
    }

    /// A term counts once per passage, by whichever of its keys says most; `gains` is all zero before and after.
    private func add(_ term: QueryTerm, to scores: inout [Float], _ gains: inout [Float], average: Float) {
        let rarity = rarity(of: term.keys.map(\.symbol)) * term.weight
        var touched: [Int] = []
        for key in term.keys {
            for posting in postings[key.symbol] ?? [] {
                let passage = Int(posting.passage)
                let norm = 1 - Self.lengthNorm + Self.lengthNorm * lengths[passage] / average
                let often =
                    (posting.title * Self.titleWeight + posting.heading * Self.headingWeight + posting.text / norm)
                    * key.share
                let gain = rarity * often / (Self.saturation + often)
                if gains[passage] == 0 { touched.append(passage) }
                if gain > gains[passage] { gains[passage] = gain }
            }
        }
        for passage in touched {
            scores[passage] += gains[passage]
            gains[passage] = 0
        }
    }
}
