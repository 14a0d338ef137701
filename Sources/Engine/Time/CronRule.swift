public import Basics

/// Days and times at which a timer goes off again and again, by a clock in the Netherlands.
///
/// Six fields: second, minute, hour, day of the month, month, day of the week; and perhaps a year. Zeebe counts the days of the week from 0
/// or 7 for Sunday; where a field is `?`, as Flowable and Camunda 7 must have it (Quartz), 1 is Sunday. Names mean the same to all.
public struct CronRule: Hashable, Sendable {
    /// As it was written.
    public let text: String
    private let seconds: Set<Int>
    private let minutes: Set<Int>
    private let hours: Set<Int>
    private let days: CronDays
    private let months: Set<Int>
    private let years: Set<Int>?

    /// Nothing when the text is no such rule, or asks for what is not supported (`W`).
    public init?(_ text: String) {
        let words = CronRule.words(of: text)
        guard (6...7).contains(words.count), let seconds = CronField.second.values(words[0]),
            let minutes = CronField.minute.values(words[1]), let hours = CronField.hour.values(words[2]),
            let days = CronDays(ofMonth: words[3], ofWeek: words[5]), let months = CronField.month.values(words[4])
        else { return nil }
        if words.count == 7, words[6] != "*" {
            guard let years = CronField.year.values(words[6]) else { return nil }
            self.years = years
        } else {
            years = nil
        }
        (self.text, self.seconds, self.minutes, self.hours, self.days) = (text, seconds, minutes, hours, days)
        self.months = months
    }

    /// How far ahead is looked: 29 February comes again within eight years.
    private static let horizon = 366 * 8 + 2

    /// The first moment after this one; nothing when none comes.
    public func next(after moment: Moment) -> Moment? {
        for offset in 0...CronRule.horizon {
            let day = moment.day + offset
            guard months.contains(day.month), years?.contains(day.year) ?? true, days.contains(day) else { continue }
            if let found = first(on: day, after: moment) { return found }
        }
        return nil
    }

    private func first(on day: Day, after moment: Moment) -> Moment? {
        for hour in hours.sorted() where Moment(day, hour: hour, minute: 59, second: 59) > moment {
            for minute in minutes.sorted() where Moment(day, hour: hour, minute: minute, second: 59) > moment {
                for second in seconds.sorted() {
                    let found = Moment(day, hour: hour, minute: minute, second: second)
                    if found > moment { return found }
                }
            }
        }
        return nil
    }

    private static func words(of text: String) -> [Substring] {
        let whole = text.uppercased()
        let usual = [
            "@YEARLY": "0 0 0 1 1 *", "@ANNUALLY": "0 0 0 1 1 *", "@MONTHLY": "0 0 0 1 * *", "@WEEKLY": "0 0 0 * * 0",
            "@DAILY": "0 0 0 * * *", "@MIDNIGHT": "0 0 0 * * *", "@HOURLY": "0 0 * * * *",
        ]
        return Substring(usual[whole] ?? whole).split(separator: " ")
    }
}
