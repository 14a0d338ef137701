import Basics

extension Judge {
    /// Holds a number in a condition against the numbers of the case that are about the same thing.
    func verdict(on quantity: Quantity, of clause: Clause) -> Verdict? {
        switch quantity.measure {
        case .percent: return nil
        case .date: return compare(quantity, Int(facts.today.number), nil)
        case .money, .period, .position, .count: break
        }
        let subject = clause.terms + (refersBack(clause) ? heading : [])
        let candidates = facts.statements.flatMap { statement in
            statement.quantities.filter { comparable($0, quantity) }.map { (statement: statement, quantity: $0) }
        }
        let related = candidates.filter {
            relation(of: $0.statement, $0.quantity, to: subject, counts: quantity.measure == .count)
        }
        if let known = related.first ?? elapsed(quantity, candidates) {
            let verdict = compare(quantity, known.quantity, known.statement)
            return isLater(quantity, known.quantity, verdict, clause)
                ? Verdict(truth: .unknown, evidence: [known.statement]) : verdict
        }
        if quantity.measure == .count {
            // `geen andere schuldeisers` is none of them.
            let denied = facts.statements.first {
                $0.isDenied && !$0.isAsked && FactModel.cover(strong(subject), by: $0.terms) >= 0.7
            }
            if let denied { return compare(quantity, 0, denied) }
            return .unknown
        }
        guard candidates.count == 1, let only = candidates.first else {
            return isIncidental(quantity, clause) ? nil : .unknown
        }
        return compare(quantity, only.quantity, only.statement)
    }

    /// A day counter says how much time has gone by, whatever words stand with it.
    private func elapsed(_ wanted: Quantity, _ candidates: [(statement: Statement, quantity: Quantity)]) -> (
        statement: Statement, quantity: Quantity
    )? {
        candidates.first { candidate in
            if case .position = candidate.quantity.measure { return true }
            return false
        }
    }

    /// What needs more days than have gone by is not ruled out: it comes later.
    private func isLater(_ wanted: Quantity, _ known: Quantity, _ verdict: Verdict, _ clause: Clause) -> Bool {
        let counts =
            if case .position = known.measure { true } else {
                clause.tokens.prefix(wanted.tokens.lowerBound).last?.text == "na"
            }
        guard counts, verdict.truth == .no else { return false }
        return (known.exact ?? 0) < (wanted.lower ?? 0)
    }

    private func strong(_ terms: [Term]) -> [Term] { terms.filter { $0.weight >= 0.6 } }
    private func refersBack(_ clause: Clause) -> Bool {
        clause.tokens.contains { ["dit", "dat", "deze", "die"].contains($0.text) }
    }

    /// `in de laatste 12 maanden` frames a condition; without it the condition may still be known.
    private func isIncidental(_ quantity: Quantity, _ clause: Clause) -> Bool {
        guard case .period = quantity.measure else { return false }
        let before = clause.tokens.prefix(quantity.tokens.lowerBound).suffix(2).map(\.text)
        return before.contains("laatste") || before.contains("afgelopen") || before.contains("per")
    }

    private func comparable(_ fact: Quantity, _ wanted: Quantity) -> Bool {
        switch (fact.measure, wanted.measure) {
        case (.period, .period): true
        case (.position(let left), .position(let right)): left == right
        case (.position(.workday), .period(.workday)), (.position(.day), .period(.day)): true
        case (.count, .money): true
        default: fact.measure == wanted.measure
        }
    }

    /// Counts must be of the same things; an amount or period must share a word with the condition.
    private func relation(of statement: Statement, _ quantity: Quantity, to subject: [Term], counts: Bool) -> Bool {
        let near =
            counts
            ? statement.terms.filter { $0.tokens.lowerBound >= quantity.tokens.lowerBound }.prefix(3).map { $0 }
            : statement.terms
        return subject.contains { term in term.weight >= 0.3 && near.contains { $0.likeness(to: term) >= 0.45 } }
    }

    private func compare(_ wanted: Quantity, _ known: Quantity, _ statement: Statement) -> Verdict {
        guard let low = known.lower ?? known.upper, let high = known.upper ?? known.lower else { return .unknown }
        let worst = compare(wanted, converted(low, known.measure, wanted.measure), statement)
        let best = compare(wanted, converted(high, known.measure, wanted.measure), statement)
        return worst.truth == best.truth ? worst : Verdict(truth: .unknown, evidence: [statement])
    }

    private func converted(_ value: Int, _ from: Quantity.Measure, _ to: Quantity.Measure) -> Int {
        switch (from, to) {
        case (.period(let left), .period(let right)) where left != right:
            Int((Double(min(value, 100_000)) * left.days / right.days).rounded())
        case (.count, .money): value.multipliedReportingOverflow(by: 100).partialValue
        default: value
        }
    }

    private func compare(_ wanted: Quantity, _ value: Int, _ statement: Statement?) -> Verdict {
        // A bare number in a condition asks for at least so many.
        let low = wanted.lower, high = wanted.exact != nil && isCounted(wanted) ? nil : wanted.upper
        let holds = (low.map { value >= $0 } ?? true) && (high.map { value <= $0 } ?? true)
        return Verdict(truth: holds ? .yes : .no, evidence: statement.map { [$0] } ?? [])
    }

    private func isCounted(_ quantity: Quantity) -> Bool {
        switch quantity.measure {
        case .count, .period, .position: true
        case .money, .percent, .date: false
        }
    }
}
