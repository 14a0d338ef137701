/// Reads the lexical forms of dates, times and durations (ISO 8601 as XML Schema has it, with `@Region` for zones).
struct TemporalReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ text: String) { bytes = Array(text.utf8.prefix(200)) }

    private var isAtEnd: Bool { at == bytes.count }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard at < bytes.count, UInt32(bytes[at]) == character.value else { return false }
        at += 1
        return true
    }

    /// The digits that follow, at least and at most so many.
    private mutating func digits(_ counts: ClosedRange<Int>) -> Int? {
        let start = at
        var value = 0
        while at < bytes.count, at - start < counts.upperBound, case let digit = bytes[at] &- 48, digit < 10 {
            (value, at) = (value * 10 + Int(digit), at + 1)
        }
        return at - start >= counts.lowerBound ? value : nil
    }

    static func date(_ text: String) -> FeelDate? {
        var reader = TemporalReader(text)
        guard let date = reader.date(), reader.isAtEnd else { return nil }
        return date
    }

    static func time(_ text: String) -> FeelTime? {
        var reader = TemporalReader(text)
        guard let (time, _) = reader.time(), reader.isAtEnd else { return nil }
        return time
    }

    /// A date with a time, or a date alone, which is its midnight.
    static func dateTime(_ text: String) -> FeelDateTime? {
        var reader = TemporalReader(text)
        guard let date = reader.date() else { return nil }
        if reader.isAtEnd { return FeelDateTime(date, .midnight) }
        guard reader.take("T"), let (time, nextDay) = reader.time(), reader.isAtEnd else { return nil }
        guard nextDay else { return FeelDateTime(date, time) }
        return FeelDate(dayNumber: date.dayNumber + 1).map { FeelDateTime($0, time) }
    }
}

extension TemporalReader {
    private mutating func date() -> FeelDate? {
        let negative = take("-")
        let start = at
        guard let year = digits(4...9), at - start == 4 || bytes[start] != 48, take("-") else { return nil }
        guard let month = digits(2...2), take("-"), let day = digits(2...2) else { return nil }
        return FeelDate(year: negative ? -year : year, month: month, day: day)
    }

    /// A time, and whether it is the midnight at the end of the day (24:00:00).
    private mutating func time() -> (FeelTime, Bool)? {
        guard let hour = digits(2...2), take(":"), let minute = digits(2...2), take(":"), let second = digits(2...2)
        else { return nil }
        guard let nanosecond = decimals(), let zone = zone() else { return nil }
        if hour == 24, minute == 0, second == 0, nanosecond == 0 {
            return (FeelTime(second: 0, nanosecond: 0, zone: zone.value), true)
        }
        let time = FeelTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone.value)
        return time.map { ($0, false) }
    }

    /// Nanoseconds; what is beyond nine decimals is dropped.
    private mutating func decimals() -> Int? {
        guard take(".") else { return 0 }
        let start = at
        guard var value = digits(1...9) else { return nil }
        for _ in (at - start)..<9 { value *= 10 }
        while digits(1...1) != nil {}
        return value
    }

    private struct Zone { let value: FeelZone? }

    private mutating func zone() -> Zone? {
        if isAtEnd { return Zone(value: nil) }
        if take("Z") { return Zone(value: .offset(0)) }
        if take("@") {
            let name = String(decoding: bytes[at...], as: UTF8.self)
            at = bytes.count
            return FeelZone(region: name).map { Zone(value: $0) }
        }
        let negative = take("-")
        guard negative || take("+"), let hours = digits(2...2), take(":"), let minutes = digits(2...2) else {
            return nil
        }
        let seconds = take(":") ? digits(2...2) : 0
        guard let seconds, minutes < 60, seconds < 60 else { return nil }
        let offset = hours * 3600 + minutes * 60 + seconds
        guard offset <= 18 * 3600 else { return nil }
        return Zone(value: .offset(Int32(negative ? -offset : offset)))
    }
}

extension TemporalReader {
    /// Either kind of duration; years and days do not mix.
    static func duration(_ text: String) -> FeelValue? {
        var reader = TemporalReader(text)
        let negative = reader.take("-")
        guard reader.take("P") else { return nil }
        let sign: Int128 = negative ? -1 : 1
        let start = reader.at
        if let months = reader.months(), reader.isAtEnd, let count = Int64(exactly: sign * Int128(months)) {
            return .yearsDuration(FeelYearsDuration(months: count))
        }
        reader.at = start
        guard let nanoseconds = reader.nanoseconds(), reader.isAtEnd else { return nil }
        return FeelDaysDuration(nanoseconds: sign * nanoseconds).map { .daysDuration($0) }
    }

    private mutating func months() -> Int64? {
        let years = amount("Y")
        let months = amount("M")
        guard years != nil || months != nil else { return nil }
        return (years ?? 0) * 12 + (months ?? 0)
    }

    /// Digits before a letter, or nothing read.
    private mutating func amount(_ letter: Unicode.Scalar) -> Int64? {
        let start = at
        guard let value = digits(1...17), take(letter) else {
            at = start
            return nil
        }
        return Int64(value)
    }

    private mutating func nanoseconds() -> Int128? {
        var total = Int128(0)
        var found = false
        func add(_ value: Int64?, seconds: Int128) {
            guard let value else { return }
            (total, found) = (total + Int128(value) * seconds * 1_000_000_000, true)
        }
        add(amount("D"), seconds: 86_400)
        guard take("T") else { return found ? total : nil }
        found = false
        add(amount("H"), seconds: 3600)
        add(amount("M"), seconds: 60)
        let start = at
        if let whole = digits(1...17), let rest = secondDecimals(), take("S") {
            add(Int64(whole), seconds: 1)
            total += Int128(rest)
        } else {
            at = start
        }
        return found ? total : nil
    }

    /// As `decimals`, but a bare point is allowed.
    private mutating func secondDecimals() -> Int? {
        guard at + 1 < bytes.count, bytes[at] == 46, bytes[at + 1] &- 48 >= 10 else { return decimals() }
        at += 1
        return 0
    }
}
