/// A date in the Netherlands, counted in days since 1 January 1970.
///
/// Legal terms, due dates and interest are in days; moments of the clock are a ``Moment``.
public struct Day: Hashable, Sendable, Comparable, Strideable {
    public let number: Int32

    public init(number: Int32) { self.number = number }

    /// The day of a proleptic Gregorian date; `nil` when there is no such date between the years 1 and 9999.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year)
        else { return nil }
        self.init(number: Day.number(year, month, day))
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }
    public func advanced(by days: Int) -> Day { Day(number: number + Int32(days)) }
    public static func + (day: Day, days: Int) -> Day { day.advanced(by: days) }
    public static func - (day: Day, days: Int) -> Day { day.advanced(by: -days) }
    /// The number of days from `right` to `left`.
    public static func - (left: Day, right: Day) -> Int { right.distance(to: left) }
}

extension Day {
    public enum Weekday: Int, Sendable, CaseIterable {
        case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    public var weekday: Weekday {
        let index = ((Int(number) + 3) % 7 + 7) % 7
        return Weekday.allCases[index]
    }

    public var isWeekend: Bool { weekday == .saturday || weekday == .sunday }
    public var year: Int { parts.year }
    public var month: Int { parts.month }
    public var day: Int { parts.day }

    /// The same day of the month some months on; the last day of the month where that day does not exist.
    public func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let index = year * 12 + (month - 1) + months
        let newMonth = ((index % 12) + 12) % 12 + 1
        let newYear = (index - (newMonth - 1)) / 12
        return Day(number: Day.number(newYear, newMonth, min(day, Day.length(of: newMonth, in: newYear))))
    }

    public func adding(years: Int) -> Day { adding(months: years * 12) }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    public static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    /// Year, month and day; the arithmetic counts years from 1 March, so that the leap day comes last.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return Int32(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
    }
}
