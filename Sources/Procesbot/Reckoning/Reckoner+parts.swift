/// What a rule takes of a sum: a share, how long a debt then takes, and what remains.
extension Reckoner {
    /// `Gebruik hooguit 80 procent van die ruimte`, and how long a debt then takes.
    func share(of total: Int, after sentence: Int, _ facts: [String]) -> [Outcome] {
        guard total > 0 else { return [] }
        for index in candidate.sentences.indices where index > sentence {
            if let part = fraction(of: total, in: index, facts) { return [part] }
            guard
                let percent = QuantityReader.quantities(in: candidate.sentences[index].tokens).first(where: {
                    $0.measure == .percent
                }),
                let rate = percent.upper ?? percent.lower, isOfResult(percent, index, of: sentence)
            else { continue }
            // At most so much is never rounded up.
            let part = Ratio(total).times(Ratio(rate))?.divided(by: Ratio(10_000))
            guard let part, let monthly = percent.isBound ? part.down(to: 1) : part.nearest(to: 1) else { continue }
            let values = [
                "procent": Self.written(rate), "geheel": Self.written(total), "uitkomst": Self.written(monthly),
            ]
            // What may be used at most is a part a month; any other share is of the sum as it stands.
            let share = outcome(
                percent.isBound ? "berekend.deel" : "berekend.deel.som", values, [range(index)], facts: facts)
            let kept = Rounding(candidate.sentences[index].tokens)?.rounded(part) ?? monthly
            return [kept == monthly ? share : rounded(share, kept)] + duration(kept, [range(index)])
                + rest(beyond: kept, after: index, facts)
        }
        return []
    }

    /// `60 procent van die ruimte`: of what the sum came to, and not of something else that the text names.
    private func isOfResult(_ percent: Quantity, _ index: Int, of sum: Int) -> Bool {
        let tokens = candidate.sentences[index].tokens
        let link = tokens.dropFirst(percent.tokens.upperBound).first?.text
        guard link == "van" || link == "over" else { return true }
        let words = base(after: percent.tokens.upperBound, tokens)
        let raw = tokens.dropFirst(percent.tokens.upperBound + 1).prefix(4).map(\.text)
        if words.isEmpty || raw.contains(where: Self.pointing.contains) { return true }
        let defining = candidate.sentences[sum..<index].flatMap { sentence -> [Term] in
            guard sentence.words.contains(where: { ["is", "heet", "noemen"].contains($0) }) else { return [] }
            return sentence.terms
        }
        let name = equation(in: sum).map { equation in
            candidate.sentences[sum].terms.filter { equation.name.contains($0.tokens.lowerBound) }
        }
        let names = (name ?? []) + defining + adviser.library.lexicon.terms(of: candidate.passage.heading)
        return words.contains { word in names.contains { $0.likeness(to: word) >= 0.6 } }
    }

    private static let pointing: Set<String> = [
        "die", "deze", "dit", "dat", "daarvan", "hiervan", "wat", "overblijft", "resteert", "rest", "ruimte",
        "verschil",
        "uitkomst",
    ]

    /// `Is de aanslag hoger, dan wordt het verschil kwijtgescholden`: what remains of an amount of the case.
    private func rest(beyond part: Int, after sentence: Int, _ facts: [String]) -> [Outcome] {
        candidate.sentences.indices.drop { $0 <= sentence }.prefix(3).flatMap { index -> [Outcome] in
            let words = candidate.sentences[index].words
            guard words.contains("verschil"), words.contains("hoger") || words.contains("meer"),
                let whole = amount(for: strong(candidate.sentences[index].terms)), whole.cents > part
            else { return [] }
            let sum = Self.written(whole.cents) + " − " + Self.written(part)
            return [
                outcome(
                    "berekend.som", ["som": sum, "uitkomst": Self.written(whole.cents - part)], [range(index)],
                    facts: facts + [whole.statement.told])
            ]
        }
    }

    func rounded(_ result: Outcome, _ cents: Int) -> Outcome {
        var result = result
        result.sentence = phrases("berekend.afgerond", ["zin": result.sentence, "uitkomst": Self.written(cents)])
        return result
    }

    /// `Bij ons staat 2.784 euro open`: a debt that is not called one.
    private var openAmount: Known? {
        let said = asked.facts.statements.filter { statement in
            statement.quantities.count == 1 && statement.tokens.contains { Self.open.contains($0.text) }
        }
        guard said.count == 1, let cents = said[0].quantities[0].cents else { return nil }
        return (cents, said[0], 1, nil)
    }

    static let open: Set<String> = [
        "open", "openstaat", "openstaan", "openstaand", "openstaande", "verschuldigd",
    ]

    private func duration(_ monthly: Int, _ ranges: [Range<Int>]) -> [Outcome] {
        let debt = amount(for: adviser.library.lexicon.terms(of: "schuld")) ?? openAmount
        guard let debt, debt.cents > 0, monthly > 0 else { return [] }
        let months = (debt.cents + monthly - 1) / monthly
        let values = ["schuld": Self.written(debt.cents), "termijn": Self.written(monthly), "maanden": String(months)]
        var result = outcome("berekend.duur", values, ranges, facts: [debt.statement.told])
        result.worked = "duur \(months) maanden"
        return [result]
    }
}
