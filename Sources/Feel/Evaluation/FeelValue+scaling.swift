import Basics

extension FeelValue {
    /// A duration times a number.
    func product(_ other: FeelValue) -> FeelValue? {
        guard case .number(let factor) = other else { return nil }
        switch self {
        case .daysDuration(let duration): return FeelValue.seconds(duration.decimalSeconds * factor)
        case .yearsDuration(let duration): return FeelValue.months(Decimal128(Int(duration.months)) * factor)
        default: return nil
        }
    }

    /// A duration by a number, or by a duration of its kind.
    func quotient(_ other: FeelValue) -> FeelValue? {
        switch (self, other) {
        case (.daysDuration(let duration), .number(let divisor)):
            FeelValue.seconds(duration.decimalSeconds / divisor)
        case (.yearsDuration(let duration), .number(let divisor)):
            FeelValue.months(Decimal128(Int(duration.months)) / divisor)
        case (.daysDuration(let left), .daysDuration(let right)):
            (left.decimalSeconds / right.decimalSeconds).map { .number($0) }
        case (.yearsDuration(let left), .yearsDuration(let right)):
            (Decimal128(Int(left.months)) / Decimal128(Int(right.months))).map { .number($0) }
        default: nil
        }
    }

    /// A duration to the nanosecond, what is less is dropped.
    private static func seconds(_ seconds: Decimal128?) -> FeelValue? {
        guard let scaled = seconds?.rounded(toPlaces: 9, .down), let nano = scaled * 1_000_000_000,
            let whole = nano.wholePart
        else { return nil }
        return FeelDaysDuration(nanoseconds: whole).map { .daysDuration($0) }
    }

    /// Whole months, what is less is dropped.
    private static func months(_ months: Decimal128?) -> FeelValue? {
        guard let count = months?.rounded(toPlaces: 0, .down)?.integer, count.magnitude < 1 << 60 else { return nil }
        return .yearsDuration(FeelYearsDuration(months: Int64(count)))
    }
}

extension FeelDaysDuration {
    fileprivate var decimalSeconds: Decimal128 {
        Decimal128(coefficient: nanoseconds, exponent: -9) ?? 0
    }
}

extension Decimal128 {
    /// The number towards zero, when it has at most 34 digits before the point.
    fileprivate var wholePart: Int128? {
        guard let whole = rounded(toPlaces: 0, .down), whole.exponent <= 4 else { return nil }
        return (0..<Int(whole.exponent)).reduce(whole.coefficient) { number, _ in number * 10 }
    }
}
