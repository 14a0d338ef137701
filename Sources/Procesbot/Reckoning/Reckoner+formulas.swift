extension Reckoner {
    /// `Krediet = 36 x afloscapaciteit`: a number of times what the case gives.
    func products() -> [Outcome] {
        candidate.sentences.indices.flatMap { sentence -> [Outcome] in
            let tokens = candidate.sentences[sentence].tokens
            return tokens.indices.dropFirst().compactMap { sign -> Outcome? in
                guard ["x", "maal", "keer"].contains(tokens[sign].text), sign + 1 < tokens.count,
                    let factor = NumberWords.whole(tokens[sign - 1]), (2...10_000).contains(factor),
                    let known = known(base(after: sign, tokens), isNamed: true),
                    known.cents != 100, tokens[sign].text == "x" || known.isMoney && asksAmount
                else { return nil }
                let total = known.cents.multipliedReportingOverflow(by: factor)
                guard !total.overflow else { return nil }
                let outcome = bounded(total.partialValue, sentence)
                let values = [
                    "factor": String(factor), "geheel": Self.written(known.cents), "uitkomst": Self.written(outcome),
                ]
                return self.outcome("berekend.product", values, [range(sentence)], facts: [known.fact])
            }
        }
    }

    /// `10 procent van het inkomen`, `0,5 procent van het bedrag, maximaal 75 euro`: worked out where an amount is asked.
    func percentages() -> [Outcome] {
        guard asksAmount else { return [] }
        return candidate.sentences.indices.flatMap { sentence -> [Outcome] in
            let rule = candidate.rules.firstIndex { $0.sentences.contains(sentence) }
            guard rule.map({ candidate.verdicts[$0]?.truth }) != .no,
                !isTiered(sentence), !goesOn(sentence), candidate.sentences[sentence].terms.contains(where: isAsked)
            else { return [] }
            return percentages(in: sentence)
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
            if next < tokens.count, tokens[next].text == "van" {
                let words = base(after: next, tokens)
                whole = known(words, isNamed: words.contains { $0.weight >= 0.6 })
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

    /// No more than what the sentence sets as the most, no less than what it sets as the least.
    private func bounded(_ cents: Int, _ quantities: [Quantity], _ tokens: [Token]) -> Int {
        quantities.filter { $0.measure == .money }.reduce(cents) { part, bound in
            let before = tokens[..<bound.tokens.lowerBound].suffix(3).map(\.text)
            if bound.lower == nil, let most = bound.upper { return min(part, most) }
            if bound.upper == nil, let least = bound.lower { return max(part, least) }
            guard let value = bound.exact else { return part }
            if before.contains("maximum") { return min(part, value) }
            return before.contains("minimum") ? max(part, value) : part
        }
    }

    /// `Nooit meer dan 60 euro.`: a bound in a sentence behind it, in the same bullet or paragraph.
    private func bounded(_ cents: Int, _ sentence: Int) -> Int {
        candidate.sentences.indices.drop { $0 <= sentence }.prefix {
            candidate.sentences[$0].block == candidate.sentences[sentence].block
        }.reduce(cents) { part, next in
            let tokens = candidate.sentences[next].tokens
            let rule = candidate.rules.first { $0.sentences.contains(next) }
            guard tokens.count <= 9, rule?.condition == nil || rule?.leaning != nil else { return part }
            return bounded(part, QuantityReader.quantities(in: tokens), tokens)
        }
    }

    /// The words that name what is taken a part of, up to the end of their clause.
    private func base(after place: Int, _ tokens: [Token]) -> [Term] {
        let rest = tokens[(place + 1)...].prefix(5)
        let end = rest.firstIndex { $0.mark != nil } ?? rest.endIndex - 1
        let stop = rest.firstIndex { ["bij", "met", "en", "dat", "die", "voor", "of"].contains($0.text) } ?? end + 1
        return adviser.library.lexicon.terms(of: Array(tokens[(place + 1)..<max(place + 1, min(stop, end + 1))]))
    }

    /// The amount of the case by its name; where it has none (`het bedrag`), the only amount there is.
    private func known(_ terms: [Term], isNamed: Bool) -> (cents: Int, fact: String, isMoney: Bool)? {
        let strong = terms.filter { $0.weight >= 0.3 }
        guard !strong.isEmpty else { return nil }
        if isNamed {
            return amount(for: strong).map { found in
                let isMoney = found.statement.quantities.contains { $0.measure == .money }
                return (found.cents, found.statement.text.trimmed(of: ".,;:?"), isMoney)
            }
        }
        let amounts = asked.facts.quantities(.money).filter {
            $0.statement.origin == .question && $0.quantity.exact != nil
        }
        guard amounts.count == 1, let only = amounts.first, let cents = only.quantity.exact else { return nil }
        return (cents, only.statement.text.trimmed(of: ".,;:?"), true)
    }

    var asksAmount: Bool {
        asked.form.wants == .amount || asked.form.wants == .count
            || asked.form.asking.contains {
                ["hoeveel", "hoog", "kosten", "kost", "bedrag", "rekenen", "reken", "bereken", "rekent"].contains(
                    $0.text)
            }
    }

    private func isAsked(_ term: Term) -> Bool {
        term.weight >= 0.6 && asked.query.contains { $0.weight >= 0.6 && $0.term.likeness(to: term) >= 0.6 }
    }
}
