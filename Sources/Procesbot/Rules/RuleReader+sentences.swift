extension RuleReader {
    /// `splits` says that the next sentence goes on with *Anders*, so that what stands before a colon is a condition.
    func rule(_ sentence: Sentence, at index: Int, splits: Bool = false) -> Rule {
        let (condition, action) = divide(sentence.tokens, splits)
        var rule = Rule(
            sentences: index..<index + 1, range: sentence.range, condition: condition, action: Array(action),
            terms: sentence.terms,
            mood: mood(of: Array(action)), cells: [])
        rule.isBare =
            condition == nil
            && (sentence.tokens.count <= 5
                && sentence.tokens.first.map { DutchSyntax.openers.contains($0.text) } == true
                || sentence.tokens.count <= 8 && sentence.tokens.first?.text == "zie")
        return rule
    }

    /// `Een medewerker besluit, niet het systeem`: says who or what instead, and denies nothing of the rest.
    func isContrast(_ tokens: [Token]) -> Bool {
        guard let place = tokens.firstIndex(where: { $0.text == "niet" }), place > 1, tokens[place - 1].mark == ","
        else {
            return false
        }
        let rest = tokens[(place + 1)...]
        return rest.count <= 4 && !rest.isEmpty && !rest.indices.contains { DutchSyntax.isFinite($0, in: tokens) }
    }

    func mood(of tokens: [Token]) -> Rule.Mood {
        let words = tokens.map(\.text)
        if words.contains(where: { ["nooit", "geen"].contains($0) }) { return .forbid }
        if words.contains("niet"), words.count > 1, !isContrast(tokens) { return .forbid }
        if words.contains(where: { ["mag", "mogen", "kan", "kunnen"].contains($0) }) { return .permit }
        guard let first = tokens.first else { return .state }
        return DutchSyntax.determiners.contains(first.text) || FunctionWords.all.contains(first.text)
            ? .state : .instruct
    }
}
