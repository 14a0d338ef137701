extension Reckoner {
    /// The row of a decision table in which a number of the case falls.
    func rows() -> [Outcome] {
        candidate.rules.indices.compactMap { index in
            guard !candidate.rules[index].cells.isEmpty, let verdict = candidate.verdicts[index], verdict.truth == .yes,
                !verdict.evidence.isEmpty,
                let clauses = candidate.rules[index].condition?.clauses,
                clauses.count > 1 || clauses.contains(where: { !$0.quantities.isEmpty })
            else { return nil }
            let rule = candidate.rules[index]
            let composer = Composer(adviser, asked)
            // The cell of a table of ranges is quoted with its row and column already.
            guard cell(of: rule, verdict.evidence) == nil else { return nil }
            let text = composer.text(of: rule.cells, candidate)
            let facts = verdict.evidence.map { $0.told }
            return Outcome(
                sentence: text, sources: [composer.source(candidate, rule.range)], heading: candidate.heading,
                facts: facts)
        }
    }

    /// `Bij 430 en 9 maanden: medewerker`, with the row and the column of a table of ranges.
    func cell(of rule: Rule, _ evidence: [Statement]) -> String? {
        let heads = rule.cells.map(\.header)
        guard rule.cells.count == 2, !candidate.document.isModel, TableColumns.areRanges(heads + heads.suffix(1)) else {
            return nil
        }
        let clauses = rule.condition?.clauses ?? []
        let asked = clauses.flatMap(\.quantities).map(\.measure)
        var numbers: [String] = []
        for statement in evidence {
            for quantity in statement.quantities
            where asked.contains(quantity.measure) || quantity.measure == .count && asked.contains(.money) {
                let words = written(quantity, statement)
                if !numbers.contains(words) { numbers.append(words) }
            }
        }
        let values = rule.cells.map { candidate.document.text.quote($0.value).trimmed(of: " *") }
        return phrases(
            "berekend.vak",
            [
                "feiten": numbers.joined(separator: " en "), "uitkomst": values[1],
                "rij": heads[0] + ": " + values[0], "kolom": heads[1],
            ])
    }

    private func written(_ quantity: Quantity, _ statement: Statement) -> String {
        if let cents = quantity.cents, quantity.measure == .money || quantity.measure == .count {
            return Self.written(cents) + " euro"
        }
        if case .period(let unit) = quantity.measure, let count = quantity.exact {
            return "\(count) \(unit.dutch(count))"
        }
        return statement.tokens[quantity.tokens].map(\.text).joined(separator: " ")
    }

    private static let least: Set<String> = [
        "kortste", "laagste", "snelste", "kleinste", "vroegste", "minste", "strengste",
    ]

    /// `Kies de soort met de kortste reactietijd`, among the rows that the question speaks of.
    func shortest() -> [Outcome] {
        guard
            let sentence = candidate.sentences.indices.first(where: {
                candidate.sentences[$0].words.contains(where: Self.least.contains) && isInProse($0) && isSpokenOf($0)
            })
        else { return [] }
        let query = asked.query + asked.context
        let rows = candidate.rules.filter { rule in
            guard let clause = rule.condition?.clauses.first, !rule.cells.isEmpty else { return false }
            return query.contains { wanted in
                wanted.weight >= 0.6 && clause.terms.contains { $0.likeness(to: wanted.term) >= 0.6 }
            }
        }
        let timed = rows.compactMap { rule in duration(of: rule).map { (rule: rule, days: $0) } }
        guard timed.count >= 2, let best = timed.min(by: { $0.days < $1.days }) else { return [] }
        let text = best.rule.cells.map { cell in
            (cell.header.isEmpty ? "" : cell.header + ": ") + candidate.document.text.quote(cell.value)
        }.joined(separator: "; ")
        let composer = Composer(adviser, asked)
        let sources = [best.rule.range, range(sentence)].map { composer.source(candidate, $0) }
        return [Outcome(sentence: text, sources: sources, heading: candidate.heading, facts: [])]
    }

    /// Stands in a sentence, and is no name of a column: `Laagste inleg`.
    private func isInProse(_ sentence: Int) -> Bool {
        switch candidate.passage.blocks[candidate.sentences[sentence].block].kind {
        case .paragraph, .item: true
        case .row, .header: false
        }
    }

    /// The case speaks of what the condition of a sentence is about: a rule for two mails chooses nothing where there is no mail.
    private func isSpokenOf(_ sentence: Int) -> Bool {
        guard let rule = candidate.rules.first(where: { $0.sentences.contains(sentence) }),
            let nouns = rule.condition?.clauses.flatMap(\.nouns), !nouns.isEmpty
        else { return true }
        let said = asked.query.map(\.term) + asked.facts.statements.flatMap(\.terms)
        return nouns.contains { noun in said.contains { $0.likeness(to: noun) >= 0.6 } }
    }

    private func duration(of rule: Rule) -> Double? {
        let words = rule.action.map(\.text)
        if words.contains("dag"), words.contains("zelfde") || words.contains("dezelfde") { return 0 }
        for quantity in QuantityReader.quantities(in: rule.action) {
            if case .period(let unit) = quantity.measure, let count = quantity.upper ?? quantity.lower {
                return Double(count) * unit.days
            }
        }
        return nil
    }
}
