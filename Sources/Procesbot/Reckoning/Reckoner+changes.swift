/// What a rule takes off an amount or puts on it, and what an amount has above a most.
extension Reckoner {
    /// `4 procent korting`, `er komt 25 procent bij`, of the one amount that the question names.
    func changes() -> [Outcome] {
        guard asksAmount, let whole = asked.facts.only(.money, from: .question), let best = candidate.relevance.max(),
            best > 0
        else { return [] }
        return candidate.sentences.indices.compactMap { sentence in
            guard let rule = candidate.rules.firstIndex(where: { $0.sentences.contains(sentence) }),
                candidate.verdicts[rule]?.truth != .no, candidate.relevance[rule] >= 0.7 * best,
                let (share, isMore) = change(in: candidate.sentences[sentence].tokens)
            else { return nil }
            let product = whole.value.multipliedReportingOverflow(by: isMore ? 10_000 + share : 10_000 - share)
            guard !product.overflow else { return nil }
            let total = (product.partialValue + 5_000) / 10_000
            let values = [
                "geheel": Self.written(whole.value), "procent": Self.written(share), "uitkomst": Self.written(total),
            ]
            return outcome(
                phrases(isMore ? "berekend.erbij" : "berekend.eraf", values), total, within: sentence,
                facts: [whole.statement.told])
        }
    }

    /// The only percentage of a sentence, in hundredths, and whether it comes on top.
    private func change(in tokens: [Token]) -> (share: Int, isMore: Bool)? {
        let rates = QuantityReader.quantities(in: tokens).filter { $0.measure == .percent }
        guard rates.count == 1, let share = rates[0].exact, (1...10_000).contains(share) else { return nil }
        let behind = tokens.dropFirst(rates[0].tokens.upperBound).prefix(2).map(\.text)
        let before = tokens[..<rates[0].tokens.lowerBound].suffix(2).map(\.text)
        guard behind.first != "van", behind.first != "over" else { return nil }
        let next = rates[0].tokens.upperBound
        if behind.first == "bij", next == tokens.count - 1 || tokens[next].mark != nil { return (share, true) }
        if behind.contains(where: Self.less.contains) || before.contains(where: Self.less.contains) {
            return (share, false)
        }
        if behind.contains(where: Self.more.contains) || before.contains(where: Self.more.contains) {
            return (share, true)
        }
        return nil
    }

    private static let less: Set<String> = [
        "korting", "minder", "lager", "goedkoper", "vermindering", "verlaagd", "af", "reductie",
    ]
    private static let more: Set<String> = [
        "toeslag", "opslag", "erbij", "extra", "hoger", "duurder", "verhoging", "verhoogd", "bovenop",
    ]

    /// `ten hoogste 450 euro … Wat meer kost, betaalt de ouder zelf`: what an amount of the case has above the most.
    func excess() -> [Outcome] {
        guard asksAmount, asked.form.asking.contains(where: { Self.own.contains($0.text) }),
            let whole = asked.facts.only(.money, from: .question)
        else { return [] }
        return candidate.sentences.indices.dropLast().compactMap { sentence in
            let bounds = QuantityReader.quantities(in: candidate.sentences[sentence].tokens).filter {
                $0.measure == .money && $0.lower == nil && !$0.isStrict
            }
            let words = candidate.sentences[sentence + 1].words
            guard let most = most(bounds, in: candidate.sentences[sentence].tokens), whole.value > most,
                candidate.sentences[sentence].words.contains(where: Self.giving.contains),
                words.contains(where: { ["meer", "erboven", "daarboven", "rest", "overige", "meerdere"].contains($0) }),
                words.contains(where: { ["zelf", "eigen", "betaalt", "betalen"].contains($0) })
            else { return nil }
            let rest = whole.value - most
            let sum = Self.written(whole.value) + " − " + Self.written(most)
            return outcome(
                "berekend.som", ["som": sum, "uitkomst": Self.written(rest)], [range(sentence), range(sentence + 1)],
                facts: [whole.statement.told])
        }
    }

    /// The only bound of a sentence, or of several the one behind which stands what the question names.
    private func most(_ bounds: [Quantity], in tokens: [Token]) -> Int? {
        guard bounds.count > 1 else { return bounds.first?.upper }
        let named = bounds.filter { bound in
            let words = Array(tokens.dropFirst(bound.tokens.upperBound).prefix(3))
            return adviser.library.lexicon.terms(of: words).contains { term in
                asked.query.contains { $0.term.likeness(to: term) >= 0.6 }
            }
        }
        return named.count == 1 ? named[0].upper : nil
    }

    private static let own: Set<String> = [
        "zelf", "bijleggen", "bijbetalen", "bijlegt", "bijbetaalt", "eigen", "overblijft", "rest",
    ]
    private static let giving: Set<String> = [
        "betaalt", "betalen", "vergoedt", "vergoeden", "vergoed", "draagt", "bijdraagt", "neemt", "bijdrage", "mee",
    ]
}
