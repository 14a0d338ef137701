/// The words of a passage by the field they stand in.
struct PassageFields {
    let title: [Term]
    let heading: [Term]
    let text: [Term]
}

/// An inverted index over three fields, scored by BM25F (Robertson and Zaragoza, 2009).
struct PassageIndex: Sendable {
    /// Where a root or concept stands, by passage; the number of a passage only grows.
    struct Postings: Sendable {
        private(set) var passages: [Int32] = []
        /// How often it stands in title and heading, and how often in the text; each occurrence counted for its share.
        private(set) var above: [Float] = []
        private(set) var text: [Float] = []
        /// How long each passage is, in words.
        private(set) var lengths: [Float] = []
        /// The highest of each and the shortest of all, from which follows what a word can say at most.
        private(set) var mostAbove: Float = 0
        private(set) var mostText: Float = 0
        private(set) var shortest: Float = .infinity

        fileprivate mutating func append(_ passage: Int32, above: Float, text: Float, length: Float) {
            passages.append(passage)
            self.above.append(above)
            self.text.append(text)
            lengths.append(length)
            (mostAbove, mostText, shortest) = (max(mostAbove, above), max(mostText, text), min(shortest, length))
        }

        /// Where a passage stands or would stand, at `start` or later: in leaps that double, then by halves.
        func place(of passage: Int32, from start: Int) -> Int {
            var (low, leap) = (start, 1)
            while low + leap <= passages.count, passages[low + leap - 1] < passage {
                (low, leap) = (low + leap, leap * 2)
            }
            var high = min(low + leap - 1, passages.count)
            while low < high {
                let middle = (low + high) / 2
                if passages[middle] < passage { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    private(set) var postings: [Symbol: Postings] = [:]
    private(set) var lengths: [Float] = []
    private(set) var live: [Bool] = []
    private var total: Float = 0
    private(set) var count = 0

    static let titleWeight: Float = 0.4
    static let headingWeight: Float = 2.5
    static let saturation: Float = 1.2
    static let lengthNorm: Float = 0.5

    var averageLength: Float { max(1, total / Float(max(1, count))) }

    mutating func insert(_ fields: PassageFields) {
        let number = Int32(lengths.count)
        var found: [Symbol: (above: Float, text: Float)] = [:]
        for (terms, weight) in [(fields.title, Self.titleWeight), (fields.heading, Self.headingWeight)] {
            for key in terms.lazy.flatMap(\.keys) { found[key.symbol, default: (0, 0)].above += key.share * weight }
        }
        for key in fields.text.lazy.flatMap(\.keys) { found[key.symbol, default: (0, 0)].text += key.share }
        let length = Float(fields.text.count + fields.heading.count)
        for (symbol, often) in found {
            postings[symbol, default: Postings()].append(number, above: often.above, text: often.text, length: length)
        }
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
    func frequency(of symbol: Symbol) -> Int { postings[symbol]?.passages.count ?? 0 }

    func rarity(of symbols: [Symbol]) -> Float {
        let frequency = symbols.map { self.frequency(of: $0) }.max() ?? 0
        return rarity(frequency: frequency)
    }

    func rarity(frequency: Int) -> Float {
        logarithm(1 + (Float(count) - Float(frequency) + 0.5) / (Float(min(frequency, count)) + 0.5))
    }
}
