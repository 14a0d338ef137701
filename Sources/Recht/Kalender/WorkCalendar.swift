public import Basics

/// The working days of the Netherlands: Monday to Friday without the generally recognised holidays.
public struct WorkCalendar: Hashable, Sendable {
    public let holidays: [Holiday]

    public init(holidays: [Holiday]) { self.holidays = holidays }

    /// The holiday on a day, if it is one.
    public func holiday(on day: Day) -> Holiday? { holidays.first { $0.day(in: day.year) == day } }

    public func isHoliday(_ day: Day) -> Bool { holiday(on: day) != nil }

    public func isWorkday(_ day: Day) -> Bool { !day.isWeekend && !isHoliday(day) }

    /// The day itself if it is a working day, else the first one after it.
    public func workday(onOrAfter day: Day) -> Day {
        var candidate = day
        while !isWorkday(candidate) { candidate = candidate + 1 }
        return candidate
    }

    /// The working day that is some working days after a day.
    public func adding(workdays: Int, to day: Day) -> Day {
        var result = day
        for _ in 0..<max(0, workdays) { result = workday(onOrAfter: result + 1) }
        return result
    }

    /// The holidays of a year with their days, in order.
    public func holidays(in year: Int) -> [(day: Day, name: String)] {
        holidays.compactMap { holiday in holiday.day(in: year).map { ($0, holiday.name) } }.sorted { $0.0 < $1.0 }
    }
}
