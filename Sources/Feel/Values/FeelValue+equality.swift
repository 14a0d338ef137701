import Basics

extension FeelValue {
    /// FEEL's `=` (DMN 1.5, table 53): null equals only null; values of two kinds cannot be compared, which is `nil`.
    public func feelEquals(_ other: FeelValue) -> Bool? {
        switch (self, other) {
        case (.null, .null): true
        case (.null, _), (_, .null): false
        case (.boolean(let left), .boolean(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.date(let left), .date(let right)): left == right
        case (.time(let left), .time(let right)): left.equals(right)
        case (.dateTime(let left), .dateTime(let right)): left.equals(right)
        case (.daysDuration(let left), .daysDuration(let right)): left == right
        case (.yearsDuration(let left), .yearsDuration(let right)): left == right
        case (.list(let left), .list(let right)): FeelValue.equal(left, right)
        case (.context(let left), .context(let right)): left.equals(right)
        case (.range(let left), .range(let right)): left.equals(right)
        case (.function(let left), .function(let right)): left === right ? true : nil
        default: nil
        }
    }

    private static func equal(_ left: [FeelValue], _ right: [FeelValue]) -> Bool? {
        guard left.count == right.count else { return false }
        for (one, other) in zip(left, right) where one.feelEquals(other) != true { return false }
        return true
    }
}

extension FeelContext {
    func equals(_ other: FeelContext) -> Bool? {
        guard values.count == other.values.count else { return false }
        for (key, value) in entries {
            guard let counterpart = other[key], value.feelEquals(counterpart) == true else { return false }
        }
        return true
    }
}

extension FeelRange {
    func equals(_ other: FeelRange) -> Bool? {
        form == other.form && includesStart == other.includesStart && includesEnd == other.includesEnd
            && start.feelEquals(other.start) == true && end.feelEquals(other.end) == true
    }
}

extension FeelValue: Hashable {
    /// The same value in Swift's sense: always an answer, and never between two kinds.
    public static func == (left: FeelValue, right: FeelValue) -> Bool {
        switch (left, right) {
        case (.time(let left), .time(let right)): left == right
        case (.dateTime(let left), .dateTime(let right)): left == right
        case (.list(let left), .list(let right)): left == right
        case (.unknown(let left), .unknown(let right)): left == right
        default: left.feelEquals(right) == true
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .boolean(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .date(let value): hasher.combine(value)
        case .time(let value): hasher.combine(value)
        case .dateTime(let value): hasher.combine(value)
        case .daysDuration(let value): hasher.combine(value)
        case .yearsDuration(let value): hasher.combine(value)
        case .list(let values): hasher.combine(values)
        case .context(let context): hasher.combine(Set(context.keys))
        case .range(let range): hasher.combine(range.form)
        case .function(let function): hasher.combine(ObjectIdentifier(function))
        case .unknown(let unknown): hasher.combine(unknown)
        }
    }
}

extension FeelValue {
    /// Below, at or above zero by FEEL's `<` (DMN 1.5, table 52); `nil` for values that have no order between them.
    public func feelOrder(to other: FeelValue) -> Int? {
        switch (self, other) {
        case (.number(let left), .number(let right)): left == right ? 0 : (left < right ? -1 : 1)
        case (.string(let left), .string(let right)): FeelValue.order(left, right)
        case (.date(let left), .date(let right)): left == right ? 0 : (left < right ? -1 : 1)
        case (.time(let left), .time(let right)): left.order(to: right)
        case (.dateTime(let left), .dateTime(let right)): left.order(to: right)
        case (.date(let left), .dateTime(let right)): FeelDateTime(startOf: left).order(to: right)
        case (.dateTime(let left), .date(let right)): left.order(to: FeelDateTime(startOf: right))
        case (.daysDuration(let left), .daysDuration(let right)): left == right ? 0 : (left < right ? -1 : 1)
        case (.yearsDuration(let left), .yearsDuration(let right)): left.months.order(to: right.months)
        default: nil
        }
    }

    /// Texts are ordered by their code points.
    private static func order(_ left: String, _ right: String) -> Int {
        if left == right { return 0 }
        return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? -1 : 1
    }
}

extension Comparable {
    func order(to other: Self) -> Int { self == other ? 0 : (self < other ? -1 : 1) }
}
