import Basics

/// How many of a unit the case gives, and what a formula makes of it: `de lengte in meters maal 85 euro`.
extension Reckoner {
    /// A number of things in hundredths, as it is written, with the fact that says it.
    typealias Count = (hundredths: Int, written: String, fact: String)

    /// A count of the case times the amount of a formula that names what is counted and its unit.
    func formulas() -> [Outcome] {
        guard asksAmount else { return [] }
        return candidate.sentences.indices.compactMap { sentence in
            let tokens = candidate.sentences[sentence].tokens
            guard !isRuledOut(sentence), let formula = Formula(tokens), asksFor(sentence, besides: formula.factors),
                let count = count(of: formula, tokens),
                let total = Self.times(formula.cents, count.hundredths)
            else { return nil }
            return outcome(
                product(count, formula.cents, total), total, within: sentence, facts: [count.fact])
        }
    }

    func isRuledOut(_ sentence: Int) -> Bool {
        candidate.rules.firstIndex { $0.sentences.contains(sentence) }.map {
            candidate.verdicts[$0]?.truth == .no
        } ?? false
    }

    /// `8 keer 85 euro is 680 euro.`
    func product(_ count: Count, _ cents: Int, _ total: Int) -> String {
        phrases(
            "berekend.product",
            ["factor": count.written, "geheel": Self.written(cents), "uitkomst": Self.written(total)])
    }

    /// Rounded to a whole cent; nothing where it is too large.
    static func times(_ cents: Int, _ hundredths: Int) -> Int? {
        let product = cents.multipliedReportingOverflow(by: hundredths)
        return product.overflow ? nil : (product.partialValue + 50) / 100
    }

    /// The number by its name (`lengte 8`), else the one number of the case in that unit.
    private func count(of formula: Formula, _ tokens: [Token]) -> Count? {
        let unit = tokens[formula.unit]
        let names = tokens[formula.name].filter { !FunctionWords.all.contains($0.text) }
        let known = names.lazy.compactMap { name in
            ModelName(name.text + " in " + unit.text).flatMap(NamedFacts(asked.facts).number)
        }.first
        guard let known, let hundredths = (known.value * 100)?.integer, hundredths > 0 else { return count(of: unit) }
        return (hundredths, known.value.description.replacing(".", with: ","), known.said.told)
    }

    /// How many of a unit the case names, where it names one number of them, and more than one.
    func count(of unit: Token) -> Count? {
        if let period = PeriodUnit(word: unit.text) {
            return asked.facts.only(.period(period)).flatMap {
                $0.value > 1 ? ($0.value * 100, String($0.value), $0.statement.told) : nil
            }
        }
        guard let name = adviser.library.lexicon.terms(of: [unit]).first else { return nil }
        let counted = asked.facts.statements.flatMap { statement in
            statement.quantities.compactMap { number($0, in: statement, of: name) }
        }
        return counted.count == 1 ? counted[0] : nil
    }

    /// `8 meter`, and `7,5 meter`, which has no euro beside it.
    private func number(_ quantity: Quantity, in statement: Statement, of name: Term) -> Count? {
        guard let value = quantity.exact,
            let thing = statement.tokens.dropFirst(quantity.tokens.upperBound).first,
            adviser.library.lexicon.terms(of: [thing]).contains(where: { $0.likeness(to: name) >= 0.8 })
        else { return nil }
        let words = statement.tokens[quantity.tokens].map(\.text)
        switch quantity.measure {
        case .count where (2...1_000).contains(value): return (value * 100, String(value), statement.told)
        case .money where words.count == 1 && (101...100_000).contains(value):
            return (value, words[0], statement.told)
        case .count, .money, .percent, .period, .position, .date: return nil
        }
    }

    /// Whether the question names what a sentence gives an amount for, besides its unit and its name for the number.
    func asksFor(_ sentence: Int, besides factors: Range<Int>) -> Bool {
        purpose(of: sentence, besides: factors).contains(where: isAsked)
    }

    /// The words that say what a sentence gives an amount for.
    func purpose(of sentence: Int, besides factors: Range<Int>) -> [Term] {
        candidate.sentences[sentence].terms.filter {
            $0.weight >= 0.6 && !$0.tokens.overlaps(factors) && !Self.costing.contains($0.token.text)
        }
    }

    /// Words that any price has in common with any other.
    private static let costing: Set<String> = [
        "euro", "minimum", "maximum", "kost", "kosten", "prijs", "tarief", "bedrag", "bedraagt", "betaalt", "betalen",
    ]
}
