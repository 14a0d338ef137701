extension Judge {
    /// A bound that a sentence sets without any condition (`De looptijd is ten hoogste 36 maanden`), when the case goes beyond it.
    func broken(_ rule: Rule, _ terms: [Term]) -> Verdict? {
        guard rule.condition == nil, rule.cells.isEmpty, rule.sentences.count == 1 else { return nil }
        let clause = Clause(
            tokens: rule.action, terms: terms, quantities: QuantityReader.quantities(in: rule.action), places: [],
            isDenied: false)
        return clause.quantities.lazy.filter { isLimit($0, rule.action) }.compactMap {
            verdict(onLimit: $0, of: clause)
        }
        .first { $0.truth == .no }
    }

    /// `hooguit`, `ten minste`, `één tot en met drie`; a deadline (`binnen`, `uiterlijk`) limits no number of the case.
    private func isLimit(_ quantity: Quantity, _ tokens: [Token]) -> Bool {
        guard quantity.isBound else { return false }
        let words = tokens[quantity.tokens].map(\.text)
        if words.contains("binnen") || words.contains("uiterlijk") { return false }
        switch quantity.measure {
        case .money, .period, .count: return true
        case .percent, .position, .date: return false
        }
    }
}
