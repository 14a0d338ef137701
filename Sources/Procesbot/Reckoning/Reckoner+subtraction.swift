extension Reckoner {
    /// `Neem het inkomen. Trek daar de huur en 110 euro per kind van af`: the parts of a sum that is told as something to do.
    func subtraction() -> (Int, [Part])? {
        for (number, sentence) in candidate.sentences.enumerated() {
            let tokens = sentence.tokens
            guard let verb = tokens.firstIndex(where: { ["trek", "trekt", "haal"].contains($0.text) }),
                let end = tokens.lastIndex(where: { $0.text == "af" }), verb + 2 < end,
                let (whole, named) = sides(Array(tokens[(verb + 1)..<end]), before: number)
            else { continue }
            let further = Self.further(tokens[(end + 1)...], isListed: tokens[end].mark == ",")
            let minus = (Self.items(named) + Self.items(further)).map { part($0, isMinus: true) }
            let first = part(whole, isMinus: false)
            guard !first.terms.isEmpty, !minus.isEmpty else { continue }
            return (number, [first] + minus)
        }
        return nil
    }

    /// From what is taken, and what: `van het inkomen | de huur`, or `daar` for what the sentence before names.
    private func sides(_ words: [Token], before sentence: Int) -> (whole: [Token], items: [Token])? {
        guard let first = words.first else { return nil }
        if ["daar", "daarvan", "hier", "hiervan"].contains(first.text) {
            guard sentence > 0 else { return nil }
            let items = words.dropFirst().prefix { $0 != words.last || $0.text != "van" }
            return (candidate.sentences[sentence - 1].tokens, Array(items))
        }
        guard first.text == "van" else { return nil }
        let cut = words.indices.dropFirst(2).first {
            DutchSyntax.determiners.contains(words[$0].text) || words[$0].isNumeric
        }
        return cut.map { (Array(words[1..<$0]), Array(words[$0...])) }
    }

    /// `…van af, en voor het huishouden 350 euro per volwassene`: what goes off as well.
    private static func further(_ words: ArraySlice<Token>, isListed: Bool) -> [Token] {
        guard let first = words.first else { return [] }
        if ["en", "plus", "ook"].contains(first.text) { return [first.unmarked] + words.dropFirst() }
        // `…van af, 350 euro voor elke volwassene en 120 euro voor elk kind`
        let isAmount = QuantityReader.quantities(in: Array(words)).contains { $0.tokens.lowerBound == 0 }
        return isListed && isAmount ? Array(words) : []
    }

    private static func items(_ words: [Token]) -> [[Token]] {
        words.split { $0.text == "en" }.flatMap { piece in
            var items: [[Token]] = [[]]
            for word in piece {
                items[items.count - 1].append(word)
                if word.mark == "," { items.append([]) }
            }
            return items.filter { !$0.isEmpty }
        }
    }

    private func part(_ words: [Token], isMinus: Bool) -> Part {
        Part(
            name: words.map(\.text).joined(separator: " "), terms: strong(adviser.library.lexicon.terms(of: words)),
            isMinus: isMinus, isPerHead: QuantityReader.quantities(in: words).contains { $0.measure == .money },
            fixed: fixed(words))
    }

    /// `320 euro per volwassene`, for the household of the case.
    private func fixed(_ words: [Token]) -> Known? {
        guard let amount = QuantityReader.quantities(in: words).first(where: { $0.measure == .money }),
            let cents = amount.exact, let household = Household(asked.facts.statements),
            let heads = Self.heads(words[amount.tokens.upperBound...].map(\.text), household)
        else { return nil }
        return (cents * heads, household.said, 1, nil)
    }

    /// `De helft van wat overblijft`: a part in words of what came out.
    func fraction(of total: Int, in sentence: Int, _ facts: [String]) -> Outcome? {
        let tokens = candidate.sentences[sentence].tokens
        guard let fraction = Fraction.all(in: tokens).first, let part = fraction.part(of: total),
            tokens[fraction.tokens.upperBound...].prefix(4).contains(where: { Self.rests.contains($0.text) })
        else { return nil }
        let words = fraction.words(in: tokens)
        return outcome(
            "berekend.breuk",
            ["deel": words, "geheel": Self.written(total), "uitkomst": Self.written(part)], [range(sentence)],
            facts: facts)
    }

    private static let rests: Set<String> = [
        "overblijft", "resteert", "rest", "ruimte", "over", "verschil", "uitkomst",
    ]
}
