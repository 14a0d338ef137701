/// Reads the words of a condition into clauses joined by *and* and *or*.
struct ConditionReader {
    let lexicon: Lexicon
    let places: PlaceReader

    func condition(_ tokens: ArraySlice<Token>) -> Condition? {
        var tokens = tokens
        while let first = tokens.first, Self.fillers.contains(first.text) { tokens = tokens.dropFirst() }
        guard !tokens.isEmpty else { return nil }
        let conjuncts = split(tokens, at: ["en", "maar"])
        let parts = conjuncts.compactMap { part -> Condition? in
            let choices = split(part, at: ["of", "dan"]).map { Condition.clause(clause($0)) }
            return choices.count == 1 ? choices[0] : .any(choices)
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private static let fillers: Set<String> = [
        "als", "indien", "wanneer", "zodra", "zolang", "dat", "bij", "dan", "en", "of", "mits", "ook", "alleen",
    ]

    func clause(_ tokens: ArraySlice<Token>) -> Clause {
        let tokens = Array(tokens)
        return Clause(
            tokens: tokens, terms: lexicon.terms(of: tokens), quantities: QuantityReader.quantities(in: tokens),
            places: places.places(in: tokens), isDenied: Denial.isDenied(tokens))
    }

    /// Cuts at the joining words; commas join in the same way when the list ends in that word.
    private func split(_ tokens: ArraySlice<Token>, at joiners: Set<String>) -> [ArraySlice<Token>] {
        let cuts = tokens.indices.filter {
            joiners.contains(tokens[$0].text) && !isFixed($0, in: tokens) && $0 > tokens.startIndex
        }
        guard let last = cuts.last else { return [tokens] }
        // `en` between two nouns of one clause does not make two conditions.
        if joiners.contains("en"), !DutchSyntax.hasVerb(tokens[(last + 1)...]) || !DutchSyntax.hasVerb(tokens[..<last])
        {
            return [tokens]
        }
        var parts: [ArraySlice<Token>] = []
        var start = tokens.startIndex
        for index in tokens.indices where index <= last {
            if cuts.contains(index) {
                parts.append(tokens[start..<index])
                start = index + 1
            } else if tokens[index].mark == ",", index < last, !cuts.contains(index + 1) {
                parts.append(tokens[start...index])
                start = index + 1
            }
        }
        parts.append(tokens[start...])
        return parts.filter { !$0.isEmpty }
    }

    /// `twee of meer`, `nul of lager`, `tot en met`.
    private func isFixed(_ index: Int, in tokens: ArraySlice<Token>) -> Bool {
        let next = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
        let before = index > tokens.startIndex ? tokens[index - 1].text : ""
        if tokens[index].text == "of" {
            return ["meer", "minder", "lager", "hoger", "langer", "korter", "eerder", "later"].contains(next)
        }
        return before == "tot" || next == "met"
            || tokens[index].text == "dan"
                && ["meer", "minder", "langer", "korter", "hoger", "lager", "anders"].contains(before)
    }
}
