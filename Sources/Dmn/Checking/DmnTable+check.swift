import Feel

extension DmnTable {
    /// Looks for gaps, overlaps that the hit policy does not allow, and rules that never fire; says what it could not look at.
    ///
    /// Each input is cut at the values that its tests mention; between two cuts all facts are alike, so one example of
    /// each piece stands for all. What is found holds: where that is not certain nothing is found, and said to be. The
    /// types of the inputs are those of the model. At most `limit` findings of a kind are given.
    public func check(in model: DmnModel = DmnModel(), imports: [DmnModel] = [], limit: Int = 20) -> [DmnFinding] {
        var maker = DmnColumnMaker(self, in: model, imports: imports)
        var check = TableCheck(table: self, columns: maker.columns(), limit: limit)
        return unclear(maker.names) + check.findings()
    }

    /// The cells that are not checked.
    private func unclear(_ names: FeelNames) -> [DmnFinding] {
        rules.enumerated().flatMap { number, rule in
            zip(inputs.indices, rule.tests).compactMap { column, cell in
                DmnTest(cell.text, names).doubt.map {
                    .notChecked(
                        rule: number + 1, column: column + 1, text: DmnReader.trimmed(cell.text), because: $0)
                }
            }
        }
    }
}

/// The work of a check, with a count of the places that it may visit.
struct TableCheck {
    let table: DmnTable
    let columns: [DmnColumn]
    let limit: Int
    var visits = 200_000
    /// The rules of which is known for each piece whether they pass it.
    let cut: [Int]

    init(table: DmnTable, columns: [DmnColumn], limit: Int) {
        (self.table, self.columns, self.limit) = (table, columns, limit)
        cut = table.rules.indices.filter { rule in columns.allSatisfy { $0.isCut[rule] } }
    }

    mutating func findings() -> [DmnFinding] {
        let found = doubtful + gaps + overlaps + unreachable + table.forbiddenOutcomes.prefix(limit)
        return visits > 0 ? found : found + [.tooLarge]
    }

    private var doubtful: [DmnFinding] {
        columns.compactMap { column in
            guard let doubt = column.doubt, let place = column.places.first else { return nil }
            let text = table.inputs[place].expression.trimmedSpace
            return .inputNotChecked(column: place + 1, text: text, because: doubt)
        }
    }

    private var gaps: [DmnFinding] {
        mutating get {
            guard columns.allSatisfy({ $0.doubt == nil }) else { return [] }
            var found: [[Int]] = []
            uncovered(columns.map(\.usual), Array(table.rules.indices), [], &found, limit)
            return found.map { .gap(example: example($0)) }
        }
    }

    /// Collects places where none of the rules fires: one piece of each column after the other.
    mutating func uncovered(
        _ area: [Set<Int>], _ rules: [Int], _ place: [Int], _ found: inout [[Int]], _ limit: Int
    ) {
        visits -= 1
        guard visits > 0, found.count < limit else { return }
        let column = place.count
        guard column < columns.count else {
            if rules.isEmpty { found.append(place) }
            return
        }
        let isCovered = rules.contains { rule in
            (column..<columns.count).allSatisfy { area[$0].isSubset(of: columns[$0].passing[rule]) }
        }
        if isCovered { return }
        var seen: Set<[Int]> = []
        for piece in area[column].sorted() {
            let left = rules.filter { columns[column].possible[$0].contains(piece) }
            guard seen.insert(left).inserted else { continue }
            uncovered(area, left, place + [piece], &found, limit)
        }
    }

    /// The facts of a place; those of which nothing can be said are left out.
    func example(_ place: [Int?]) -> [DmnExample] {
        zip(columns, place).compactMap { column, piece in
            piece.map { DmnExample(input: column.name, expression: column.expression, value: column.samples[$0]) }
        }
    }
}
