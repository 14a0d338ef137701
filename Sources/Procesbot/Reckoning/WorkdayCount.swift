import Basics

/// Counts on from a day in workdays (Monday to Friday), weeks, months or years.
enum WorkdayCount {
    static func end(of count: Int, _ unit: PeriodUnit, from start: Day) -> Day {
        switch unit {
        case .hour: start
        case .day: start + count
        case .workday: workdays(count, from: start)
        case .week: start + count * 7
        case .month: start.adding(months: count)
        case .year: start.adding(months: count * 12)
        }
    }

    /// Back in time where the count is below zero.
    private static func workdays(_ count: Int, from start: Day) -> Day {
        var day = start
        var left = abs(count)
        while left > 0 {
            day = day + count.signum()
            if !day.isWeekend { left -= 1 }
        }
        return day
    }
}
