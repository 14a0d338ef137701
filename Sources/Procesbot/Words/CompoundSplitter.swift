/// Cuts a Dutch compound in known words, with a linking `s`, `e` or `en`: `incassokosten` is `incasso` and `kosten`.
struct CompoundSplitter: Sendable {
    private let words: Set<String>
    private static let smallest = 3
    private static let particles: Set<String> = [
        "aan", "achter", "binnen", "door", "kwijt", "langs", "mede", "mis", "onder", "over", "samen", "terug", "tegen",
        "toe", "uit", "vast", "voor", "vooruit", "weg", "stil", "stop", "hoofd", "ex", "her", "klaar",
    ]

    init(words: Set<String>) { self.words = words.filter { $0.count >= Self.smallest && $0.allSatisfy(\.isLetter) } }

    /// The parts with their share of the meaning; the last part of a compound is its head. Empty for a simple word.
    func parts(of word: String) -> [(String, Float)] {
        let letters = Array(word)
        guard letters.count >= 7, letters.allSatisfy(\.isLetter) else { return [] }
        if let whole = split(letters, depth: 0) {
            return whole.enumerated().map { ($0.element, $0.offset == whole.count - 1 ? Float(0.7) : 0.5) }
        }
        return tail(of: letters).map { [($0, Float(0.5))] } ?? []
    }

    private func split(_ letters: [Character], depth: Int) -> [String]? {
        guard depth < 3, letters.count >= 5 else { return nil }
        for cut in (2...letters.count - Self.smallest).reversed() {
            let head = String(letters[..<cut])
            guard let first = modifier(head) else { continue }
            let rest = Array(letters[cut...])
            if isWord(String(rest)) { return [first, String(rest)] }
            if let parts = split(rest, depth: depth + 1) { return [first] + parts }
        }
        return nil
    }

    private func modifier(_ head: String) -> String? {
        if isWord(head) || Self.particles.contains(head) { return head }
        for link in ["en", "s", "e"] where head.hasSuffix(link) {
            let bare = String(head.dropLast(link.count))
            if bare.count > 3, isWord(bare) { return bare }
        }
        return nil
    }

    private func isWord(_ text: String) -> Bool { text.count >= Self.smallest && words.contains(text) }

    /// The longest known word of at least five letters at the end, when the beginning is unknown.
    private func tail(of letters: [Character]) -> String? {
        for start in 3..<max(3, letters.count - 4) {
            let rest = String(letters[start...])
            if words.contains(rest) { return rest }
        }
        return nil
    }
}
