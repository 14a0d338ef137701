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

    static func isUncertain(_ tokens: [Token]) -> Bool {
        let words = tokens.map(\.text)
        if words.contains(where: doubting.contains) { return true }
        return doubtingPhrases.contains { phrase in
            words.indices.contains {
                $0 + phrase.count <= words.count && Array(words[$0..<$0 + phrase.count]) == phrase
            }
        }
    }

    static func contains(_ word: String) -> Bool { denying.contains(word) }
}
