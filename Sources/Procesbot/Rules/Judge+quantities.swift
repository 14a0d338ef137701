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
                    && !isRate($0, of: statement, for: subject)
            }.map { (statement: statement, quantity: $0) }
        }
        if let past = sinceDate(quantity, clause, subject) ?? untilDate(quantity, clause, subject) { return past }
        if let known = nearest(candidates, subject, quantity) ?? elapsed(quantity, candidates) {
            let verdict = compare(quantity, known.quantity, known.statement, clause)
            return isLater(quantity, known.quantity, verdict, clause)
                ? Verdict(truth: .unknown, evidence: [known.statement]) : verdict
        }
        if let denied = denial(of: quantity, subject) {
            // Where there is no child, none is younger than five: what is not there has no age and no length of life.
            return describes(quantity, clause)
                ? Verdict(truth: .no, evidence: [denied]) : compare(quantity, 0, denied, clause)
        }
        switch quantity.measure {
        case .count: return .unknown
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

    /// A limit counts only for what bears its name.
    func verdict(onLimit quantity: Quantity, of clause: Clause) -> Verdict? {
        let subject = named(bearers(of: quantity, clause) ?? clause.terms + (refersBack(clause) ? heading : []))
        let candidates = facts.statements.flatMap { statement in
            statement.quantities.filter {
                comparable($0, quantity) && $0.exact != nil && !isCount($0, of: statement, for: quantity)
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
    private func bearers(of quantity: Quantity, _ clause: Clause) -> [Term]? {
        let link = quantity.tokens.lowerBound - 1
        guard link > 0, clause.tokens[link].text == "van" else { return nil }
        let names = clause.terms.filter { $0.tokens.upperBound == link && $0.weight >= 0.6 }
        return names.isEmpty ? nil : names
    }

    /// The noun beside the number is one of the subject.
    private func isNamed(_ statement: Statement, _ quantity: Quantity, _ subject: [Term]) -> Bool {
        if isInstalment(quantity, of: statement, for: subject) { return true }
        let near = statement.terms.filter {
            $0.tokens.upperBound >= quantity.tokens.lowerBound - 1 && $0.tokens.lowerBound <= quantity.tokens.upperBound
                && PeriodUnit(word: $0.token.text) == nil
        }
        return near.contains { one in subject.contains { $0.likeness(to: one) >= 0.6 } }
    }

    /// The number of the case that is most plainly of the same thing: its name stands by it before elsewhere in the sentence.
    private func nearest(
        _ candidates: [(statement: Statement, quantity: Quantity)], _ subject: [Term], _ wanted: Quantity
    ) -> (statement: Statement, quantity: Quantity)? {
        if wanted.isAge { return candidates.first }
        let weighed = candidates.map { one in
            (one: one, fit: relation(of: one.statement, one.quantity, to: subject, wanted))
        }
        let best = weighed.map(\.fit).max() ?? 0
        return best > 0 ? weighed.first { $0.fit == best }?.one : nil
    }

    /// An age, or another comparative that says what a thing is like: `jonger dan 5 jaar`, `ouder dan 3 maanden`.
    func describes(_ quantity: Quantity, _ clause: Clause) -> Bool {
        quantity.isAge
            || clause.tokens[quantity.tokens].contains { ["jonger", "ouder", "oud", "nieuwer"].contains($0.text) }
    }

    /// `geen andere schuldeisers` is none of them, `geen achterstand` is no day and no euro of it.
    private func denial(of quantity: Quantity, _ subject: [Term]) -> Statement? {
        if quantity.measure == .percent { return nil }
        let wanted = strong(subject).filter { PeriodUnit(word: $0.token.text) == nil }
        return facts.statements.first {
            $0.isDenied && !$0.isAsked && !$0.isUncertain && $0.quantities.isEmpty
                && FactModel.cover(wanted, by: $0.terms) >= 0.7
        }
    }

    /// `een van de vijf gemeenten` names a known group and counts nothing.
    private func namesGroup(_ quantity: Quantity, _ clause: Clause) -> Bool {
        guard quantity.measure == .count, !quantity.isBound,
            let before = clause.tokens.prefix(quantity.tokens.lowerBound).last
        else { return false }
        return ["de", "deze", "die", "onze"].contains(before.text)
    }

    /// Comparatives and the signs of money and percent name nothing: two amounts in euros are not of the same thing for that.
    private func named(_ terms: [Term]) -> [Term] {
        terms.filter { term in
            Comparison.points(term.token.text) == nil && !["euro", "euros", "eur", "procent"].contains(term.token.text)
        }
    }

    /// The case has a word in common with what the clause and its heading name; a lone term of another story fulfils nothing.
    private func isSpokenOf(_ quantity: Quantity, _ clause: Clause) -> Bool {
        let nouns = clause.nouns + clause.subject
        guard !nouns.isEmpty, case .period = quantity.measure, !quantity.isAge else { return true }
        let names = nouns + strong(named(heading))
        return facts.statements.contains { statement in
            statement.terms.contains { one in names.contains { $0.likeness(to: one) >= 0.45 } }
        }
    }

    /// The case names its number after something else than the clause does: an income is no loan.
    private func namesAnother(_ statement: Statement, _ quantity: Quantity, _ subject: [Term], _ clause: Clause) -> Bool
    {
        guard !clause.nouns.isEmpty || !clause.subject.isEmpty, !quantity.isAge else { return false }
        let links: Set<String> = ["van", "is", "bedraagt", "was", "precies", "exact", "nog", "ongeveer", "zo'n"]
        var place = quantity.tokens.lowerBound
        while place > 0, links.contains(statement.tokens[place - 1].text) { place -= 1 }
        guard let name = statement.terms.last(where: { $0.tokens.upperBound == place && $0.weight >= 0.9 }) else {
            return false
        }
        return !subject.contains { $0.likeness(to: name) >= 0.45 }
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

    func strong(_ terms: [Term]) -> [Term] { terms.filter { $0.weight >= 0.6 } }
    /// `dit`, `die`, or `is het meer dan …` with no noun of its own.
    private func refersBack(_ clause: Clause) -> Bool {
        clause.tokens.contains { ["dit", "dat", "deze", "die"].contains($0.text) }
            || clause.nouns.isEmpty && clause.subject.isEmpty && clause.tokens.contains { $0.text == "het" }
    }

    /// `in de laatste 12 maanden` frames a condition; without it the condition may still be known.
    private func isIncidental(_ quantity: Quantity, _ clause: Clause) -> Bool {
        guard case .period = quantity.measure else { return false }
        let before = clause.tokens.prefix(quantity.tokens.lowerBound).suffix(2).map(\.text)
        return before.contains("laatste") || before.contains("afgelopen") || before.contains("per")
    }

    private func comparable(_ fact: Quantity, _ wanted: Quantity) -> Bool {
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
    private func isCount(_ quantity: Quantity, of statement: Statement, for wanted: Quantity) -> Bool {
        quantity.measure == .count && wanted.measure == .money && AgeReader.isCounting(quantity, statement.tokens)
    }

    /// `20 euro per maand` is no debt of 20 euro.
    private func isRate(_ quantity: Quantity, of statement: Statement, for subject: [Term]) -> Bool {
        subject.contains { Self.debts.contains($0.token.text) } && isPerUnit(quantity, of: statement)
    }

    private func isPerUnit(_ quantity: Quantity, of statement: Statement) -> Bool {
        let next = statement.tokens.dropFirst(quantity.tokens.upperBound).first?.text ?? ""
        return quantity.measure == .money && ["per", "elke", "iedere"].contains(next)
    }

    /// `20 euro per maand` is a term by another name.
    private func isInstalment(_ quantity: Quantity, of statement: Statement, for subject: [Term]) -> Bool {
        subject.contains { term in Self.instalments.contains { term.token.text.hasPrefix($0) } }
            && isPerUnit(quantity, of: statement)
    }

    private static let instalments = ["termijn", "maandbedrag", "maandtermijn", "aflos"]

    private static let debts: Set<String> = [
        "achterstand", "schuld", "huurschuld", "openstaand", "openstaande", "vordering", "hoofdsom", "saldo",
        "restschuld",
    ]

    /// Counts must be of the same things; an amount or period must share a word with the condition. More where that word stands
    /// by the number itself.
    private func relation(of statement: Statement, _ quantity: Quantity, to subject: [Term], _ wanted: Quantity)
        -> Float
    {
        let behind = statement.terms.filter { $0.tokens.lowerBound >= quantity.tokens.lowerBound }.prefix(3).map { $0 }
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

    private func compare(_ wanted: Quantity, _ known: Quantity, _ statement: Statement, _ clause: Clause) -> Verdict {
        guard let low = known.lower ?? known.upper, let high = known.upper ?? known.lower else { return .unknown }
        let worst = compare(wanted, low, known.measure, statement, clause)
        let best = compare(wanted, high, known.measure, statement, clause)
        return worst.truth == best.truth ? worst : Verdict(truth: .unknown, evidence: [statement])
    }

    private func compare(
        _ wanted: Quantity, _ value: Int, _ measure: Quantity.Measure, _ statement: Statement, _ clause: Clause
    ) -> Verdict {
        switch (measure, wanted.measure) {
        case (.period(let left), .period(let right)) where left != right:
            let known = Double(min(value, 100_000)) * left.days / right.days
            return Verdict(truth: lasts(wanted, known, isLeast(wanted, clause)) ? .yes : .no, evidence: [statement])
        case (.count, .money):
            return compare(wanted, value.multipliedReportingOverflow(by: 100).partialValue, statement, clause)
        default: return compare(wanted, value, statement, clause)
        }
    }

    /// Held against a period in another unit, give or take the length of a month.
    func lasts(_ wanted: Quantity, _ known: Double, _ isLeast: Bool) -> Bool {
        let slack = 0.02 * known
        let edge: Double = wanted.isStrict ? 1 : 0
        let low = wanted.lower.map { wanted.isStrict ? known > Double($0) - edge + slack : known >= Double($0) - slack }
        let high =
            isLeast
            ? nil
            : wanted.upper.map {
                wanted.isStrict ? known < Double($0) + edge - slack : known <= Double($0) + slack
            }
        return (low ?? true) && (high ?? true)
    }

    private func compare(_ wanted: Quantity, _ value: Int, _ statement: Statement?, _ clause: Clause) -> Verdict {
        let isLow = wanted.lower.map { value >= $0 } ?? true
        let isHigh = isLeast(wanted, clause) || wanted.upper.map { value <= $0 } ?? true
        let holds = isLow && isHigh
        return Verdict(truth: holds ? .yes : .no, evidence: statement.map { [$0] } ?? [])
    }

    /// A bare number in a sentence asks for at least so many, but `van drie maanden` for just so many.
    private func isLeast(_ wanted: Quantity, _ clause: Clause) -> Bool {
        wanted.exact != nil && isCounted(wanted) && !wanted.isExact && !isOfSo(wanted, clause)
    }

    private func isOfSo(_ wanted: Quantity, _ clause: Clause) -> Bool {
        clause.tokens.prefix(wanted.tokens.lowerBound).last?.text == "van"
    }

    private func isCounted(_ quantity: Quantity) -> Bool {
        switch quantity.measure {
        case .count, .period, .position: true
        case .money, .percent, .date: false
        }
    }
}
