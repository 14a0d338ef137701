/// Tells a slip of the fingers from a word that is merely alike: another word with another meaning is never put in its place.
enum Slip {
    private static let prefixes = [
        "aan", "achter", "af", "be", "bij", "binnen", "buiten", "door", "her", "in", "mee", "mis", "na", "om", "on",
        "onder", "ont", "op", "over", "tegen", "terug", "toe", "uit", "ver", "voor", "weg",
    ].map { Array($0.utf8) }

    /// Letters that lie beside each other on the keyboard, and letters that sound alike.
    private static let near: Set<[UInt8]> = {
        let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
        let pairs =
            rows.flatMap { zip($0, $0.dropFirst()).map { [$0, $1] } }
            + ["ck", "sz", "fv", "dt", "iy", "gh", "qk", "xs", "ei", "ea", "oa", "ou", "ue", "iu", "eu"].map(Array.init)
        return Set(
            pairs.flatMap { pair in
                let letters = pair.compactMap(\.asciiValue)
                return [letters, letters.reversed()]
            })
    }()

    /// Whether `word` may be a slip for `other`: the beginning stays, no prefix changes, and in a short word only near letters.
    static func isLikely(_ word: [UInt8], for other: [UInt8], _ distance: Int) -> Bool {
        let isSwapped = word.count > 1 && other.count > 1 && word[0] == other[1] && word[1] == other[0]
        guard word.first == other.first || isSwapped || distance == 1 && word.count >= 8 else { return false }
        guard !changesPrefix(word, other) else { return false }
        guard distance == 1, word.count == other.count, word.count <= 6 else { return true }
        let changed = zip(word, other).filter { $0 != $1 }
        return changed.count != 1 || near.contains([changed[0].0, changed[0].1])
    }

    /// `uitwonend` and `inwonend`, `onbetaald` and `betaald`: what stands behind the prefix is the same.
    private static func changesPrefix(_ word: [UInt8], _ other: [UInt8]) -> Bool {
        let (mine, its) = (rests(word), rests(other))
        return mine.contains { its.contains($0) } && !sharesPrefix(word, other) || mine.contains(other)
            || its.contains(word)
    }

    /// The same letters in front, so that only what follows differs.
    private static func sharesPrefix(_ word: [UInt8], _ other: [UInt8]) -> Bool {
        prefixes.contains { word.starts(with: $0) && other.starts(with: $0) }
    }

    /// What stands behind each prefix that a word begins with.
    private static func rests(_ word: [UInt8]) -> [[UInt8]] {
        prefixes.filter { word.starts(with: $0) && word.count >= $0.count + 4 }.map { Array(word.dropFirst($0.count)) }
    }
}
