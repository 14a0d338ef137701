public import Basics

/// An ISO 8601 duration: months and days by the calendar, the rest by the clock.
public struct TimeSpan: Hashable, Sendable {
    public let months: Int
    public let days: Int
    public let milliseconds: Int64

    /// Longer than this is taken for a mistake.
    private static let longest = (months: 12_000, days: 366_000, milliseconds: Int64(31_622_400_000_000))

    public init?(months: Int = 0, days: Int = 0, milliseconds: Int64 = 0) {
        guard abs(months) <= Self.longest.months, abs(days) <= Self.longest.days,
            abs(milliseconds) <= Self.longest.milliseconds
        else { return nil }
        self.months = months
        self.days = days
        self.milliseconds = milliseconds
    }

    public var isZero: Bool { months == 0 && days == 0 && milliseconds == 0 }
}

extension Moment {
    /// This moment and a span: months and days keep the time that a clock in the Netherlands shows.
    public func adding(_ span: TimeSpan) -> Moment {
        if span.months == 0 && span.days == 0 { return Moment(milliseconds: milliseconds + span.milliseconds) }
        let (hour, minute) = clock
        let rest = milliseconds - (milliseconds / 60_000) * 60_000
        let day = day.adding(months: span.months) + span.days
        let moved = Moment(day, hour: hour, minute: minute)
        return Moment(milliseconds: moved.milliseconds + (rest < 0 ? rest + 60_000 : rest) + span.milliseconds)
    }
}
