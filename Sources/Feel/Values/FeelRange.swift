/// A range of values, or the values on one side of an end point (DMN 1.5, 10.3.2.7).
public struct FeelRange: Sendable {
    /// How the range was written: `[a..b]`, or with one operator as in `(< b)`.
    public enum Form: Sendable, Hashable {
        case interval, less, atMost, greater, atLeast, equal, notEqual
    }

    public let form: Form
    public let start: FeelValue
    public let end: FeelValue
    public let includesStart: Bool
    public let includesEnd: Bool

    /// An interval between two end points.
    public init(from start: FeelValue, included: Bool, to end: FeelValue, included endIncluded: Bool) {
        self.init(form: .interval, start, included, end, endIncluded)
    }

    private init(form: Form, _ start: FeelValue, _ includesStart: Bool, _ end: FeelValue, _ includesEnd: Bool) {
        (self.form, self.start, self.end) = (form, start, end)
        (self.includesStart, self.includesEnd) = (includesStart, includesEnd)
    }

    /// The values that stand in this relation to one end point.
    public init(_ form: Form, _ point: FeelValue) {
        switch form {
        case .less: self.init(form: form, .null, false, point, false)
        case .atMost: self.init(form: form, .null, false, point, true)
        case .greater: self.init(form: form, point, false, .null, false)
        case .atLeast: self.init(form: form, point, true, .null, false)
        case .interval, .equal: self.init(form: form, point, true, point, true)
        case .notEqual: self.init(form: form, point, false, point, false)
        }
    }
}

extension FeelRange {
    /// Whether a value lies in the range; `nil` when it cannot be compared with the end points.
    public func contains(_ value: FeelValue) -> Bool? {
        switch form {
        case .equal: value.feelEquals(start)
        case .notEqual: value.feelEquals(start).map { !$0 }
        case .less, .atMost: isBelowEnd(value)
        case .greater, .atLeast: isAboveStart(value)
        case .interval: bothSides(value)
        }
    }

    private func bothSides(_ value: FeelValue) -> Bool? {
        guard let above = isAboveStart(value), let below = isBelowEnd(value) else { return nil }
        return above && below
    }

    private func isAboveStart(_ value: FeelValue) -> Bool? {
        value.feelOrder(to: start).map { $0 > 0 || ($0 == 0 && includesStart) }
    }

    private func isBelowEnd(_ value: FeelValue) -> Bool? {
        value.feelOrder(to: end).map { $0 < 0 || ($0 == 0 && includesEnd) }
    }
}
