import Basics

extension FeelEvaluator {
    mutating func interval(
        _ start: FeelNode.ID, _ end: FeelNode.ID, _ includesStart: Bool, _ includesEnd: Bool, _ id: FeelNode.ID
    ) -> FeelValue {
        let (low, high) = (value(start), value(end))
        if mayMeetUnknowns, low.hasUnknowns || high.hasUnknowns {
            return .unknown(low.unknowns.joined(with: high.unknowns))
        }
        return made(.range(FeelRange(from: low, included: includesStart, to: high, included: includesEnd)))
    }

    mutating func relation(_ form: FeelRange.Form, _ point: FeelNode.ID) -> FeelValue {
        let end = value(point)
        if mayMeetUnknowns, end.hasUnknowns { return .unknown(end.unknowns) }
        return made(.range(FeelRange(form, end)))
    }

    /// What `1..10` after `in` stands for: the numbers or dates from one to the other, up or down.
    mutating func span(_ start: FeelNode.ID, _ end: FeelNode.ID, _ id: FeelNode.ID) -> FeelValue {
        let (first, last) = (value(start), value(end))
        if mayMeetUnknowns, first.hasUnknowns || last.hasUnknowns {
            return .unknown(first.unknowns.joined(with: last.unknowns))
        }
        current = id
        return walk(from: first, to: last) ?? fail(.notIterable(first.kind))
    }

    private mutating func walk(from first: FeelValue, to last: FeelValue) -> FeelValue? {
        switch (first, last) {
        case (.number(let low), .number(let high)):
            guard let start = low.integer, let end = high.integer else { return nil }
            return series(start, end) { .number(Decimal128($0)) }
        case (.date(let low), .date(let high)):
            return series(Int(low.dayNumber), Int(high.dayNumber)) {
                FeelDate(dayNumber: Int64($0)).map { .date($0) } ?? .null
            }
        default: return nil
        }
    }

    private mutating func series(_ start: Int, _ end: Int, _ element: (Int) -> FeelValue) -> FeelValue {
        let (distance, overflow) = end.subtractingReportingOverflow(start)
        let count = overflow ? Int.max : Int(clamping: distance.magnitude)
        guard make(count), spend(count) else { return .null }
        let step = start <= end ? 1 : -1
        return .list((0...count).map { element(start + $0 * step) })
    }

    /// The values that a loop or filter walks through; `nil` with a problem where there are none.
    mutating func elements(of domain: FeelValue) -> [FeelValue]? {
        switch domain {
        case .list(let values): return values
        case .null, .unknown: return nil
        case .range(let range): return elements(of: range)
        default: return [domain]
        }
    }

    private mutating func elements(of range: FeelRange) -> [FeelValue]? {
        guard range.form == .interval, range.start.feelOrder(to: range.end).map({ $0 <= 0 }) == true,
            case .list(var values) = walk(from: range.start, to: range.end)
        else { return nil }
        if !range.includesStart { values.removeFirst() }
        if !range.includesEnd, !values.isEmpty { values.removeLast() }
        return values
    }
}
