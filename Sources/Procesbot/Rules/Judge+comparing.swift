extension Judge {
    /// A day counter says how much time has gone by, whatever words stand with it.
    func elapsed(_ candidates: [(statement: Statement, quantity: Quantity)]) -> (
        statement: Statement, quantity: Quantity
    )? {
        candidates.first { candidate in
            if case .position = candidate.quantity.measure { return true }
            return false
        }
    }

    /// What needs more days than have gone by is not ruled out: it comes later.
    func isLater(_ wanted: Quantity, _ known: Quantity, _ verdict: Verdict, _ clause: Clause) -> Bool {
        let counts =
            if case .position = known.measure { true } else {
                clause.tokens.prefix(wanted.tokens.lowerBound).last?.text == "na"
            }
        guard counts, verdict.truth == .no else { return false }
        return (known.exact ?? 0) < (wanted.lower ?? 0)
    }

    func compare(_ wanted: Quantity, _ known: Quantity, _ statement: Statement, _ clause: Clause) -> Verdict {
        guard let low = known.lower ?? known.upper, let high = known.upper ?? known.lower else { return .unknown }
        let wanted = recent(wanted, clause)
        let worst = compare(wanted, low, known.measure, statement, clause)
        let best = compare(wanted, high, known.measure, statement, clause)
        return worst.truth == best.truth ? worst : Verdict(truth: .unknown, evidence: [statement])
    }

    /// `in de laatste 12 maanden`: what was five months ago, was within them.
    private func recent(_ wanted: Quantity, _ clause: Clause) -> Quantity {
        let before = clause.tokens.prefix(wanted.tokens.lowerBound).last?.text ?? ""
        guard case .period = wanted.measure, wanted.exact != nil, ["laatste", "afgelopen", "voorbije"].contains(before)
        else { return wanted }
        var wanted = wanted
        wanted.lower = nil
        return wanted
    }

    func compare(
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

    func compare(_ wanted: Quantity, _ value: Int, _ statement: Statement?, _ clause: Clause) -> Verdict {
        let isLow = wanted.lower.map { value >= $0 } ?? true
        let isHigh = isLeast(wanted, clause) || wanted.upper.map { value <= $0 } ?? true
        let holds = isLow && isHigh
        return Verdict(truth: holds ? .yes : .no, evidence: statement.map { [$0] } ?? [])
    }

    /// A bare number in a sentence asks for at least so many, but `van drie maanden` for just so many.
    func isLeast(_ wanted: Quantity, _ clause: Clause) -> Bool {
        wanted.exact != nil && isCounted(wanted) && !wanted.isExact && !isOfSo(wanted, clause)
            && !isJustOne(wanted, clause)
    }

    /// `bij één gemiste termijn` is for one and no more: who means any number writes `een`.
    private func isJustOne(_ wanted: Quantity, _ clause: Clause) -> Bool {
        guard wanted.measure == .count, wanted.exact == 1 else { return false }
        let before = clause.tokens.prefix(wanted.tokens.lowerBound).last?.text
        return before != "in" && clause.tokens.dropFirst(wanted.tokens.upperBound).first?.text != "van"
    }

    func isOfSo(_ wanted: Quantity, _ clause: Clause) -> Bool {
        clause.tokens.prefix(wanted.tokens.lowerBound).last?.text == "van"
    }

    func isCounted(_ quantity: Quantity) -> Bool {
        switch quantity.measure {
        case .count, .period, .position: true
        case .money, .percent, .date: false
        }
    }
}
