import Basics

extension Arguments {
    func temporal(_ builtin: Builtin, _ now: FeelNow) -> FeelValue? {
        switch builtin {
        case .date: date
        case .dateAndTime: dateAndTime
        case .time: time
        case .duration: duration
        case .yearsAndMonthsDuration: yearsBetween
        case .today: now.dateTime.map { .date($0.date) } ?? .null
        case .now: now.dateTime.map { .dateTime($0) } ?? .null
        default: day.flatMap { Arguments.calendar(builtin, $0) }
        }
    }

    /// The date in an argument that is one or has one.
    private var day: FeelDate? { Arguments.date(in: single(0)) }

    private static func date(in value: FeelValue) -> FeelDate? {
        switch value {
        case .date(let date): date
        case .dateTime(let dateTime): dateTime.date
        default: nil
        }
    }

    private static func calendar(_ builtin: Builtin, _ date: FeelDate) -> FeelValue? {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        switch builtin {
        case .dayOfYear: return .number(Decimal128(date.dayOfYear))
        case .dayOfWeek: return .string(days[date.weekday - 1])
        case .monthOfYear: return .string(months[Int(date.month) - 1])
        case .weekOfYear: return .number(Decimal128(date.weekOfYear))
        case .lastDayOfMonth:
            let (year, month) = (Int(date.year), Int(date.month))
            return FeelDate(year: year, month: month, day: FeelDate.length(of: month, in: year)).map { .date($0) }
        default: return nil
        }
    }

    private var date: FeelValue? {
        if count == 3 { return dateOfParts.map { .date($0) } }
        if let text = string(0) { return TemporalReader.date(text).map { .date($0) } }
        return day.map { .date($0) }
    }

    private var dateOfParts: FeelDate? {
        guard let year = integer(0), let month = integer(1), let day = integer(2) else { return nil }
        return FeelDate(year: year, month: month, day: day)
    }

    private var dateAndTime: FeelValue? {
        if count >= 6 {
            guard let date = dateOfParts, let time = time(from: 3) else { return nil }
            return .dateTime(FeelDateTime(date, time))
        }
        if count == 2 {
            guard let date = day else { return nil }
            if case .time(let time) = single(1) { return .dateTime(FeelDateTime(date, time)) }
            return moved(to: string(1))
        }
        switch single(0) {
        case .string(let text): return TemporalReader.dateTime(text).map { .dateTime($0) }
        case .date(let date): return .dateTime(FeelDateTime(startOf: date))
        case .dateTime: return single(0)
        default: return nil
        }
    }

    /// The same instant on the clock of a region.
    private func moved(to region: String?) -> FeelValue? {
        guard case .dateTime(let value) = single(0), let zone = region.flatMap({ FeelZone(region: $0) }) else {
            return nil
        }
        let local = value.instant + Int64(zone.offset(atInstant: value.instant))
        return FeelDateTime(localSeconds: local, nanosecond: value.time.nanosecond, zone: zone).map { .dateTime($0) }
    }

    private var time: FeelValue? {
        if count >= 3 { return time(from: 0).map { .time($0) } }
        switch single(0) {
        case .string(let text): return TemporalReader.time(text).map { .time($0) }
        case .time: return single(0)
        case .dateTime(let dateTime): return .time(dateTime.time)
        case .date(let date): return .time(FeelDateTime(startOf: date).time)
        default: return nil
        }
    }

    /// Hour, minute, second and perhaps an offset or region, from this argument on.
    private func time(from index: Int) -> FeelTime? {
        guard let hour = integer(index), let minute = integer(index + 1), let second = number(index + 2),
            let whole = truncated(index + 2), !second.isNegative,
            let nano = (second.modulo(1).flatMap { $0 * 1_000_000_000 })?.rounded(toPlaces: 0, .down)?.integer,
            let zone = zone(index + 3)
        else { return nil }
        return FeelTime(hour: hour, minute: minute, second: whole, nanosecond: nano, zone: zone.value)
    }

    private struct Zone { let value: FeelZone? }

    private func zone(_ index: Int) -> Zone? {
        switch single(index) {
        case .null: return Zone(value: nil)
        case .daysDuration(let offset) where Swift.abs(offset.seconds) <= 18 * 3600 && offset.nanosecond == 0:
            return Zone(value: .offset(Int32(offset.seconds)))
        case .string(let region): return FeelZone(region: region).map { Zone(value: $0) }
        default: return nil
        }
    }

    private var duration: FeelValue? {
        switch single(0) {
        case .string(let text): TemporalReader.duration(text)
        case .daysDuration, .yearsDuration: single(0)
        default: nil
        }
    }

    /// Whole months from one date to another; the time of day does not count.
    private var yearsBetween: FeelValue? {
        guard let from = Arguments.date(in: single(0)), let to = Arguments.date(in: single(1)) else { return nil }
        var months = (Int64(to.year) - Int64(from.year)) * 12 + Int64(to.month) - Int64(from.month)
        if months > 0, to.day < from.day { months -= 1 }
        if months < 0, to.day > from.day { months += 1 }
        return .yearsDuration(FeelYearsDuration(months: months))
    }
}
