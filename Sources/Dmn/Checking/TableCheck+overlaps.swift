import Feel

extension TableCheck {
    var overlaps: [DmnFinding] {
        mutating get {
            guard table.policy == .unique || table.policy == .any else { return [] }
            var found: [DmnFinding] = []
            for rule in table.rules.indices {
                for other in table.rules.indices.dropFirst(rule + 1) where found.count < limit && conflict(rule, other)
                {
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
        table.policy == .unique || table.differ(rule, other)
    }

    /// A place where both rules fire; no piece where both are open to anything and not every value needs to occur.
    private func shared(_ rule: Int, _ other: Int) -> [Int?]? {
        var place: [Int?] = []
        for column in columns {
            if column.doubt != nil {
                guard column.isOpen[rule], column.isOpen[other] else { return nil }
                place.append(nil)
            } else {
                let both = column.passing[rule].intersection(column.passing[other])
                guard let piece = both.intersection(column.usual).min() else { return nil }
                place.append(piece)
            }
        }
        return place
    }
}

extension TableCheck {
    /// The rules that never fire: against themselves, or behind others that always come first.
    var unreachable: [DmnFinding] {
        mutating get {
            var found: [DmnFinding] = []
            for rule in table.rules.indices where found.count < limit {
                if let column = columns.first(where: { $0.isCut[rule] && $0.possible[rule].isEmpty }) {
                    found.append(whyDead(rule, at: column))
                } else if table.policy == .first, let earlier = cover(of: rule) {
                    found.append(.neverFires(rule: rule + 1, covered: earlier.map { $0 + 1 }))
                }
            }
            return found
        }
    }

    /// Why a rule fires for no value of a column.
    private func whyDead(_ rule: Int, at column: DmnColumn) -> DmnFinding {
        guard column.isUnlisted[rule], let listed = column.listed, let place = column.places.first else {
            return .neverFires(rule: rule + 1, covered: [])
        }
        return .notListed(
            rule: rule + 1, column: place + 1, text: DmnReader.trimmed(table.rules[rule].tests[place].text),
            allowed: DmnReader.trimmed(listed))
    }

    /// The rules before this one that take all facts it may fire for.
    private mutating func cover(of rule: Int) -> [Int]? {
        let area = columns.map { $0.isCut[rule] ? $0.possible[rule] : Set($0.samples.indices) }
        let earlier = cut.filter { other in
            other < rule && zip(columns, area).allSatisfy { !$0.passing[other].isDisjoint(with: $1) }
        }
        var free: [[Int]] = []
        uncovered(area, earlier, [], &free, 1)
        return free.isEmpty && visits > 0 ? earlier : nil
    }
}
