import Basics

extension Judge {
    /// Holds a number in a condition against the numbers of the case that are about the same thing.
    func verdict(on quantity: Quantity, of clause: Clause) -> Verdict? {
        switch quantity.measure {
        case .date: return compare(quantity, Int(facts.today.number), nil, clause)
        case .money, .percent, .period, .position, .count: break
        }
        if namesGroup(quantity, clause) { return nil }
        let subject = named(clause.terms + clause.subject + (refersBack(clause) ? heading : []))
        let candidates = facts.statements.flatMap { statement in
            statement.quantities.filter {
                comparable($0, quantity) && !isCount($0, of: statement, for: quantity)
                    && !isRate($0, of: statement, for: subject) && !(isBare(clause) && isAgo($0, statement))
            }.map { (statement: statement, quantity: $0) }
        }
        if let past = sinceDate(quantity, clause, subject) ?? untilDate(quantity, clause, subject) { return past }
        if let known = nearest(candidates, subject, quantity) ?? elapsed(candidates) {
            let verdict = compare(quantity, known.quantity, known.statement, clause)
            if isOfOne(quantity), verdict.truth == .no || quantity.isOrdinal, !isWhole(known.statement, clause) {
                return Verdict(truth: .unknown, evidence: [known.statement])
            }
            return isLater(quantity, known.quantity, verdict, clause)
                ? Verdict(truth: .unknown, evidence: [known.statement]) : verdict
        }
        if let denied = denial(of: quantity, subject) {
            // Where there is no child, none is younger than five: what is not there has no age and no length of life.
            return describes(quantity, clause)
                ? Verdict(truth: .no, evidence: [denied]) : compare(quantity, 0, denied, clause)
        }
        switch quantity.measure {
        case .count: return quantity.isOrdinal ? nil : .unknown
        case .percent: return quantity.isBound ? .unknown : nil
        case .money, .period, .position, .date: break
        }
        guard candidates.count == 1, let only = candidates.first,
            isSpokenOf(quantity, clause), !namesAnother(only.statement, only.quantity, subject + heading, clause)
        else {
            return isIncidental(quantity, clause) ? nil : .unknown
        }
        return compare(quantity, only.quantity, only.statement, clause)
    }

    /// `7 tot en met 12 maanden` alone, as the head of a column: how long something lasts.
    private func isBare(_ clause: Clause) -> Bool {
        clause.quantities.count == 1 && clause.quantities[0].tokens.count >= clause.tokens.count - 1
    }

    /// `5 maanden geleden` is no length of what is to come.
    private func isAgo(_ quantity: Quantity, _ statement: Statement) -> Bool {
        let next = statement.tokens.dropFirst(quantity.tokens.upperBound).first?.text ?? ""
        return ["geleden", "terug"].contains(next)
    }

    /// Just one, or one of a row: `één gemiste termijn`, `een tweede gemiste termijn`.
    private func isOfOne(_ quantity: Quantity) -> Bool {
        quantity.measure == .count && (quantity.isOrdinal || quantity.exact == 1)
    }

    /// `zes gelijke termijnen` are no `gemiste termijn`: what is counted is all that the clause calls it.
    private func isWhole(_ statement: Statement, _ clause: Clause) -> Bool {
        let named = strong(clause.terms).filter { !$0.isCustomer && PeriodUnit(word: $0.token.text) == nil }
        return named.isEmpty || FactModel.cover(named, by: statement.terms) >= 0.6
    }

    /// A limit counts only for what bears its name.
    func verdict(onLimit quantity: Quantity, of clause: Clause) -> Verdict? {
        let subject = named(bearers(of: quantity, clause) ?? clause.terms + (refersBack(clause) ? heading : []))
        let candidates = facts.statements.flatMap { statement in
            statement.quantities.filter {
                comparable($0, quantity) && $0.exact != nil && !$0.isOrdinal
                    && !isCount($0, of: statement, for: quantity)
            }.map { (statement: statement, quantity: $0) }
        }
        let instalment = candidates.first { isInstalment($0.quantity, of: $0.statement, for: subject) }
        guard let known = nearest(candidates, subject, quantity) ?? instalment,
            isNamed(known.statement, known.quantity, subject)
        else {
            return nil
        }
        return compare(quantity, known.quantity, known.statement, clause)
    }

    /// `uitstel van hooguit 30 dagen`: the limit is of that word, and of nothing else in its sentence.
    func bearers(of quantity: Quantity, _ clause: Clause) -> [Term]? {
        let link = quantity.tokens.lowerBound - 1
        guard link > 0, clause.tokens[link].text == "van" else { return nil }
        let names = clause.terms.filter { $0.tokens.upperBound == link && $0.weight >= 0.6 }
        return names.isEmpty ? nil : names
    }

    /// An age, or another comparative that says what a thing is like: `jonger dan 5 jaar`, `ouder dan 3 maanden`.
    func describes(_ quantity: Quantity, _ clause: Clause) -> Bool {
        quantity.isAge
            || clause.tokens[quantity.tokens].contains { ["jonger", "ouder", "oud", "nieuwer"].contains($0.text) }
    }

    /// `geen andere schuldeisers` is none of them, `geen achterstand` is no day and no euro of it.
    func denial(of quantity: Quantity, _ subject: [Term]) -> Statement? {
        if quantity.measure == .percent { return nil }
        let wanted = strong(subject).filter { PeriodUnit(word: $0.token.text) == nil }
        return facts.statements.first {
            $0.isDenied && !$0.isAsked && !$0.isUncertain && $0.quantities.isEmpty
                && FactModel.cover(wanted, by: $0.terms) >= 0.7
        }
    }

    /// `een van de vijf gemeenten` names a known group and counts nothing.
    func namesGroup(_ quantity: Quantity, _ clause: Clause) -> Bool {
        guard quantity.measure == .count, !quantity.isBound,
            let before = clause.tokens.prefix(quantity.tokens.lowerBound).last
        else { return false }
        return ["de", "deze", "die", "onze"].contains(before.text)
    }

    /// The case has a word in common with what the clause and its heading name; a lone term of another story fulfils nothing.
    func isSpokenOf(_ quantity: Quantity, _ clause: Clause) -> Bool {
        let nouns = clause.nouns + clause.subject
        guard !nouns.isEmpty, case .period = quantity.measure, !quantity.isAge else { return true }
        let names = nouns + strong(named(heading))
        return facts.statements.contains { statement in
            statement.terms.contains { one in names.contains { $0.likeness(to: one) >= 0.45 } }
        }
    }

    func strong(_ terms: [Term]) -> [Term] { terms.filter { $0.weight >= 0.6 } }
    /// `dit`, `die`, or `is het meer dan …` with no noun of its own.
    func refersBack(_ clause: Clause) -> Bool {
        clause.tokens.contains { ["dit", "dat", "deze", "die"].contains($0.text) }
            || clause.nouns.isEmpty && clause.subject.isEmpty && clause.tokens.contains { $0.text == "het" }
    }

    /// `in de laatste 12 maanden` frames a condition; without it the condition may still be known.
    func isIncidental(_ quantity: Quantity, _ clause: Clause) -> Bool {
        guard case .period = quantity.measure else { return false }
        let before = clause.tokens.prefix(quantity.tokens.lowerBound).suffix(2).map(\.text)
        return before.contains("laatste") || before.contains("afgelopen") || before.contains("per")
    }
}
