import Feel

extension DmnTable {
    /// Looks for gaps, overlaps that the hit policy does not allow, and rules that never fire.
    ///
    /// Each input is cut at the values that its tests mention; between two cuts all facts are alike, so one example of
    /// each piece stands for all. At most `limit` findings of a kind are given.
    public func check(limit: Int = 20) -> [DmnFinding] {
        let columns = inputs.indices.map { DmnColumn(self, $0) }
        var check = TableCheck(table: self, columns: columns, limit: limit)
        return check.findings()
    }
}

/// The work of a check, with a count of the places that it may visit.
struct TableCheck {
    private let table: DmnTable
    private let columns: [DmnColumn]
    private let limit: Int
    private var visits = 200_000
    private let checkable: [Int]

    init(table: DmnTable, columns: [DmnColumn], limit: Int) {
        (self.table, self.columns, self.limit) = (table, columns, limit)
        checkable = table.rules.indices.filter { rule in columns.allSatisfy { $0.passes[rule] != nil } }
    }

    mutating func findings() -> [DmnFinding] {
        var findings = notChecked
        if checkable.count == table.rules.count { findings += gaps }
        findings += overlaps + unreachable + table.forbiddenOutcomes.prefix(limit)
        return visits > 0 ? findings : findings + [.tooLarge]
    }

    private var notChecked: [DmnFinding] {
        table.rules.indices.flatMap { rule in
            columns.indices.filter { columns[$0].passes[rule] == nil }
                .map { .notChecked(rule: rule + 1, column: $0 + 1) }
        }
    }

    private var gaps: [DmnFinding] {
        mutating get {
            var found: [[Int]] = []
            let everywhere = columns.map { Set($0.samples.indices) }
            uncovered(everywhere, checkable, [], &found, limit)
            return found.map { .gap(example: example($0)) }
        }
    }

    /// Collects places that none of the rules covers: one piece of each column after the other.
    private mutating func uncovered(
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
            (column..<columns.count).allSatisfy { covers(rule, $0, area[$0]) }
        }
        if isCovered { return }
        var seen: Set<[Int]> = []
        for piece in area[column].sorted() {
            let left = rules.filter { columns[column].passes[$0]?.contains(piece) ?? false }
            guard seen.insert(left).inserted else { continue }
            uncovered(area, left, place + [piece], &found, limit)
        }
    }

    private func covers(_ rule: Int, _ column: Int, _ area: Set<Int>) -> Bool {
        columns[column].passes[rule].map { area.isSubset(of: $0) } ?? false
    }

    private func example(_ place: [Int]) -> [DmnExample] {
        zip(columns, place).map { DmnExample(input: $0.name, value: $0.samples[$1]) }
    }
}

extension TableCheck {
    private var overlaps: [DmnFinding] {
        mutating get {
            guard table.policy == .unique || table.policy == .any else { return [] }
            var found: [DmnFinding] = []
            for (index, rule) in checkable.enumerated() {
                for other in checkable.dropFirst(index + 1) where found.count < limit && conflict(rule, other) {
                    visits -= 1
                    guard visits > 0, let place = shared(rule, other) else { continue }
                    found.append(.overlap(rule: rule + 1, other: other + 1, example: example(place)))
                }
            }
            return found
        }
    }

    /// With ANY, rules of the same outputs may fire together.
    private func conflict(_ rule: Int, _ other: Int) -> Bool {
        table.policy == .unique || table.rules[rule].outputs.map(\.text) != table.rules[other].outputs.map(\.text)
    }

    /// A place where both rules fire.
    private func shared(_ rule: Int, _ other: Int) -> [Int]? {
        var place: [Int] = []
        for column in columns {
            guard let mine = column.passes[rule], let theirs = column.passes[other],
                let piece = mine.intersection(theirs).min()
            else { return nil }
            place.append(piece)
        }
        return place
    }

    private var unreachable: [DmnFinding] {
        mutating get {
            var found: [DmnFinding] = []
            for rule in checkable where found.count < limit {
                let area = columns.map { $0.passes[rule] ?? [] }
                if area.contains(where: \.isEmpty) {
                    found.append(.neverFires(rule: rule + 1, covered: []))
                    continue
                }
                guard table.policy == .first else { continue }
                let earlier = checkable.filter { $0 < rule && shared($0, rule) != nil }
                var free: [[Int]] = []
                uncovered(area, earlier, [], &free, 1)
                if free.isEmpty, visits > 0 {
                    found.append(.neverFires(rule: rule + 1, covered: earlier.map { $0 + 1 }))
                }
            }
            return found
        }
    }
}
