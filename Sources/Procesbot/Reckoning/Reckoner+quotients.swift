extension Reckoner {
    /// `de schuld gedeeld door het maandbedrag`, with both amounts known.
    func quotients() -> [Outcome] {
        candidate.sentences.indices.flatMap { sentence -> [Outcome] in
            let tokens = candidate.sentences[sentence].tokens
            return tokens.indices.dropLast(2).compactMap { place in
                guard tokens[place].text == "gedeeld", tokens[place + 1].text == "door" else { return nil }
                let start = tokens[..<place].lastIndex { $0.mark != nil || $0.text == "is" }.map { $0 + 1 } ?? 0
                let rest = tokens[(place + 2)...]
                let end = rest.firstIndex { $0.mark != nil } ?? tokens.count - 1
                guard let above = named(tokens[start..<place]), let below = named(tokens[(place + 2)...end]),
                    above.statement.text != below.statement.text, below.cents > 0
                else { return nil }
                let scaled = above.cents.multipliedReportingOverflow(by: 100)
                guard !scaled.overflow else { return nil }
                let values = [
                    "geheel": Self.written(above.cents), "deler": Self.written(below.cents),
                    "uitkomst": Self.written((scaled.partialValue + below.cents / 2) / below.cents),
                ]
                let facts = [above, below].map { $0.statement.told }
                return outcome("berekend.deling", values, [range(sentence)], facts: facts)
            }
        }
    }

    private func named(_ words: ArraySlice<Token>) -> Known? {
        let terms = adviser.library.lexicon.terms(of: Array(words)).filter { $0.weight >= 0.3 }
        return terms.isEmpty ? nil : amount(for: terms)
    }
}
