public import Basics

/// A date with a time, with or without a zone (DMN 1.5, 10.3.2.3.6).
public struct FeelDateTime: Hashable, Sendable {
    public let date: FeelDate
    public let time: FeelTime

    public init(_ date: FeelDate, _ time: FeelTime) { (self.date, self.time) = (date, time) }

    /// A date where a date and time is asked for: midnight UTC.
    public init(startOf date: FeelDate) {
        self.init(date, FeelTime(second: 0, nanosecond: 0, zone: .offset(0)))
    }

    /// The moment on a clock in a zone.
    public init?(_ moment: Moment, zone: FeelZone) {
        let (seconds, millisecond) = moment.milliseconds.flooredDivision(by: 1000)
        let local = seconds + Int64(zone.offset(atInstant: seconds))
        self.init(localSeconds: local, nanosecond: Int32(millisecond * 1_000_000), zone: zone)
    }

    package init?(localSeconds: Int64, nanosecond: Int32, zone: FeelZone?) {
        let (day, second) = localSeconds.flooredDivision(by: 86_400)
        guard let date = FeelDate(dayNumber: day) else { return nil }
        self.init(date, FeelTime(second: Int32(second), nanosecond: nanosecond, zone: zone))
    }

    /// Seconds from 1970 as the clock shows them.
    var localSeconds: Int64 { date.dayNumber * 86_400 + Int64(time.second) }

    var offset: Int? { time.zone.map { $0.offset(atLocal: localSeconds) } }

    /// Seconds from 1970 in UTC, or as the clock shows them where there is no zone.
    package var instant: Int64 { localSeconds - Int64(offset ?? 0) }

    /// Nanoseconds from 1970.
    var nanoseconds: Int128 { Int128(instant) * 1_000_000_000 + Int128(time.nanosecond) }

    /// Equality to the second, as for a time.
    func equals(_ other: FeelDateTime) -> Bool? {
        guard (time.zone == nil) == (other.time.zone == nil) else { return false }
        return instant == other.instant
    }

    func order(to other: FeelDateTime) -> Int? {
        guard (time.zone == nil) == (other.time.zone == nil) else { return nil }
        return instant == other.instant
            ? time.nanosecond.order(to: other.time.nanosecond) : instant.order(to: other.instant)
    }

    /// Some nanoseconds later, on the same clock; `nil` when the year is out of range.
    func adding(nanoseconds: Int128) -> FeelDateTime? {
        let sum = Int128(time.nanosecond) + nanoseconds
        let (seconds, rest) = sum.flooredDivision(by: 1_000_000_000)
        let total = (time.zone == nil ? Int128(localSeconds) : Int128(instant)) + seconds
        guard let moved = Int64(exactly: total), abs(moved) < 1 << 60 else { return nil }
        let local = moved + Int64(time.zone?.offset(atInstant: moved) ?? 0)
        return FeelDateTime(localSeconds: local, nanosecond: Int32(rest), zone: time.zone)
    }

    func adding(months: Int64) -> FeelDateTime? { date.adding(months: months).map { FeelDateTime($0, time) } }
}

extension FeelDateTime: CustomStringConvertible {
    public var description: String { date.description + "T" + time.description }
}

extension SignedInteger {
    /// The quotient rounded down, and what is left, which is never negative.
    func flooredDivision(by divisor: Self) -> (quotient: Self, rest: Self) {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }
}
