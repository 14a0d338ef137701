extension RuleReader {
    /// A table whose columns are ranges beside rows that are chosen too (`t/m € 500` against `7 t/m 12 maanden`): each cell of a row
    /// is a rule of its own, for the row and the column that a case falls in. Nothing for any other table.
    func matrix(
        _ sentence: Sentence, at index: Int, header: [Range<Int>], cells: [Range<Int>], in text: SourceText
    ) -> [Rule] {
        let heads = header.map(text.quote)
        guard TableColumns.areRanges(heads), cells.count == heads.count else { return [] }
        let first = TableColumns.condition(heads[0], text.quote(cells[0]), conditions)
        return cells.indices.dropFirst().compactMap { column in
            guard let own = TableColumns.condition("", heads[column], conditions) else { return nil }
            let inside = cells[column]
            return Rule(
                sentences: index..<index + 1, range: sentence.range, condition: .all([first, own].compactMap { $0 }),
                action: sentence.tokens.filter { inside.contains($0.range.lowerBound) },
                terms: sentence.terms.filter { !isOfOther($0, cells, inside, sentence) } + lexicon.terms(of: heads[0]),
                mood: .state, cells: [(heads[0], cells[0]), (heads[column], inside)], columns: [first])
        }
    }

    /// Stands in the cell of another column.
    private func isOfOther(_ term: Term, _ cells: [Range<Int>], _ own: Range<Int>, _ sentence: Sentence) -> Bool {
        let place = sentence.tokens[term.tokens.lowerBound].range.lowerBound
        return cells.dropFirst().contains { $0 != own && $0.contains(place) }
    }
}

extension TableColumns {
    /// Whether all columns behind the first are ranges of one measure.
    static func areRanges(_ headers: [String]) -> Bool {
        let measures = headers.dropFirst().map(range)
        guard measures.count > 1, let first = measures[0] else { return false }
        return measures.allSatisfy { $0 == first }
    }

    /// What a header is a range of that says no more than that: `7 t/m 12 maanden`, `langer dan 24 maanden`.
    private static func range(_ header: String) -> Quantity.Measure? {
        let tokens = Tokenizer.tokens(of: header)
        let found = QuantityReader.quantities(in: tokens)
        guard found.count == 1, let only = found.first, only.isBound, only.tokens.count >= tokens.count - 1 else {
            return nil
        }
        return only.measure
    }
}
