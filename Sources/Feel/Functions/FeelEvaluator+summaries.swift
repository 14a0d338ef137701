import Basics

extension FeelEvaluator {
    /// Functions that make one value of many.
    mutating func summary(_ builtin: Builtin, _ arguments: Arguments) -> FeelValue? {
        let list = arguments.spread
        guard spend(list.count), arguments.count > 0, !(arguments.count == 1 && arguments[0].isNull) else {
            return nil
        }
        switch builtin {
        case .min: return extreme(list) { $0 < 0 }
        case .max: return extreme(list) { $0 > 0 }
        case .all: return decided(list, by: false)
        case .any: return decided(list, by: true)
        case .sum: return total(list)
        default:
            guard let numbers = numbers(list) else { return nil }
            return statistic(builtin, numbers)
        }
    }

    private func extreme(_ list: [FeelValue], _ better: (Int) -> Bool) -> FeelValue? {
        guard var best = list.first else { return .null }
        guard best.feelOrder(to: best) != nil else { return nil }
        for value in list.dropFirst() {
            guard let order = value.feelOrder(to: best) else { return nil }
            if better(order) { best = value }
        }
        return best
    }

    /// One value that decides makes the answer; else all must be truths.
    private func decided(_ list: [FeelValue], by decisive: Bool) -> FeelValue? {
        var answer: FeelValue = .boolean(!decisive)
        for value in list {
            switch value {
            case .boolean(let flag): if flag == decisive { return value }
            case .null: answer = .null
            default: return nil
            }
        }
        return answer
    }

    private func total(_ list: [FeelValue]) -> FeelValue? {
        guard let first = list.first else { return .null }
        if case .number = first { return numbers(list).flatMap { $0.total }.map { .number($0) } }
        guard first.kind == .daysDuration || first.kind == .yearsDuration else { return nil }
        return list.dropFirst().reduce(first) { sum, value in
            guard value.kind == first.kind else { return nil }
            return sum?.temporalResult(.add, value)
        }
    }

    private func numbers(_ list: [FeelValue]) -> [Decimal128]? {
        var numbers: [Decimal128] = []
        numbers.reserveCapacity(list.count)
        for value in list {
            guard case .number(let number) = value else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    private func statistic(_ builtin: Builtin, _ numbers: [Decimal128]) -> FeelValue? {
        if numbers.isEmpty { return builtin == .mode ? .list([]) : .null }
        switch builtin {
        case .mean: return numbers.mean.map { .number($0) }
        case .product: return numbers.combined { $0 * $1 }.map { .number($0) }
        case .median: return numbers.median.map { .number($0) }
        case .stddev: return numbers.count < 2 ? .null : numbers.deviation.map { .number($0) }
        case .mode: return .list(numbers.modes.map { .number($0) })
        default: return nil
        }
    }
}

extension [Decimal128] {
    func combined(_ operation: (Decimal128, Decimal128) -> Decimal128?) -> Decimal128? {
        dropFirst().reduce(first) { result, number in result.flatMap { operation($0, number) } }
    }

    var total: Decimal128? { combined { $0 + $1 } }
    var mean: Decimal128? { total.flatMap { $0 / Decimal128(count) } }

    fileprivate var median: Decimal128? {
        let ordered = sorted()
        guard count % 2 == 0 else { return ordered[count / 2] }
        return (ordered[count / 2 - 1] + ordered[count / 2]).flatMap { $0 / 2 }
    }

    /// The standard deviation of a sample.
    fileprivate var deviation: Decimal128? {
        guard let mean else { return nil }
        let squares = compactMap { ($0 - mean).flatMap { $0 * $0 } }
        return squares.total.flatMap { $0 / Decimal128(count - 1) }?.squareRoot
    }

    /// The values that occur most, smallest first.
    fileprivate var modes: [Decimal128] {
        let counts = reduce(into: [Decimal128: Int]()) { $0[$1, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        return counts.filter { $0.value == most }.keys.sorted()
    }
}
