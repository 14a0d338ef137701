extension Judge {
    /// A bound that a sentence sets without any condition (`De looptijd is ten hoogste 36 maanden`): whether the case stays within it.
    func limit(_ rule: Rule, _ terms: [Term]) -> Verdict? {
        guard rule.condition == nil, rule.cells.isEmpty, rule.sentences.count == 1, !Self.isWorkedOut(rule.action)
        else {
            return nil
        }
        let clause = Clause(
            tokens: rule.action, terms: terms,
            quantities: QuantityReader.quantities(in: rule.action).map { Self.superlative($0, rule.action) },
            places: [],
            isDenied: false)
        let verdicts = clause.quantities.filter { isLimit($0, rule.action) }.compactMap {
            verdict(onLimit: $0, of: clause)
        }
        return verdicts.first { $0.truth == .no } ?? verdicts.first { $0.truth == .yes }
    }

    /// `de helft van de schuld, ten hoogste 500 euro`, `9 euro per dag, hooguit 60 euro`: the bound is of what comes out, and of nothing
    /// that the case gives.
    private static func isWorkedOut(_ tokens: [Token]) -> Bool {
        if !Fraction.all(in: tokens).isEmpty { return true }
        let quantities = QuantityReader.quantities(in: tokens)
        let isShare = quantities.contains { $0.measure == .percent && !$0.isBound }
        let isTimes = tokens.indices.dropFirst().contains {
            ["keer", "maal", "x"].contains(tokens[$0].text) && NumberWords.hundredths(tokens[$0 - 1]) != nil
                && ["het", "de", "een"].contains(tokens.dropFirst($0 + 1).first?.text ?? "")
        }
        let isRate = quantities.contains { quantity in
            quantity.measure == .money && !quantity.isBound
                && ["per", "voor"].contains(tokens.dropFirst(quantity.tokens.upperBound).first?.text ?? "")
        }
        return quantities.contains { $0.measure == .money && $0.isBound } && (isShare || isTimes || isRate)
    }

    /// `Het laagste termijnbedrag is 5 euro`: a number that a superlative makes a bound.
    private static func superlative(_ quantity: Quantity, _ tokens: [Token]) -> Quantity {
        guard quantity.exact != nil, isSuperlative(quantity, tokens) else { return quantity }
        var bound = quantity
        if tokens.prefix(quantity.tokens.lowerBound).contains(where: { lowest.contains($0.text) }) {
            bound.upper = nil
        } else {
            bound.lower = nil
        }
        return bound
    }

    private static func isSuperlative(_ quantity: Quantity, _ tokens: [Token]) -> Bool {
        let before = tokens.prefix(quantity.tokens.lowerBound)
        return ["is", "bedraagt"].contains(before.last?.text ?? "")
            && before.suffix(5).contains { lowest.contains($0.text) || highest.contains($0.text) }
    }

    private static let lowest: Set<String> = ["laagste", "minimale", "kleinste", "kortste", "minimum", "minimumbedrag"]
    private static let highest: Set<String> = [
        "hoogste", "maximale", "grootste", "langste", "maximum", "maximumbedrag",
    ]

    private static let limiting: Set<String> = [
        "hooguit", "hoogstens", "hoogste", "maximaal", "max", "minstens", "minimaal", "tenminste", "minste", "niet",
    ]

    /// `hooguit`, `ten minste`, `duurt één tot en met drie`. A deadline (`binnen`) or the span of a rule (`tot en met 100 euro`)
    /// limits no number of the case.
    private func isLimit(_ quantity: Quantity, _ tokens: [Token]) -> Bool {
        guard quantity.isBound else { return false }
        let words = tokens[quantity.tokens].map(\.text)
        let isRange = quantity.lower != nil && quantity.upper != nil
        let before = tokens.prefix(quantity.tokens.lowerBound).last?.text ?? ""
        guard
            words.contains(where: Self.limiting.contains) || isRange && ["duurt", "is", "bedraagt"].contains(before)
                || Self.isSuperlative(quantity, tokens)
        else { return false }
        switch quantity.measure {
        case .money, .period, .count: return true
        case .percent, .position, .date: return false
        }
    }
}
