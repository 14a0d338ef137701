import Basics

/// Days of the case against periods of a condition: how long ago, how long still.
extension Judge {
    /// `Sinds 5 oktober heeft hij een bewindvoerder` against `Is het bewind jonger dan drie maanden`: the time that has gone by since.
    func sinceDate(_ wanted: Quantity, _ clause: Clause, _ subject: [Term]) -> Verdict? {
        guard case .period(let unit) = wanted.measure, !wanted.isAge || describes(wanted, clause),
            clause.tokens[wanted.tokens].contains(where: {
                ["jonger", "ouder", "langer", "korter", "oud"].contains($0.text)
            })
        else { return nil }
        let names = strong(subject).filter {
            PeriodUnit(word: $0.token.text) == nil && Comparison.points($0.token.text) == nil
        }
        for statement in facts.statements where !statement.isDenied && !names.isEmpty {
            guard statement.tokens.contains(where: { ["sinds", "vanaf", "op"].contains($0.text) }),
                names.contains(where: { one in statement.terms.contains { $0.likeness(to: one) >= 0.45 } }),
                let date = statement.quantities.first(where: { $0.measure == .date }),
                let day = date.exact ?? date.lower,
                day <= Int(facts.today.number)
            else { continue }
            let known = Double(Int(facts.today.number) - day) / unit.days
            return Verdict(truth: lasts(wanted, known, false) ? .yes : .no, evidence: [statement])
        }
        return nil
    }

    /// `4 december wordt zij ontruimd` against `Dreigt dit binnen 14 dagen`: the time that is left.
    func untilDate(_ wanted: Quantity, _ clause: Clause, _ subject: [Term]) -> Verdict? {
        guard case .period(let unit) = wanted.measure, wanted.lower == nil, !wanted.isAge,
            clause.tokens[wanted.tokens].first?.text == "binnen"
        else { return nil }
        let names = strong(subject).filter { PeriodUnit(word: $0.token.text) == nil }
        for statement in facts.statements where !statement.isDenied {
            guard names.contains(where: { one in statement.terms.contains { $0.likeness(to: one) >= 0.45 } }),
                let day = facts.days(of: statement).first(where: { $0 > facts.today })
            else { continue }
            let known = Double(day - facts.today) / unit.days
            return Verdict(truth: lasts(wanted, known, false) ? .yes : .no, evidence: [statement])
        }
        return nil
    }
}

extension Quantity {
    /// `niet binnen tien dagen` is fulfilled once more than those have gone by; nothing for any other period.
    func missed(in clause: Clause) -> Quantity? {
        guard clause.isDenied, lower == nil, let last = upper, case .period = measure,
            clause.tokens[tokens].first?.text == "binnen",
            clause.tokens[..<tokens.lowerBound].contains(where: { Denial.contains($0.text) })
        else { return nil }
        var missed = self
        (missed.lower, missed.upper, missed.isStrict) = (last + 1, nil, true)
        return missed
    }
}
