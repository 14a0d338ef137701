public import Basics

/// A date of the proleptic Gregorian calendar, without a time (DMN 1.5, 10.3.2.3.5).
public struct FeelDate: Hashable, Sendable {
    public let year: Int32
    public let month: Int8
    public let day: Int8

    static let years = -999_999_999...999_999_999

    /// The date; `nil` when there is none.
    public init?(year: Int, month: Int, day: Int) {
        guard FeelDate.years.contains(year), (1...12).contains(month), day >= 1,
            day <= FeelDate.length(of: month, in: year)
        else { return nil }
        (self.year, self.month, self.day) = (Int32(year), Int8(month), Int8(day))
    }

    public init(_ day: Day) {
        let parts = day.parts
        (year, month, self.day) = (Int32(truncatingIfNeeded: parts.year), Int8(parts.month), Int8(parts.day))
    }

    static func length(of month: Int, in year: Int) -> Int { Day.length(of: month, in: year) }

    /// The date some days after 1 January 1970; `nil` when that year is out of range.
    package init?(dayNumber: Int64) {
        guard abs(dayNumber) < 366_000_000_000 else { return nil }
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(year: Int(year), month: Int(month), day: Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1))
    }

    /// Days since 1 January 1970.
    package var dayNumber: Int64 {
        let shifted = Int64(year) - (month <= 2 ? 1 : 0)
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let marchMonth = Int64(month > 2 ? month - 3 : month + 9)
        let dayOfYear = (153 * marchMonth + 2) / 5 + Int64(day) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Monday is 1.
    var weekday: Int { Int(((dayNumber + 3) % 7 + 7) % 7) + 1 }
    var dayOfYear: Int { Int(dayNumber - (FeelDate(year: Int(year), month: 1, day: 1)?.dayNumber ?? 0)) + 1 }

    /// ISO 8601 week: the week of the year's first Thursday is the first.
    var weekOfYear: Int {
        let thursday = FeelDate(dayNumber: dayNumber + Int64(4 - weekday)) ?? self
        return (thursday.dayOfYear - 1) / 7 + 1
    }

    /// The same day some months on, or the last day of that month; `nil` when the year is out of range.
    func adding(months: Int64) -> FeelDate? {
        let (index, overflow) = (Int64(year) * 12 + Int64(month) - 1).addingReportingOverflow(months)
        guard !overflow else { return nil }
        let newMonth = Int((index % 12 + 12) % 12) + 1
        let newYear = (Int(index) - (newMonth - 1)) / 12
        guard FeelDate.years.contains(newYear) else { return nil }
        return FeelDate(
            year: newYear, month: newMonth, day: min(Int(day), FeelDate.length(of: newMonth, in: newYear)))
    }
}

extension FeelDate: Comparable {
    public static func < (left: FeelDate, right: FeelDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension FeelDate: CustomStringConvertible {
    /// `2026-04-10`; a year before 1 has a minus, one after 9999 just more digits.
    public var description: String {
        let digits = String(abs(Int(year)))
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return (year < 0 ? "-" : "") + padded + "-" + twoDigits(Int(month)) + "-" + twoDigits(Int(day))
    }

    /// The date as ``Basics/Day``, between the years 1 and 9999.
    public var asDay: Day? { Day(Int(year), Int(month), Int(day)) }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
