/// The words by which Dutch denies and doubts.
enum Denial {
    private static let denying: Set<String> = [
        "niet", "geen", "nooit", "zonder", "niks", "niets", "nergens", "niemand", "noch", "nee",
    ]
    private static let doubting: Set<String> = [
        "misschien", "mogelijk", "wellicht", "onduidelijk", "onbekend", "vermoedelijk", "waarschijnlijk", "onzeker",
        "twijfelt",
    ]
    private static let doubtingPhrases = [
        ["weet", "niet"], ["weten", "niet"], ["niet", "bekend"], ["geen", "idee"], ["niet", "duidelijk"],
        ["niet", "zeker"], ["weinig", "bekend"],
    ]

    static func isDenied(_ tokens: some Collection<Token>) -> Bool {
        tokens.reduce(false) { denied, token in denying.contains(token.text) ? !denied : denied }
    }

    /// The same without the denials inside a saying that means something by itself: `niet betaald` is `gemist`.
    static func isDenied(_ tokens: [Token], _ terms: [Term]) -> Bool {
        isDenied(tokens.indices.filter { !isInSaying($0, terms) }.map { tokens[$0] })
    }

    static func isInSaying(_ place: Int, _ terms: [Term]) -> Bool {
        terms.contains { $0.tokens.count > 1 && $0.tokens.contains(place) }
    }

    static func isUncertain(_ tokens: [Token]) -> Bool {
        let words = tokens.map(\.text)
        if words.contains(where: doubting.contains) || knowsNot(words) { return true }
        return doubtingPhrases.contains { phrase in
            words.indices.contains {
                $0 + phrase.count <= words.count && Array(words[$0..<$0 + phrase.count]) == phrase
            }
        }
    }

    /// `ik weet echt niet welke kant …`: a word or two may stand between.
    private static func knowsNot(_ words: [String]) -> Bool {
        words.indices.contains { place in
            ["weet", "weten", "wist"].contains(words[place])
                && words[(place + 1)...].prefix(3).contains { $0 == "niet" || $0 == "nooit" }
        }
    }

    static func contains(_ word: String) -> Bool { denying.contains(word) }
}
