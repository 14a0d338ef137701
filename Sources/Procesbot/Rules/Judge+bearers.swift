extension Judge {
    /// The noun beside the number is one of the subject.
    func isNamed(_ statement: Statement, _ quantity: Quantity, _ subject: [Term]) -> Bool {
        if isInstalment(quantity, of: statement, for: subject) { return true }
        let near = statement.terms.filter {
            $0.tokens.upperBound >= quantity.tokens.lowerBound - 1 && $0.tokens.lowerBound <= quantity.tokens.upperBound
                && PeriodUnit(word: $0.token.text) == nil
        }
        return near.contains { one in subject.contains { $0.likeness(to: one) >= 0.6 } }
    }

    /// The number of the case that is most plainly of the same thing: its name stands by it before elsewhere in the sentence.
    func nearest(
        _ candidates: [(statement: Statement, quantity: Quantity)], _ subject: [Term], _ wanted: Quantity
    ) -> (statement: Statement, quantity: Quantity)? {
        if wanted.isAge { return candidates.first }
        let weighed = candidates.map { one in
            (one: one, fit: relation(of: one.statement, one.quantity, to: subject, wanted))
        }
        let best = weighed.map(\.fit).max() ?? 0
        return best > 0 ? weighed.first { $0.fit == best }?.one : nil
    }

    /// Comparatives and the signs of money and percent name nothing: two amounts in euros are not of the same thing for that.
    func named(_ terms: [Term]) -> [Term] {
        terms.filter { term in
            Comparison.points(term.token.text) == nil && !["euro", "euros", "eur", "procent"].contains(term.token.text)
        }
    }

    /// The case names its number after something else than the clause does: an income is no loan.
    func namesAnother(_ statement: Statement, _ quantity: Quantity, _ subject: [Term], _ clause: Clause) -> Bool {
        guard !clause.nouns.isEmpty || !clause.subject.isEmpty, !quantity.isAge else { return false }
        let links: Set<String> = ["van", "is", "bedraagt", "was", "precies", "exact", "nog", "ongeveer", "zo'n"]
        var place = quantity.tokens.lowerBound
        while place > 0, links.contains(statement.tokens[place - 1].text) { place -= 1 }
        guard let name = statement.terms.last(where: { $0.tokens.upperBound == place && $0.weight >= 0.9 }) else {
            return false
        }
        return !subject.contains { $0.likeness(to: name) >= 0.45 }
    }

    func comparable(_ fact: Quantity, _ wanted: Quantity) -> Bool {
        guard fact.isAge == wanted.isAge else { return false }
        return switch (fact.measure, wanted.measure) {
        case (.period, .period): true
        case (.position(let left), .position(let right)): left == right
        case (.position(.workday), .period(.workday)), (.position(.day), .period(.day)): true
        case (.count, .money): true
        default: fact.measure == wanted.measure
        }
    }

    /// `4 termijnen` are no four euros: a bare number is an amount only where it counts nothing.
    func isCount(_ quantity: Quantity, of statement: Statement, for wanted: Quantity) -> Bool {
        quantity.measure == .count && wanted.measure == .money && AgeReader.isCounting(quantity, statement.tokens)
    }

    /// `20 euro per maand` is no debt of 20 euro.
    func isRate(_ quantity: Quantity, of statement: Statement, for subject: [Term]) -> Bool {
        subject.contains { Self.debts.contains($0.token.text) } && isPerUnit(quantity, of: statement)
    }

    func isPerUnit(_ quantity: Quantity, of statement: Statement) -> Bool {
        let next = statement.tokens.dropFirst(quantity.tokens.upperBound).first?.text ?? ""
        return quantity.measure == .money && ["per", "elke", "iedere"].contains(next)
    }

    /// `20 euro per maand` is a term by another name.
    func isInstalment(_ quantity: Quantity, of statement: Statement, for subject: [Term]) -> Bool {
        subject.contains { term in Self.instalments.contains { term.token.text.hasPrefix($0) } }
            && isPerUnit(quantity, of: statement)
    }

    static let instalments = ["termijn", "maandbedrag", "maandtermijn", "aflos"]

    static let debts: Set<String> = [
        "achterstand", "schuld", "huurschuld", "openstaand", "openstaande", "vordering", "hoofdsom", "saldo",
        "restschuld",
    ]

    /// Counts must be of the same things; an amount or period must share a word with the condition. More where that word stands
    /// by the number itself.
    func relation(of statement: Statement, _ quantity: Quantity, to subject: [Term], _ wanted: Quantity)
        -> Float
    {
        // `schulden bij 4 anderen`: the saying around the number names what is counted.
        let behind = statement.terms.filter {
            $0.tokens.lowerBound >= quantity.tokens.lowerBound || $0.tokens.contains(quantity.tokens.lowerBound)
        }.prefix(3).map { $0 }
        func fit(_ terms: [Term]) -> Float {
            subject.filter { $0.weight >= 0.3 }.reduce(Float(0)) { best, term in
                max(best, (terms.map { $0.likeness(to: term) }.max() ?? 0) * min(1, term.weight))
            }
        }
        func isAlike(_ terms: [Term]) -> Bool {
            subject.contains { term in term.weight >= 0.3 && terms.contains { $0.likeness(to: term) >= 0.45 } }
        }
        if wanted.measure == .count { return isAlike(behind) ? 1 + fit(behind) : 0 }
        guard isAlike(statement.terms) else { return 0 }
        let near = statement.terms.filter {
            $0.tokens.lowerBound >= quantity.tokens.lowerBound - 3
                && $0.tokens.lowerBound <= quantity.tokens.upperBound + 2
        }
        return isAlike(near) ? 1 + fit(near) : 0.5 * fit(statement.terms) + 0.01
    }
}
