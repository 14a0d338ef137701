extension Reckoner {
    /// `Krediet = 36 x afloscapaciteit`: a number of times what the case gives.
    func products() -> [Outcome] {
        let open = candidate.sentences.indices.filter { truth(of: $0) != .no }
        let held = open.filter { isHeld($0) && !times(in: $0).isEmpty }
        return (held.isEmpty ? open : held).flatMap(times)
    }

    private func truth(of sentence: Int) -> Truth? {
        candidate.rules.firstIndex { $0.sentences.contains(sentence) }.flatMap { candidate.verdicts[$0]?.truth }
    }

    /// Whether the facts fulfil the condition of a sentence.
    private func isHeld(_ sentence: Int) -> Bool {
        guard let rule = candidate.rules.firstIndex(where: { $0.sentences.contains(sentence) }) else { return false }
        return candidate.verdicts[rule]?.truth == .yes && candidate.verdicts[rule]?.evidence.isEmpty == false
    }

    private func times(in sentence: Int) -> [Outcome] {
        do {
            let tokens = candidate.sentences[sentence].tokens
            return tokens.indices.dropFirst().compactMap { sign -> Outcome? in
                guard ["x", "maal", "keer"].contains(tokens[sign].text), sign + 1 < tokens.count,
                    let factor = NumberWords.whole(tokens[sign - 1]), (2...10_000).contains(factor),
                    let known = known(base(after: sign, tokens), isNamed: true),
                    known.cents != 100, tokens[sign].text == "x" || known.isMoney && asksAmount
                else { return nil }
                let total = known.cents.multipliedReportingOverflow(by: factor)
                guard !total.overflow else { return nil }
                let values = [
                    "factor": String(factor), "geheel": Self.written(known.cents),
                    "uitkomst": Self.written(total.partialValue),
                ]
                return outcome(
                    phrases("berekend.product", values), total.partialValue, within: sentence, facts: [known.fact])
            }
        }
    }

    /// `130 per maand` is the `maandbedrag`: an amount by the name of its unit of time.
    private func rate(_ terms: [Term]) -> (cents: Int, fact: String, isMoney: Bool)? {
        let units = ["maand", "week", "jaar", "dag", "kwartaal"]
        guard terms.count <= 2, let name = terms.last?.token.text,
            let unit = units.first(where: { name.hasPrefix($0) && name.count > $0.count + 3 })
        else { return nil }
        for statement in asked.facts.statements {
            for quantity in statement.quantities where quantity.measure == .money || quantity.measure == .count {
                // `1.340 netto per maand`: a word may stand between.
                let behind = statement.tokens.dropFirst(quantity.tokens.upperBound).prefix(3).map(\.text)
                guard
                    zip(behind, behind.dropFirst()).contains(where: {
                        ["per", "elke", "iedere"].contains($0) && $1 == unit
                    }),
                    let value = quantity.exact, value >= 10, let cents = quantity.cents
                else { continue }
                return (cents, statement.text.trimmed(of: ".,;:?"), true)
            }
        }
        return nil
    }

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
                let words = tokens[fraction.tokens].map(\.text).joined(separator: " ")
                let sentenceText = phrases(
                    "berekend.breuk",
                    ["deel": words, "geheel": Self.written(known.cents), "uitkomst": Self.written(part)])
                return outcome(sentenceText, part, within: sentence, facts: [known.fact])
            }
        }
    }

    /// What was worked out, with what the sentence makes of it by its most or least.
    func outcome(_ worked: String, _ cents: Int, within sentence: Int, facts: [String]) -> Outcome {
        let tokens = candidate.sentences[sentence].tokens
        let kept = bounded(bounded(cents, QuantityReader.quantities(in: tokens), tokens), sentence)
        return Outcome(
            sentence: kept == cents ? worked : held(worked, kept),
            sources: [Composer(adviser, asked).source(candidate, range(sentence))], heading: candidate.heading,
            facts: facts)
    }

    /// The same with bounds of several sentences.
    func outcome(_ worked: String, _ cents: Int, to bounds: [Quantity], _ tokens: [Token], facts: [String]) -> Outcome {
        let kept = bounded(cents, bounds, tokens)
        return Outcome(
            sentence: kept == cents ? worked : held(worked, kept), sources: [], heading: candidate.heading,
            facts: facts)
    }

    private func held(_ worked: String, _ cents: Int) -> String {
        phrases("berekend.begrensd", ["zin": worked, "uitkomst": Self.written(cents)])
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
            if let rate = rate(strong) { return rate }
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
        asksMost || asked.form.wants == .amount || asked.form.wants == .count
            || asked.form.asking.contains {
                ["hoeveel", "hoog", "kosten", "kost", "bedrag", "rekenen", "reken", "bereken", "rekent"].contains(
                    $0.text)
            }
    }

    /// `Wat mag ik hooguit per maand vragen?`
    private var asksMost: Bool {
        let words = asked.form.asking.map(\.text)
        return words.first == "wat"
            && words.contains { ["hooguit", "maximaal", "hoogstens", "minimaal", "minstens"].contains($0) }
    }

    private func isAsked(_ term: Term) -> Bool {
        term.weight >= 0.6 && asked.query.contains { $0.weight >= 0.6 && $0.term.likeness(to: term) >= 0.6 }
    }
}
