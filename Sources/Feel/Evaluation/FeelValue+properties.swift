import Basics

extension FeelValue {
    /// The parts that dates, times, durations and ranges have (DMN 1.5, table 65).
    func property(_ name: String) -> FeelValue? {
        switch self {
        case .date(let date): date.property(name)
        case .time(let time): time.property(name, offset: time.offset)
        case .dateTime(let value): value.date.property(name) ?? value.time.property(name, offset: value.offset)
        case .daysDuration(let duration): duration.property(name)
        case .yearsDuration(let duration): duration.property(name)
        case .range(let range): range.property(name)
        default: nil
        }
    }
}

extension FeelDate {
    fileprivate func property(_ name: String) -> FeelValue? {
        switch name {
        case "year": .number(Decimal128(Int(year)))
        case "month": .number(Decimal128(Int(month)))
        case "day": .number(Decimal128(Int(day)))
        case "weekday": .number(Decimal128(weekday))
        default: nil
        }
    }
}

extension FeelTime {
    fileprivate func property(_ name: String, offset: Int?) -> FeelValue? {
        switch name {
        case "hour": .number(Decimal128(hour))
        case "minute": .number(Decimal128(minute))
        case "second": .number(Decimal128(secondOfMinute))
        case "time offset":
            offset.map { .daysDuration(FeelDaysDuration(seconds: Int64($0))) } ?? .null
        case "timezone":
            if case .region(let region) = zone { .string(region) } else { .null }
        default: nil
        }
    }
}

extension FeelDaysDuration {
    fileprivate func property(_ name: String) -> FeelValue? {
        let parts = parts
        switch name {
        case "days": return .number(Decimal128(parts.days))
        case "hours": return .number(Decimal128(parts.hours))
        case "minutes": return .number(Decimal128(parts.minutes))
        case "seconds": return .number(Decimal128(parts.seconds))
        default: return nil
        }
    }
}

extension FeelYearsDuration {
    fileprivate func property(_ name: String) -> FeelValue? {
        switch name {
        case "years": .number(Decimal128(Int(months / 12)))
        case "months": .number(Decimal128(Int(months % 12)))
        default: nil
        }
    }
}

extension FeelRange {
    fileprivate func property(_ name: String) -> FeelValue? {
        switch name {
        case "start": start
        case "end": end
        case "start included": .boolean(includesStart)
        case "end included": .boolean(includesEnd)
        default: nil
        }
    }
}
