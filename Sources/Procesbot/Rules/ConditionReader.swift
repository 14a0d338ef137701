/// Reads the words of a condition into clauses joined by *and* and *or*.
struct ConditionReader {
    let lexicon: Lexicon
    let places: PlaceReader

    func condition(_ tokens: ArraySlice<Token>) -> Condition? {
        var tokens = tokens
        while let first = tokens.first, Self.fillers.contains(first.text) { tokens = tokens.dropFirst() }
        tokens = tokens.prefix(upTo: citation(in: tokens) ?? tokens.endIndex)
        guard !tokens.isEmpty else { return nil }
        if let colon = tokens.dropLast().lastIndex(where: { $0.mark == ":" }), colon - tokens.startIndex >= 2 {
            return named(tokens[...colon], by: tokens[(colon + 1)...])
        }
        let conjuncts = split(tokens, at: ["en", "maar"])
        let parts = conjuncts.compactMap { part -> Condition? in
            let clauses = split(part, at: ["of", "dan"]).map { clause($0) }
            let choices = clauses.map { choice -> Condition in
                var clause = choice
                clause.choice = Array(part)
                return .clause(sharing(clauses[0], clause))
            }
            return choices.count == 1 ? choices[0] : .any(choices)
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    /// Where a condition ends and the article begins that it is taken from: `als er dan niet is betaald (BW 6:96 lid 6)`.
    private func citation(in tokens: ArraySlice<Token>) -> Int? {
        tokens.indices.dropFirst().first { place in
            tokens[place].isCapitalised && tokens[place].text.count <= 4 && place + 1 < tokens.endIndex
                && tokens[place + 1].text.contains(":")
        }
    }

    /// `binnen 14 dagen een opname of verhuizing`: the term before the first of two nouns holds for the other as well.
    private func sharing(_ first: Clause, _ other: Clause) -> Clause {
        guard let term = first.quantities.first, first.quantities.count == 1, other.quantities.isEmpty,
            case .period = term.measure, term.isBound, !DutchSyntax.hasVerb(first.tokens[...]),
            first.tokens.count > term.tokens.upperBound, term.tokens.lowerBound <= 1
        else { return other }
        return clause((first.tokens[term.tokens] + other.tokens)[...])
    }

    private static let fillers: Set<String> = [
        "als", "indien", "wanneer", "zodra", "zolang", "dat", "bij", "dan", "en", "of", "mits", "ook", "alleen",
    ]

    /// `een van de gemeenten: A, B of C`: what stands behind the colon are the names of one thing.
    private func named(_ tokens: ArraySlice<Token>, by names: ArraySlice<Token>) -> Condition? {
        var parts: [ArraySlice<Token>] = []
        var start = names.startIndex
        for index in names.indices {
            if ["of", "en"].contains(names[index].text) {
                parts.append(names[start..<index])
                start = index + 1
            } else if names[index].mark == "," {
                parts.append(names[start...index])
                start = index + 1
            }
        }
        parts.append(names[start...])
        let choices = parts.filter { !$0.isEmpty }.map { Condition.clause(clause($0)) }
        return .both(
            condition(tokens.dropLast() + [tokens[tokens.endIndex - 1].unmarked]), choices.isEmpty ? nil : .any(choices)
        )
    }

    func clause(_ tokens: ArraySlice<Token>) -> Clause {
        let tokens = Array(tokens)
        let quantities = QuantityReader.quantities(in: tokens)
        // `niet ouder dan` is a bound and denies nothing.
        // In `niet binnen tien dagen` the second word belongs to the number: it is not the `niet binnen` of money that did not come.
        let terms = lexicon.terms(of: tokens).filter { term in
            term.tokens.count == 1 || !tokens[term.tokens].contains { Denial.contains($0.text) }
                || !quantities.contains { $0.tokens.overlaps(term.tokens) }
        }
        let words = tokens.indices.filter { index in
            !quantities.contains { $0.tokens.contains(index) } && !Denial.isInSaying(index, terms)
        }
        return Clause(
            tokens: tokens, terms: terms, quantities: quantities,
            places: places.places(in: tokens), isDenied: Denial.isDenied(words.map { tokens[$0] }))
    }

    /// Cuts at the joining words; commas join in the same way when the list ends in that word.
    private func split(_ tokens: ArraySlice<Token>, at joiners: Set<String>) -> [ArraySlice<Token>] {
        let cuts = tokens.indices.filter {
            joiners.contains(tokens[$0].text) && !isFixed($0, in: tokens) && $0 > tokens.startIndex
        }
        guard let last = cuts.last else { return [tokens] }
        // `en` between two nouns of one clause does not make two conditions.
        if joiners.contains("en"), !opensClause(tokens[(last + 1)...]),
            !DutchSyntax.hasVerb(tokens[(last + 1)...]) || !DutchSyntax.hasVerb(tokens[..<last])
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

    /// `… en geen uitzicht`, `… en meer dan 75 procent`: a denial or a bound begins a condition of its own, without a verb.
    private func opensClause(_ tokens: ArraySlice<Token>) -> Bool {
        guard let first = tokens.first, tokens.count > 1 else { return false }
        if ["geen", "zonder"].contains(first.text) { return true }
        let quantity = QuantityReader.quantities(in: Array(tokens)).first
        return quantity.map { $0.isBound && $0.tokens.lowerBound == 0 && tokens.count > $0.tokens.count } ?? false
    }

    /// `twee of meer`, `nul of lager`, `twee of drie`, `tot en met`.
    private func isFixed(_ index: Int, in tokens: ArraySlice<Token>) -> Bool {
        let next = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
        let before = index > tokens.startIndex ? tokens[index - 1].text : ""
        if tokens[index].text == "of" {
            return Comparison.points(next) != nil || joinsNumbers(index, in: tokens)
        }
        return before == "tot" || next == "met"
            || tokens[index].text == "en" && Comparison.points(next) != nil
                && index > tokens.startIndex && index + 2 >= tokens.endIndex
            || tokens[index].text == "dan"
                && (Comparison.points(before) != nil || before == "anders" || isCompared(index, tokens))
    }

    /// `jonger is dan 65`
    private func isCompared(_ index: Int, _ tokens: ArraySlice<Token>) -> Bool {
        guard index - 2 >= tokens.startIndex, index + 1 < tokens.endIndex else { return false }
        return Comparison.points(tokens[index - 2].text) != nil && NumberWords.hundredths(tokens[index + 1]) != nil
    }

    private func joinsNumbers(_ index: Int, in tokens: ArraySlice<Token>) -> Bool {
        guard index > tokens.startIndex, index + 1 < tokens.endIndex else { return false }
        return NumberWords.hundredths(tokens[index - 1]) != nil && NumberWords.hundredths(tokens[index + 1]) != nil
    }
}
