import Basics

extension FeelEvaluator {
    mutating func negated(_ operand: FeelNode.ID, _ id: FeelNode.ID) -> FeelValue {
        let value = value(operand)
        switch value {
        case .number(let number): return .number(-number)
        case .daysDuration(let duration):
            return FeelDaysDuration(nanoseconds: -duration.nanoseconds).map { .daysDuration($0) } ?? .null
        case .yearsDuration(let duration): return .yearsDuration(FeelYearsDuration(months: -duration.months))
        case .null, .unknown: return value
        default:
            current = id
            return fail(.notCalculable(.number, value.kind))
        }
    }

    mutating func arithmetic(
        _ kind: FeelNode.Arithmetic, _ left: FeelNode.ID, _ right: FeelNode.ID, _ id: FeelNode.ID
    ) -> FeelValue {
        let (first, second) = (value(left), value(right))
        if case (.number(let one), .number(let other)) = (first, second) {
            guard kind != .power || spend(Builtin.transcendentalCost) else { return .null }
            if let result = one.result(kind, other) { return .number(result) }
            current = id
            return fail(.outOfRange)
        }
        return otherArithmetic(kind, first, second, id)
    }

    private mutating func otherArithmetic(
        _ kind: FeelNode.Arithmetic, _ first: FeelValue, _ second: FeelValue, _ id: FeelNode.ID
    ) -> FeelValue {
        if mayMeetUnknowns, first.hasUnknowns || second.hasUnknowns {
            return .unknown(first.unknowns.joined(with: second.unknowns))
        }
        if case (.add, .string(let one), .string(let other)) = (kind, first, second) {
            return make(one.utf8.count + other.utf8.count) ? .string(one + other) : .null
        }
        guard spend(Builtin.calendarCost) else { return .null }
        if let result = first.temporalResult(kind, second) { return result }
        current = id
        return fail(.notCalculable(first.kind, second.kind))
    }
}

extension Decimal128 {
    func result(_ kind: FeelNode.Arithmetic, _ other: Decimal128) -> Decimal128? {
        switch kind {
        case .add: self + other
        case .subtract: self - other
        case .multiply: self * other
        case .divide: self / other
        case .power: raised(to: other)
        }
    }
}

extension FeelValue {
    /// Sums and differences of dates, times and durations (DMN 1.5, tables 56 and 57); `nil` where there is none.
    func temporalResult(_ kind: FeelNode.Arithmetic, _ other: FeelValue) -> FeelValue? {
        switch kind {
        case .add: sum(other)
        case .subtract: difference(other)
        case .multiply: product(other) ?? other.product(self)
        case .divide: quotient(other)
        case .power: nil
        }
    }

    private func sum(_ other: FeelValue) -> FeelValue? {
        switch (self, other) {
        case (.daysDuration(let left), .daysDuration(let right)):
            FeelDaysDuration(nanoseconds: left.nanoseconds + right.nanoseconds).map { .daysDuration($0) }
        case (.yearsDuration(let left), .yearsDuration(let right)): FeelValue.months(left.months, plus: right.months)
        case (_, .daysDuration(let duration)): moved(nanoseconds: duration.nanoseconds)
        case (.daysDuration(let duration), _): other.moved(nanoseconds: duration.nanoseconds)
        case (_, .yearsDuration(let duration)): moved(months: duration.months)
        case (.yearsDuration(let duration), _): other.moved(months: duration.months)
        default: nil
        }
    }

    private func difference(_ other: FeelValue) -> FeelValue? {
        switch (self, other) {
        case (.daysDuration(let left), .daysDuration(let right)):
            FeelDaysDuration(nanoseconds: left.nanoseconds - right.nanoseconds).map { .daysDuration($0) }
        case (.yearsDuration(let left), .yearsDuration(let right)): FeelValue.months(left.months, plus: -right.months)
        case (_, .daysDuration(let duration)): moved(nanoseconds: -duration.nanoseconds)
        case (_, .yearsDuration(let duration)): moved(months: -duration.months)
        case (.time(let left), .time(let right)): left.since(right)
        default: FeelValue.span(self, other)
        }
    }

    private static func months(_ left: Int64, plus right: Int64) -> FeelValue? {
        let (months, overflow) = left.addingReportingOverflow(right)
        return overflow || months.magnitude >= 1 << 60 ? nil : .yearsDuration(FeelYearsDuration(months: months))
    }

    private func moved(nanoseconds: Int128) -> FeelValue? {
        switch self {
        case .date(let date):
            FeelDateTime(startOf: date).adding(nanoseconds: nanoseconds).map { .date($0.date) }
        case .time(let time): .time(time.adding(nanoseconds: nanoseconds))
        case .dateTime(let dateTime): dateTime.adding(nanoseconds: nanoseconds).map { .dateTime($0) }
        default: nil
        }
    }

    private func moved(months: Int64) -> FeelValue? {
        switch self {
        case .date(let date): date.adding(months: months).map { .date($0) }
        case .dateTime(let dateTime): dateTime.adding(months: months).map { .dateTime($0) }
        default: nil
        }
    }

    /// The time between two dates, or dates with times; a date is its midnight UTC.
    private static func span(_ left: FeelValue, _ right: FeelValue) -> FeelValue? {
        guard let later = left.asDateTime, let earlier = right.asDateTime,
            (later.time.zone == nil) == (earlier.time.zone == nil)
        else { return nil }
        return FeelDaysDuration(nanoseconds: later.nanoseconds - earlier.nanoseconds).map { .daysDuration($0) }
    }

    private var asDateTime: FeelDateTime? {
        switch self {
        case .date(let date): FeelDateTime(startOf: date)
        case .dateTime(let dateTime): dateTime
        default: nil
        }
    }
}

extension FeelTime {
    fileprivate func since(_ other: FeelTime) -> FeelValue? {
        guard (zone == nil) == (other.zone == nil) else { return nil }
        return FeelDaysDuration(nanoseconds: Int128(nanoseconds - other.nanoseconds)).map { .daysDuration($0) }
    }
}
