extension Reckoner {
    /// A table of days (`Dagen na de vervaldatum | 14 | 30`) and a case that stands between two of its rows: the row that was passed and the one to come.
    func timetable() -> [Outcome] {
        let rows = candidate.rules.indices.compactMap { index -> (rule: Int, count: Int, unit: PeriodUnit)? in
            guard let first = candidate.rules[index].cells.first, let unit = Self.counted(first.header),
                let count = Int(candidate.document.text.quote(first.value).trimmed(of: " *"))
            else { return nil }
            return (index, count, unit)
        }.sorted { $0.count < $1.count }
        guard rows.count > 2, let unit = rows.first?.unit, rows.allSatisfy({ $0.unit == unit }),
            let (now, said) = stand(unit), !rows.contains(where: { $0.count == now }),
            let passed = rows.last(where: { $0.count < now })
        else { return [] }
        let next = rows.first { $0.count > now }
        let values = [
            "nu": String(now) + " " + unit.dutch(now), "regel": row(passed.rule),
            "volgende": next.map { row($0.rule) } ?? "",
        ]
        return [
            outcome(
                next == nil ? "berekend.voorbij" : "berekend.tussen", values,
                [passed, next].compactMap { $0.map { candidate.rules[$0.rule].range } },
                facts: [said.text.trimmed(of: ".,;:?")])
        ]
    }

    /// The unit of a head that counts from an event: `Dagen na de vervaldatum`.
    private static func counted(_ header: String) -> PeriodUnit? {
        let words = Tokenizer.tokens(of: header).map(\.text)
        guard let after = words.firstIndex(where: { ["na", "vanaf", "sinds"].contains($0) }), after > 0 else {
            return nil
        }
        return words[..<after].lazy.compactMap { PeriodUnit(word: $0) }.first
    }

    /// Where the case stands: the only number of such units that it gives, as a duration or as a day by its number.
    private func stand(_ unit: PeriodUnit) -> (Int, Statement)? {
        let said = asked.facts.statements.flatMap { statement in
            statement.quantities.filter { $0.measure == .period(unit) || $0.measure == .position(unit) }.map {
                (statement: statement, quantity: $0)
            }
        }
        guard said.count == 1, let only = said.first, let now = only.quantity.exact else { return nil }
        return (now, only.statement)
    }

    private func row(_ rule: Int) -> String {
        Composer(adviser, asked).text(of: candidate.rules[rule].cells, candidate)
    }
}
