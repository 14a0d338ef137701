extension RuleReader {
    func row(
        _ sentence: Sentence, at index: Int, header: [Range<Int>], cells: [Range<Int>], in text: SourceText
    ) -> Rule {
        let labelled = cells.enumerated().map { number, cell in
            (header: header.indices.contains(number) ? text.quote(header[number]) : "", value: cell)
        }
        // The row of a step in a drawing says who does it and what comes then: it has no condition.
        let inputs = ModelText.isStep(labelled.map(\.header)) ? [] : TableColumns.inputs(labelled.map(\.header))
        let columns = inputs.map { number in
            TableColumns.condition(labelled[number].header, text.quote(labelled[number].value), self.conditions)
        }
        let conditions = columns.compactMap { $0 }
        let inside = inputs.map { labelled[$0].value }
        let action = sentence.tokens.filter { token in !inside.contains { $0.contains(token.range.lowerBound) } }
        return Rule(
            sentences: index..<index + 1, range: sentence.range,
            condition: conditions.isEmpty ? nil : conditions.count == 1 ? conditions[0] : .all(conditions),
            action: action, terms: sentence.terms + inputs.flatMap { lexicon.terms(of: labelled[$0].header) },
            mood: .state, cells: labelled, columns: columns)
    }
}
