import Basics

extension Reckoner {
    /// A table that says what happens so many days after an event: `Dag na de vervaldatum | 20`. The row that is asked, counted from the
    /// date of that event, and moved to a workday where the passage says so.
    func schedule(from anchor: (day: Day, statement: Statement)) -> Outcome? {
        guard asksDay else { return nil }
        let moment = asked.form.askingMoment.indices
        let asking = asked.query.filter { moment.contains($0.term.tokens.lowerBound) }
        let rows = candidate.rules.indices.compactMap {
            index -> (rule: Int, fit: Float, count: Int, unit: PeriodUnit)? in
            guard let (count, unit) = delay(of: candidate.rules[index], anchor.statement) else { return nil }
            let others = candidate.rules[index].action
            let terms = adviser.library.lexicon.terms(of: others)
            let fit = 2 * adviser.matched(asking, by: terms) + adviser.matched(asked.query, by: terms)
            return fit > 0 ? (index, fit, count, unit) : nil
        }
        guard let best = rows.max(by: { ($0.fit, -$0.rule) < ($1.fit, -$1.rule) }) else { return nil }
        let end = WorkdayCount.end(of: best.count, best.unit, from: anchor.day)
        let moved = end.isWeekend ? shift : nil
        let day = moved == nil ? end : WorkdayCount.end(of: 1, .workday, from: end)
        let words = String(best.count) + " " + best.unit.dutch(best.count)
        let values = ["begin": DateReader.written(anchor.day), "aantal": words, "einde": DateReader.written(day)]
        return outcome(
            moved == nil ? "berekend.termijn" : "berekend.termijn.werkdag", values,
            [candidate.rules[best.rule].range] + (moved.map { [range($0)] } ?? []),
            facts: [anchor.statement.told])
    }

    /// The bare number of a row under a head that counts from an event which the date is of.
    private func delay(of rule: Rule, _ statement: Statement) -> (Int, PeriodUnit)? {
        for cell in rule.cells {
            guard let (unit, event) = Self.counting(cell.header),
                let count = Self.dayNumber(candidate.document.text.quote(cell.value)), (1...1_000).contains(count)
            else { continue }
            let named = adviser.library.lexicon.terms(of: event).filter { $0.weight >= 0.3 }
            guard named.contains(where: { one in statement.terms.contains { $0.likeness(to: one) >= 0.6 } }) else {
                continue
            }
            return (count, unit)
        }
        return nil
    }

    /// `24`, `dag 24`
    static func dayNumber(_ cell: String) -> Int? {
        let tokens = Tokenizer.tokens(of: cell)
        if let position = QuantityReader.quantities(in: tokens).first, case .position = position.measure {
            return position.tokens.count == tokens.count ? position.exact : nil
        }
        return Int(cell.trimmed(of: " *"))
    }

    /// A head that counts from an event (`Dagen na de vervaldatum`): its unit, and the words of the event.
    static func counting(_ header: String) -> (unit: PeriodUnit, event: [Token])? {
        let head = Tokenizer.tokens(of: header)
        guard let after = head.firstIndex(where: { ["na", "vanaf", "sinds"].contains($0.text) }), after > 0,
            let unit = head[..<after].lazy.compactMap({ PeriodUnit(word: $0.text) }).first
        else { return nil }
        return (unit, Array(head[(after + 1)...]))
    }

    /// `Valt een dag in het weekend, dan doen wij het de eerstvolgende werkdag`.
    private var shift: Int? {
        candidate.sentences.indices.first { index in
            let words = candidate.sentences[index].words
            return words.contains("weekend") && words.contains("werkdag")
                && words.contains { ["eerstvolgende", "volgende", "eerste"].contains($0) }
        }
    }
}

extension PeriodUnit {
    /// The Dutch word, for one or more.
    func dutch(_ count: Int) -> String {
        switch self {
        case .hour: "uur"
        case .day: count == 1 ? "dag" : "dagen"
        case .workday: count == 1 ? "werkdag" : "werkdagen"
        case .week: count == 1 ? "week" : "weken"
        case .month: count == 1 ? "maand" : "maanden"
        case .year: "jaar"
        }
    }
}
