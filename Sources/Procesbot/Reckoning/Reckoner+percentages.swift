extension Reckoner {
    /// `10 procent van het inkomen`, `0,5 procent van het bedrag, maximaal 75 euro`: worked out where an amount is asked.
    func percentages() -> [Outcome] {
        guard asksAmount else { return [] }
        return candidate.sentences.indices.flatMap { sentence -> [Outcome] in
            let rule = candidate.rules.firstIndex { $0.sentences.contains(sentence) }
            guard rule.map({ candidate.verdicts[$0]?.truth }) != .no, equation(in: sentence) == nil,
                !isTiered(sentence), !goesOn(sentence),
                candidate.sentences[sentence].terms.contains(where: isAsked) || isOfNamed(sentence)
            else { return [] }
            return percentages(in: sentence)
        }
    }

    /// `10 procent van het openstaande bedrag` beside `openstaand 640 euro`, in a passage whose rule holds by the facts.
    private func isOfNamed(_ sentence: Int) -> Bool {
        guard candidate.hasHeldRule, asked.facts.only(.money, from: .question) != nil else { return false }
        let tokens = candidate.sentences[sentence].tokens
        return QuantityReader.quantities(in: tokens).contains { rate in
            guard rate.measure == .percent, let of = Self.preposition(behind: rate.tokens.upperBound, tokens) else {
                return false
            }
            let words = base(after: of, tokens)
            return Self.isWhole(words)
                && asked.facts.statements.contains { said in
                    said.quantities.contains { $0.measure == .money }
                        && said.tokens.contains { Self.open.contains($0.text) }
                }
        }
    }

    private func percentages(in sentence: Int) -> [Outcome] {
        let tokens = candidate.sentences[sentence].tokens
        let quantities = QuantityReader.quantities(in: tokens)
        let rates = quantities.filter { $0.measure == .percent }
        var whole: (cents: Int, fact: String, isMoney: Bool)?
        return rates.indices.compactMap { place in
            let rate = rates[place]
            let next = rate.tokens.upperBound
            if let of = Self.preposition(behind: next, tokens) {
                let words = base(after: of, tokens)
                // What another sentence works out is no amount that the case gives.
                guard !isWorkedOut(words) else { return nil }
                whole =
                    known(words, isNamed: words.contains { $0.weight >= 0.6 })
                    ?? (Self.isWhole(words) || isPrice(words) ? known(words, isNamed: false) : nil)
            } else if whole == nil {
                whole = price(in: sentence)
            }
            guard let whole, let share = rate.upper ?? rate.lower, share > 0 else { return nil }
            let product = whole.cents.multipliedReportingOverflow(by: share)
            guard !product.overflow else { return nil }
            let part = bounded(bounded((product.partialValue + 5_000) / 10_000, quantities, tokens), sentence)
            let end = place + 1 < rates.count ? rates[place + 1].tokens.lowerBound : tokens.count
            let bytes = tokens[rate.tokens.lowerBound].range.lowerBound..<tokens[end - 1].range.upperBound
            let values = [
                "procent": Self.written(share), "geheel": Self.written(whole.cents), "uitkomst": Self.written(part),
                "regel": candidate.document.text.quote(bytes).split(whereSeparator: \.isWhitespace).joined(
                    separator: " "),
            ]
            return outcome("berekend.procent", values, [range(sentence)], facts: [whole.fact])
        }
    }

    /// Whether a written sum of the passage says what these words come to.
    private func isWorkedOut(_ words: [Term]) -> Bool {
        candidate.sentences.indices.contains { index in
            guard let equation = equation(in: index) else { return false }
            let names = strong(candidate.sentences[index].terms).filter {
                equation.name.contains($0.tokens.lowerBound)
            }
            return words.contains { word in names.contains { $0.likeness(to: word) >= 0.8 } }
        }
    }

    /// `van het inkomen`, or `2 procent administratiekosten over het bedrag`.
    private static func preposition(behind place: Int, _ tokens: [Token]) -> Int? {
        guard place < tokens.count else { return nil }
        if tokens[place].text == "van" { return place }
        guard place + 1 < tokens.count, tokens[place].mark == nil, tokens[place + 1].text == "over" else { return nil }
        return place + 1
    }

    /// `van het openstaande bedrag`: what the case is about, by whatever name the question calls it.
    static func isWhole(_ words: [Term]) -> Bool {
        !words.isEmpty && words.allSatisfy { whole.contains($0.token.text) }
    }

    /// `30 procent van de begroting`: what a thing costs, where the question tells of one amount.
    private func isPrice(_ words: [Term]) -> Bool {
        words.contains { word in
            Self.prices.contains { adviser.library.lexicon.root(of: word.token.text).hasSuffix($0) }
        }
    }

    private static let prices = [
        "prijs", "begrot", "offert", "rekening", "factur", "nota", "kost", "tarief", "aanschaf", "aankop", "waard",
    ]

    /// `Bij een kunstgebit betaalt de patiënt 25 procent`: of the one amount of the question, if that is of the same thing.
    private func price(in sentence: Int) -> (cents: Int, fact: String, isMoney: Bool)? {
        guard let only = asked.facts.only(.money, from: .question) else { return nil }
        let named = strong(candidate.sentences[sentence].terms).filter { $0.weight >= 0.6 }
        let isSame = only.statement.terms.contains { one in named.contains { $0.likeness(to: one) >= 0.8 } }
        return isSame ? (only.value, only.statement.told, true) : nil
    }

    private static let whole: Set<String> = [
        "bedrag", "openstaand", "openstaande", "open", "verschuldigd", "verschuldigde", "schuld", "achterstand",
        "vordering", "hoofdsom", "som", "totaal", "totale", "saldo", "restant",
    ]
}
