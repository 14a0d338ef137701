extension FeelValue {
    /// How deep values may be nested.
    static let depthLimit = 100

    /// How much there is to a value: its elements and theirs, and a share of its characters; `nil` when it is more than
    /// `limit`, or nested too deep.
    func weight(upTo limit: Int) -> Int? {
        var left = limit
        return takeWeight(from: &left, depth: 0) ? limit - left : nil
    }

    private func takeWeight(from left: inout Int, depth: Int) -> Bool {
        left -= 1
        guard left >= 0, depth < FeelValue.depthLimit else { return false }
        switch self {
        case .string(let text):
            left -= text.utf8.count / 32
            return left >= 0
        case .list(let values): return FeelValue.takeWeight(of: values, from: &left, depth: depth + 1)
        case .context(let context): return FeelValue.takeWeight(of: context.values, from: &left, depth: depth + 1)
        case .range(let range):
            return FeelValue.takeWeight(of: [range.start, range.end], from: &left, depth: depth + 1)
        case .null, .boolean, .number, .date, .time, .dateTime, .daysDuration, .yearsDuration, .function, .unknown:
            return true
        }
    }

    private static func takeWeight(of values: [FeelValue], from left: inout Int, depth: Int) -> Bool {
        for value in values where !value.takeWeight(from: &left, depth: depth) { return false }
        return true
    }

    /// Whether the value holds others.
    var isComposed: Bool {
        switch self {
        case .list, .context, .range: true
        case .null, .boolean, .number, .string, .date, .time, .dateTime, .daysDuration, .yearsDuration, .function,
            .unknown:
            false
        }
    }

    /// Whether looking at the value can take long.
    var isBulky: Bool {
        if case .string(let text) = self { text.utf8.count > 64 } else { isComposed }
    }
}

extension FeelEvaluator {
    /// Counts a value that was made out of others, however often they share their parts; null when it is too much.
    mutating func made(_ value: FeelValue) -> FeelValue {
        guard value.isComposed else { return value }
        guard let weight = value.weight(upTo: room) else {
            _ = make(room + 1)
            return .null
        }
        return make(weight) ? value : .null
    }

    /// Counts the work of looking at values.
    mutating func look(at values: [FeelValue]) -> Bool {
        for value in values where value.isBulky {
            guard let weight = value.weight(upTo: steps) else { return spend(steps + 1) }
            guard spend(weight) else { return false }
        }
        return true
    }
}
