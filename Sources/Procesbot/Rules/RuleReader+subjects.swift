extension RuleReader {
    func verb(after tokens: [Token]) -> Int? {
        (1..<min(tokens.count, 12)).first {
            $0 > 1 && DutchSyntax.isFinite($0, in: tokens) && !followsArticle($0, tokens)
        }
    }

    /// `Tot en met een restschuld van 1.000 euro kost …`: a sentence that opens with its bound.
    func boundedOpening(_ tokens: [Token]) -> Int? {
        // `Tot 1.000 euro houdt hij die; van wat erboven komt …` divides an amount, and excludes none.
        guard !Reckoner.isOverRest(tokens) else { return nil }
        guard let first = QuantityReader.quantities(in: tokens).first, first.isBound, first.tokens.lowerBound == 0,
            first.measure != .date, first.tokens.upperBound + 1 < tokens.count,
            ["tot", "boven", "onder", "vanaf", "meer", "minder"].contains(tokens[0].text)
        else { return nil }
        guard verb(after: tokens) == nil else { return nil }
        // The things that are counted belong to the number.
        return first.tokens.upperBound + (first.measure == .count ? 1 : 0)
    }

    /// `Een restschuld tot en met 25 euro boekt …`: a subject with a bound on it is a condition; `hooguit` says what the rule itself sets.
    func boundedSubject(_ tokens: [Token]) -> Int? {
        guard let verb = verb(after: tokens), verb >= 3, !Reckoner.isOverRest(tokens) else { return nil }
        let bounded = QuantityReader.quantities(in: Array(tokens[..<verb])).contains { quantity in
            guard quantity.isBound, quantity.measure != .date else { return false }
            let words = tokens[quantity.tokens].map(\.text)
            let isRange = quantity.lower != nil && quantity.upper != nil
            return isRange || words.contains("tot") || words.contains { Comparison.points($0) != nil }
                || ["boven", "onder", "vanaf"].contains(words.first ?? "")
        }
        return bounded || Season.read(Array(tokens[..<verb])) != nil ? verb : nil
    }

    func followsArticle(_ index: Int, _ tokens: [Token]) -> Bool {
        ["de", "het", "een"].contains(tokens[index - 1].text)
    }
}
