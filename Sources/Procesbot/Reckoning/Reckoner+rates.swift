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
        guard let unit = unit(of: rule), let (count, fact) = count(of: unit) else { return [] }
        return amounts(of: rule).compactMap { cents in
            let total = cents.multipliedReportingOverflow(by: count)
            guard !total.overflow else { return nil }
            let values = [
                "factor": String(count), "geheel": Self.written(cents), "uitkomst": Self.written(total.partialValue),
            ]
            return outcome(
                phrases("berekend.product", values), total.partialValue, within: rule.sentences.lowerBound,
                facts: [fact])
        }
    }

    /// The amounts of a rule that is about one; of a row, those of its column.
    private func amounts(of rule: Rule) -> [Int] {
        let tokens = tokens(of: rule)
        let all = QuantityReader.quantities(in: tokens).filter { $0.measure == .money && $0.exact != nil }
        guard all.count > 1 else { return all.compactMap(\.exact) }
        guard let column = column(of: rule) else { return [] }
        return all.filter { column.overlaps(tokens[$0.tokens.lowerBound].range) }.compactMap(\.exact)
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

    /// How many of a unit the case names, where it names one number of them, and more than one.
    private func count(of unit: Token) -> (Int, String)? {
        if let period = PeriodUnit(word: unit.text) {
            return asked.facts.only(.period(period)).flatMap { $0.value > 1 ? ($0.value, $0.statement.told) : nil }
        }
        let lexicon = adviser.library.lexicon
        guard let name = lexicon.terms(of: [unit]).first else { return nil }
        let counted = asked.facts.statements.flatMap { statement in
            statement.quantities.compactMap { quantity -> (Int, String)? in
                guard quantity.measure == .count, let count = quantity.exact, (2...1_000).contains(count),
                    let thing = statement.tokens.dropFirst(quantity.tokens.upperBound).first,
                    lexicon.terms(of: [thing]).contains(where: { $0.likeness(to: name) >= 0.8 })
                else { return nil }
                return (count, statement.told)
            }
        }
        return counted.count == 1 ? counted[0] : nil
    }
}
