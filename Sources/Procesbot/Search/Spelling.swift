/// Finds the known word that a misspelled one stands for, by shared groups of three letters and edit distance.
struct Spelling: Sendable {
    private var words: [[UInt8]] = []
    private var known: Set<String> = []
    private var groups: [UInt32: [Int32]] = [:]

    init(_ vocabulary: some Sequence<String>) {
        for word in vocabulary { insert(word) }
    }

    mutating func insert(_ word: String) {
        guard word.utf8.count >= 4, known.insert(word).inserted else { return }
        let letters = Array(word.utf8)
        let number = Int32(words.count)
        words.append(letters)
        for group in Set(Self.groups(of: letters)) { groups[group, default: []].append(number) }
    }

    /// The nearest known word; `nil` when it is known itself or nothing is near enough.
    func guess(_ word: String) -> String? { guesses(word).first }

    /// All known words that are near enough, nearest first.
    func guesses(_ word: String) -> [String] {
        let letters = Array(word.utf8)
        guard letters.count >= 5, !known.contains(word) else { return [] }
        let allowed = letters.count >= 10 ? 2 : 1
        var shared: [Int32: Int] = [:]
        for group in Set(Self.groups(of: letters)) { for word in groups[group] ?? [] { shared[word, default: 0] += 1 } }
        var near: [(distance: Int, shared: Int, word: Int32)] = []
        for (candidate, count) in shared where count * 3 >= letters.count - 2 {
            let other = words[Int(candidate)]
            guard abs(other.count - letters.count) <= allowed else { continue }
            let distance = EditDistance.between(letters, other, atMost: allowed)
            guard distance <= allowed, Slip.isLikely(letters, for: other, distance) else { continue }
            near.append((distance, count, candidate))
        }
        return near.sorted { ($0.distance, -$0.shared, $0.word) < ($1.distance, -$1.shared, $1.word) }
            .map { String(decoding: words[Int($0.word)], as: UTF8.self) }
    }

    /// What the end of a compound may have been meant to be, where its beginning is a known word: `woning·onruiming`.
    func guessesOfEnd(_ word: String) -> [String] {
        let letters = Array(word.utf8)
        guard letters.count >= 10 else { return [] }
        for cut in 4...(letters.count - 6) where known.contains(String(decoding: letters[..<cut], as: UTF8.self)) {
            let found = guesses(String(decoding: letters[cut...], as: UTF8.self))
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The word that one was cut off from, before a vowel as people do: `dagtek` is `dagtekening`. With a point behind it (`isCut`) a
    /// shorter beginning is enough; where several words of different make begin so, there is none, nor for what may be a verb (`verjaard`).
    func completions(_ word: String, isCut: Bool) -> [String] {
        let letters = Array(word.utf8)
        guard letters.count >= (isCut ? 4 : 5), !known.contains(word), let last = letters.last,
            !Self.vowels.contains(last), isCut || !Set("dt".utf8).contains(last),
            let group = Self.groups(of: letters).first
        else { return [] }
        let longer = (groups[group] ?? []).map { words[Int($0)] }.filter {
            $0.count > letters.count + 2 && $0.starts(with: letters)
        }
        guard
            let shortest = longer.min(by: {
                $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
            }),
            Self.vowels.contains(shortest[letters.count]),
            !known.contains(String(decoding: shortest[letters.count...], as: UTF8.self)),
            longer.allSatisfy({ $0.starts(with: shortest.prefix(letters.count + 3)) })
        else { return [] }
        return [String(decoding: shortest, as: UTF8.self)]
    }

    private static let vowels = Set("aeiouy".utf8)

    private static func groups(of letters: [UInt8]) -> [UInt32] {
        let padded = [0x5E] + letters + [0x24]
        return (0..<padded.count - 2).map {
            UInt32(padded[$0]) << 16 | UInt32(padded[$0 + 1]) << 8 | UInt32(padded[$0 + 2])
        }
    }
}

/// Insertions, deletions, replacements and swaps of neighbours between two words (Damerau, optimal string alignment).
enum EditDistance {
    static func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var before: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var line = [row + 1] + Array(repeating: 0, count: right.count)
            for column in right.indices {
                let cost = letter == right[column] ? 0 : 1
                var least = min(last[column + 1] + 1, line[column] + 1, last[column] + cost)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, before[column - 1] + 1)
                }
                line[column + 1] = least
            }
            if let least = line.min(), least > limit { return limit + 1 }
            (before, last) = (last, line)
        }
        return last[right.count]
    }
}
