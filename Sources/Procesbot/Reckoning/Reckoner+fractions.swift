extension Reckoner {
    /// `de helft van de schuld, ten hoogste 500 euro`: worked out where an amount is asked, and cut off where the sentence does.
    func fractions() -> [Outcome] {
        guard asksAmount else { return [] }
        return candidate.sentences.indices.flatMap { sentence -> [Outcome] in
            guard let rule = candidate.rules.firstIndex(where: { $0.sentences.contains(sentence) }),
                candidate.verdicts[rule]?.truth != .no
            else { return [] }
            let tokens = candidate.sentences[sentence].tokens
            return Fraction.all(in: tokens).compactMap { fraction in
                // In a condition it is what must be reached, and no sum.
                guard
                    candidate.rules[rule].action.contains(where: {
                        $0.range == tokens[fraction.tokens.lowerBound].range
                    }),
                    let known = known(base(after: fraction.tokens.upperBound, tokens), isNamed: true),
                    let part = fraction.part(of: known.cents)
                else { return nil }
                let words = fraction.words(in: tokens)
                let sentenceText = phrases(
                    "berekend.breuk",
                    ["deel": words, "geheel": Self.written(known.cents), "uitkomst": Self.written(part)])
                if let (count, fact) = units(per: tokens[fraction.tokens.upperBound...]) {
                    let total = part.multipliedReportingOverflow(by: count)
                    guard !total.overflow else { return nil }
                    let values = [
                        "factor": String(count), "geheel": Self.written(part),
                        "uitkomst": Self.written(total.partialValue),
                    ]
                    let worked = sentenceText + " " + phrases("berekend.product", values)
                    return outcome(worked, total.partialValue, within: sentence, facts: [known.fact, fact])
                }
                return outcome(sentenceText, part, within: sentence, facts: [known.fact])
            }
        }
    }

    /// `per dag`: of how many days the case speaks, where it names one number of them.
    private func units(per words: ArraySlice<Token>) -> (Int, String)? {
        let end = words.firstIndex { $0.mark != nil } ?? words.endIndex - 1
        guard let per = words[...end].firstIndex(where: { $0.text == "per" }), per + 1 < words.endIndex,
            let unit = PeriodUnit(word: words[per + 1].text)
        else { return nil }
        guard let said = asked.facts.only(.period(unit)), said.value > 1 else { return nil }
        return (said.value, said.statement.told)
    }
}
