/// Amounts that a rule gives for each hour, lesson or child, for as many as the case names.
extension Reckoner {
    /// `32 euro per uur`, for the three hours of the case; of a row with several amounts, that of the column the case speaks of.
    func rates() -> [Outcome] {
        guard asksAmount, let best = ratedRules.map({ candidate.relevance[$0] }).max(), best > 0 else { return [] }
        return ratedRules.filter { candidate.relevance[$0] >= best }
            .min { candidate.rules[$0].terms.count < candidate.rules[$1].terms.count }
            .map { rates(of: candidate.rules[$0]) } ?? []
    }

    private var ratedRules: [Int] {
        candidate.rules.indices.filter { candidate.verdicts[$0]?.truth != .no && isRated(candidate.rules[$0]) }
    }

    private func isRated(_ rule: Rule) -> Bool { unit(of: rule) != nil && !amounts(of: rule).isEmpty }

    private func tokens(of rule: Rule) -> [Token] { candidate.sentences[rule.sentences].flatMap(\.tokens) }

    private func rates(of rule: Rule) -> [Outcome] {
        guard let unit = unit(of: rule), let count = count(of: unit) else { return [] }
        return amounts(of: rule).compactMap { cents in
            guard let total = Self.times(cents, count.hundredths) else { return nil }
            return outcome(
                product(count, cents, total), total, within: rule.sentences.lowerBound, facts: [count.fact])
        }
    }

    /// The amounts of a rule that is about one; of a row, those of its column.
    private func amounts(of rule: Rule) -> [Int] {
        let tokens = tokens(of: rule)
        let all = QuantityReader.quantities(in: tokens).filter { $0.measure == .money && $0.exact != nil }
        guard all.count > 1 else { return isOfOther(rule) ? [] : all.compactMap(\.exact) }
        if rule.cells.isEmpty { return rate(of: rule, all, tokens).map { [$0] } ?? [] }
        guard let column = column(of: rule) else { return [] }
        return all.filter { column.overlaps(tokens[$0.tokens.lowerBound].range) }.compactMap(\.exact)
    }

    /// `15 euro per meter, met een minimum van 90 euro`: the amount before its unit, where the question names what it is for.
    private func rate(of rule: Rule, _ amounts: [Quantity], _ tokens: [Token]) -> Int? {
        let rates = amounts.filter { amount in
            let behind = tokens.dropFirst(amount.tokens.upperBound).prefix(2).map(\.text)
            return behind.first.map(Self.each.contains) == true
                || behind.first == "voor" && behind.count > 1
                    && Self.each.contains(behind[1])
        }
        guard rates.count == 1, let rate = rates.first, rule.sentences.count == 1,
            asksFor(rule.sentences.lowerBound, besides: rate.tokens.lowerBound..<tokens.count)
        else { return nil }
        return rate.exact
    }

    /// A sentence that says what it is for, and under a heading that says so too, of which the question names nothing.
    private func isOfOther(_ rule: Rule) -> Bool {
        guard rule.cells.isEmpty, rule.sentences.count == 1, !candidate.headingMatch else { return false }
        let sentence = candidate.sentences[rule.sentences.lowerBound]
        let amount = QuantityReader.quantities(in: sentence.tokens).first { $0.measure == .money }
        let factors = (amount?.tokens.lowerBound ?? 0)..<sentence.tokens.count
        let purpose = purpose(of: rule.sentences.lowerBound, besides: factors)
        return !purpose.contains(where: isAsked) && purpose.contains { $0.weight >= 0.9 }
    }

    /// The cell whose header the case speaks of; where it speaks of none, that of all others.
    private func column(of rule: Rule) -> Range<Int>? {
        let said = asked.query.map(\.term) + asked.context.map(\.term)
        let fits = rule.cells.dropFirst().map { cell in
            adviser.library.lexicon.terms(of: cell.header).map { head in said.map(head.likeness).max() ?? 0 }.reduce(
                0, +)
        }
        if let best = fits.max(), best >= 0.6, let place = fits.firstIndex(of: best) {
            return rule.cells.dropFirst()[place + 1].value
        }
        return rule.cells.dropFirst().first {
            Self.remaining.contains(Tokenizer.tokens(of: $0.header).first?.text ?? "")
        }?
        .value
    }

    private static let remaining: Set<String> = ["andere", "anderen", "overige", "overigen", "alle"]

    /// `per uur`, `voor elk kind`: of a sentence the word right behind its amount, of a row anywhere in it.
    private func unit(of rule: Rule) -> Token? {
        let tokens = tokens(of: rule)
        let ends = QuantityReader.quantities(in: tokens).filter { $0.measure == .money }.map(\.tokens.upperBound)
        return tokens.indices.dropLast().first { place in
            let isNear =
                !rule.cells.isEmpty || ends.contains(place)
                || ends.contains(place - 1) && tokens[place - 1].text == "voor"
            return isNear && Self.each.contains(tokens[place].text) && tokens[place].mark == nil
                && !tokens[place + 1].isNumeric && !["maand", "keer"].contains(tokens[place + 1].text)
        }.map { tokens[$0 + 1] }
    }

    private static let each: Set<String> = ["per", "elk", "elke", "ieder", "iedere"]
}
