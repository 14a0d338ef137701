extension Condition {
    /// The same with each clause changed.
    func mapped(_ change: (Clause) -> Clause) -> Condition {
        switch self {
        case .clause(let clause): .clause(change(clause))
        case .all(let parts): .all(parts.map { $0.mapped(change) })
        case .any(let parts): .any(parts.map { $0.mapped(change) })
        case .atLeast(let count, let parts): .atLeast(count, parts.map { $0.mapped(change) })
        case .either(let parts): .either(parts.map { $0.mapped(change) })
        case .not(let part): .not(part.mapped(change))
        }
    }

    /// Both, where there are two.
    static func both(_ one: Condition?, _ other: Condition?) -> Condition? {
        guard let one, let other else { return one ?? other }
        return .all([one, other])
    }
}

extension Clause {
    /// What it speaks of besides its numbers: no units, no comparatives.
    var nouns: [Term] {
        terms.filter { term in
            term.weight >= 0.6 && PeriodUnit(word: term.token.text) == nil
                && Comparison.points(term.token.text) == nil && !["euro", "procent"].contains(term.token.text)
        }
    }

    func about(_ subject: [Term]) -> Clause {
        var clause = self
        clause.subject = subject
        return clause
    }

    /// With its bare numbers meant just so: the cells of a table and the ways out of a gateway exclude each other.
    var justSo: Clause {
        var clause = self
        clause.quantities = quantities.map { quantity in
            var quantity = quantity
            quantity.isExact = quantity.isExact || !isCountedFrom(quantity)
            return quantity
        }
        return clause
    }

    /// `8 dagen na de vervaldag` is a moment that comes and stays behind.
    private func isCountedFrom(_ quantity: Quantity) -> Bool {
        if case .position = quantity.measure { return true }
        return tokens.dropFirst(quantity.tokens.upperBound).first.map { ["na", "vanaf", "voor"].contains($0.text) }
            ?? false
    }
}
