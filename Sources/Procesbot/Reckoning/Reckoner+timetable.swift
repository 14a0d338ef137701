extension Reckoner {
    /// A table of days (`Dagen na de vervaldatum | 14 | 30`) and a case that stands between two of its rows: the row that was passed and the one to come.
    func timetable() -> [Outcome] {
        let rows = candidate.rules.indices.compactMap { index -> (rule: Int, count: Int, unit: PeriodUnit)? in
            guard let first = candidate.rules[index].cells.first, let unit = Self.counting(first.header)?.unit,
                let count = Self.dayNumber(candidate.document.text.quote(first.value))
            else { return nil }
            return (index, count, unit)
        }.sorted { $0.count < $1.count }
        guard rows.count > 2, let unit = rows.first?.unit, rows.allSatisfy({ $0.unit == unit }),
            let (now, said) = asked.facts.only(.period(unit), .position(unit)),
            !rows.contains(where: { $0.count == now }),
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
                facts: [said.told])
        ]
    }

    private func row(_ rule: Int) -> String {
        Composer(adviser, asked).text(of: candidate.rules[rule].cells, candidate)
    }
}
