/// Names of several words in titles and headings, by the letters that people type for them: `nv` is `Nieuw Vaarwater`, `udk` is `Uit de Knoop`.
struct NameInitials: Sendable {
    private var names: [String: String] = [:]

    mutating func insert(from heading: String) {
        let words = heading.split(separator: " ").map { $0.trimmingPunctuation }.filter { !$0.isEmpty }
        for start in words.indices where words[start].first?.isUppercase == true {
            for end in words.indices.dropFirst(start + 1).prefix(Self.longest) {
                if words[end].first?.isUppercase == true {
                    let name = words[start...end]
                    let initials = String(name.compactMap(\.first)).lowercased()
                    if names[initials] == nil { names[initials] = name.joined(separator: " ") }
                } else if !Self.joining.contains(words[end]) {
                    break
                }
            }
        }
    }

    /// The name that the letters stand for.
    subscript(initials: String) -> String? { names[initials] }

    private static let longest = 4
    private static let joining: Set<String> = ["de", "het", "van", "der", "den", "en", "voor", "in", "op", "bij"]
}

extension Library {
    /// A text with the letters of a name in full, where the library knows no such word.
    func inFull(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let letters = word.trimmingPunctuation
            guard (2...5).contains(letters.count), let name = register.initials[letters.lowercased()],
                isStrange(letters.lowercased())
            else { return String(word) }
            return String(word).replacing(letters, with: name, maxReplacements: 1)
        }.joined(separator: " ")
    }

    /// Whether neither the library nor everyday Dutch has the word.
    private func isStrange(_ word: String) -> Bool {
        let root = lexicon.root(of: word)
        return !FunctionWords.all.contains(word) && !lexicon.isIdle(root) && !lexicon.hasConcept(root)
            && PeriodUnit(word: word) == nil && !index.contains(lexicon.symbol(of: root))
    }
}

extension Substring {
    fileprivate var trimmingPunctuation: String { String(self).trimmed(of: "?!,.;:()\"'") }
}
