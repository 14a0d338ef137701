import Procesbot

/// The words of a mail, made ready once for all rules and for the model.
struct Mailwoorden {
    private let sentences: [[RootWord]]
    private let places: [[String: [Int]]]

    init(_ text: String, _ roots: RootReader) {
        sentences = roots.sentences(in: text)
        places = sentences.map { words in
            Dictionary(grouping: words.indices) { words[$0].root }
        }
    }

    /// The roots that say something, each once, in order of the alphabet.
    var wortels: [String] {
        let all = sentences.joined().filter { !$0.isNumber && !$0.isSmall && $0.root.utf8.count > 2 }
        return Array(Set(all.map { String($0.root.prefix(30)) }).sorted().prefix(400))
    }

    /// The words as written of the first place where a saying stands; nothing where it does not, or is denied.
    func place(of saying: Sorteerregels.Zegswijze) -> String? {
        for (sentence, index) in zip(sentences, places) {
            guard let range = range(of: saying, in: index), !saying.behalve.contains(where: { index[$0] != nil })
            else { continue }
            let words = sentence[range]
            let before = sentence[max(0, range.lowerBound - 1)..<range.lowerBound]
            if !saying.ontkent, (Array(before) + Array(words)).contains(where: \.isDenial) { continue }
            return words.map(\.text).joined(separator: " ")
        }
        return nil
    }

    /// The narrowest stretch that holds all words, with at most four others between them.
    private func range(of saying: Sorteerregels.Zegswijze, in index: [String: [Int]]) -> ClosedRange<Int>? {
        guard let first = saying.wortels.first, let starts = index[first] else { return nil }
        var best: ClosedRange<Int>?
        for start in starts.prefix(50) {
            var (low, high) = (start, start)
            for root in saying.wortels.dropFirst() {
                guard let near = index[root]?.min(by: { abs($0 - start) < abs($1 - start) }) else { return nil }
                (low, high) = (min(low, near), max(high, near))
            }
            guard high - low < saying.wortels.count + 4 else { continue }
            if best.map({ high - low < $0.count - 1 }) ?? true { best = low...high }
        }
        return best
    }

    /// By the small words that only one language has.
    func taal(_ woorden: [Mailtaal: Set<String>]) -> Mailtaal {
        let texts = sentences.joined().lazy.filter { !$0.isNumber }.prefix(400).map(\.text)
        let counts = woorden.mapValues { known in texts.count { known.contains($0) } }
        guard let most = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }) else {
            return .onbekend
        }
        // One small word may stand in any language; of a line of text there are more. A short one that has a word of one
        // language alone is taken for that.
        let isAlone = counts.values.count { $0 > 0 } == 1
        let isShort = texts.count < Mailwoorden.enough && isAlone && most.key.kennenDeRegels
        let needed = max(isShort ? 1 : 2, texts.count / 12)
        if most.value >= needed { return most.key }
        return texts.count < Mailwoorden.enough ? .onbekend : .anders
    }

    /// As many words as hold some small ones in any language: where there are fewer, none of them says nothing.
    private static let enough = 12
}
