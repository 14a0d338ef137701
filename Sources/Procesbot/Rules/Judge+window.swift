import Basics

extension Judge {
    /// The same, without what the case says of years before the time that a clause looks back on: `in de laatste 12 maanden`.
    func lookingBack(_ clause: Clause) -> Judge {
        guard let period = clause.quantities.first(where: { $0.exact != nil && looksBack($0, clause) }),
            case .period(let unit) = period.measure, let length = period.exact
        else { return self }
        let start = Day(number: facts.today.number - Int32(min(36_525, unit.days * Double(length))))
        return Judge(facts: facts.keeping { !isBefore(start, $0) }, heading: heading)
    }

    private func looksBack(_ quantity: Quantity, _ clause: Clause) -> Bool {
        guard case .period = quantity.measure else { return false }
        return clause.tokens.prefix(quantity.tokens.lowerBound).suffix(2).contains {
            ["laatste", "afgelopen"].contains($0.text)
        }
    }

    /// Whether a statement speaks only of years that were over by then.
    private func isBefore(_ start: Day, _ statement: Statement) -> Bool {
        let years = NamedYears.inSentence(statement.tokens)
        return !years.isEmpty && years.allSatisfy { $0 < start.year }
    }
}
