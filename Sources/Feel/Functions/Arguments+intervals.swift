extension Arguments {
    /// Relations between points and ranges (DMN 1.5, table 78); a point is a range from itself to itself.
    func intervals(_ builtin: Builtin) -> FeelValue? {
        guard let left = Interval(single(0)), let right = Interval(single(1)) else { return nil }
        guard admits(builtin, left.isPoint, right.isPoint) else { return nil }
        return Arguments.relation(builtin, left, right).map { .boolean($0) }
    }

    private func admits(_ builtin: Builtin, _ left: Bool, _ right: Bool) -> Bool {
        switch builtin {
        case .before, .after: true
        case .meets, .metBy, .overlaps, .overlapsBefore, .overlapsAfter: !left && !right
        case .finishes, .during, .starts: !right
        case .finishedBy, .includes, .startedBy: !left
        case .coincides: left == right
        default: false
        }
    }

    private static func relation(_ builtin: Builtin, _ left: Interval, _ right: Interval) -> Bool? {
        switch builtin {
        case .before: left.isBefore(right)
        case .after: right.isBefore(left)
        case .meets: left.meets(right)
        case .metBy: right.meets(left)
        case .overlaps: left.overlaps(right)
        case .overlapsBefore: left.overlapsBefore(right)
        case .overlapsAfter: right.overlapsBefore(left)
        case .finishes: left.finishes(right)
        case .finishedBy: right.finishes(left)
        case .includes: left.includes(right)
        case .during: right.includes(left)
        case .starts: left.starts(right)
        case .startedBy: right.starts(left)
        case .coincides: left.coincides(right)
        default: nil
        }
    }
}

/// A range or a point as two edges that can be compared.
struct Interval {
    /// An end, with on which side of its value it lies: just inside, at, or just outside.
    struct Edge {
        let value: FeelValue
        /// Below zero for an end that is never reached downwards, above for upwards.
        let infinity: Int
        let isIncluded: Bool

        func order(to other: Edge) -> Int? {
            if infinity != 0 || other.infinity != 0 { return (infinity - other.infinity).signum() }
            return value.feelOrder(to: other.value)
        }
    }

    let start: Edge
    let end: Edge
    let isPoint: Bool

    init?(_ value: FeelValue) {
        guard case .range(let range) = value else {
            guard value.feelOrder(to: value) != nil else { return nil }
            let edge = Edge(value: value, infinity: 0, isIncluded: true)
            (start, end, isPoint) = (edge, edge, true)
            return
        }
        guard range.form != .notEqual else { return nil }
        start = Edge(
            value: range.start, infinity: range.form == .less || range.form == .atMost ? -1 : 0,
            isIncluded: range.includesStart)
        end = Edge(
            value: range.end, infinity: range.form == .greater || range.form == .atLeast ? 1 : 0,
            isIncluded: range.includesEnd)
        isPoint = false
    }
}

extension Interval {
    func isBefore(_ other: Interval) -> Bool? {
        end.order(to: other.start).map { $0 < 0 || ($0 == 0 && !(end.isIncluded && other.start.isIncluded)) }
    }

    func meets(_ other: Interval) -> Bool? {
        end.order(to: other.start).map { $0 == 0 && end.isIncluded && other.start.isIncluded }
    }

    func overlaps(_ other: Interval) -> Bool? {
        guard let before = isBefore(other), let after = other.isBefore(self) else { return nil }
        return !before && !after
    }

    func overlapsBefore(_ other: Interval) -> Bool? {
        guard let overlap = overlaps(other), let first = start.order(to: other.start),
            let last = end.order(to: other.end)
        else { return nil }
        let startsEarlier = first < 0 || (first == 0 && start.isIncluded && !other.start.isIncluded)
        return overlap && startsEarlier && (last < 0 || (last == 0 && (!end.isIncluded || other.end.isIncluded)))
    }

    func includes(_ other: Interval) -> Bool? {
        guard let first = start.order(to: other.start), let last = end.order(to: other.end) else { return nil }
        return (first < 0 || (first == 0 && (start.isIncluded || !other.start.isIncluded)))
            && (last > 0 || (last == 0 && (end.isIncluded || !other.end.isIncluded)))
    }

    func finishes(_ other: Interval) -> Bool? {
        guard let last = end.order(to: other.end), let first = start.order(to: other.start) else { return nil }
        guard last == 0, end.isIncluded == other.end.isIncluded else { return false }
        return isPoint || first > 0 || (first == 0 && (!start.isIncluded || other.start.isIncluded))
    }

    func starts(_ other: Interval) -> Bool? {
        guard let first = start.order(to: other.start), let last = end.order(to: other.end) else { return nil }
        guard first == 0, start.isIncluded == other.start.isIncluded else { return false }
        return isPoint || last < 0 || (last == 0 && (!end.isIncluded || other.end.isIncluded))
    }

    func coincides(_ other: Interval) -> Bool? {
        guard let first = start.order(to: other.start), let last = end.order(to: other.end) else { return nil }
        return first == 0 && last == 0 && start.isIncluded == other.start.isIncluded
            && end.isIncluded == other.end.isIncluded
    }
}
