extension [Token] {
    /// Whether a word that nothing knows looks like a verb, by its end and by what stands before it: `doornemen`, `geprikt`.
    func isVerb(at place: Int) -> Bool {
        let word = self[place].text
        guard place == 0 || !Self.announcing.contains(self[place - 1].text) else { return false }
        return word.utf8.count >= 6 && word.hasSuffix("en")
            || word.hasPrefix("ge") && (word.hasSuffix("d") || word.hasSuffix("t"))
    }

    /// What stands before a noun.
    private static let announcing: Set<String> = [
        "de", "het", "een", "t", "n", "mijn", "onze", "zijn", "haar", "hun", "welke", "welk", "hoeveel", "van", "voor",
        "bij", "over", "in", "op", "met", "geen", "deze", "dit", "die", "alle", "meer", "twee", "drie",
    ]
}
