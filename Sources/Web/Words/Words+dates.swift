import Basics

extension Words {
    /// `di 9 juni`, with the year where it is not this one.
    func day(_ day: Day, today: Day) -> String {
        let text = "\(weekday(day)) \(day.day) \(month(day))"
        return day.year == today.year ? text : "\(text) \(day.year)"
    }

    /// `9 juni 2026`.
    func date(_ day: Day) -> String { "\(day.day) \(month(day)) \(day.year)" }

    /// `11:05`.
    func clock(_ moment: Moment) -> String {
        let (hour, minute) = moment.clock
        return "\(two(hour)):\(two(minute))"
    }

    /// `ma 22 juni 11:05`.
    func moment(_ moment: Moment, today: Day) -> String { "\(day(moment.day, today: today)) \(clock(moment))" }

    /// How far off a day is, as people say it: `vandaag`, `over 3 dagen`, `2 dagen te laat`.
    func distance(to day: Day, from today: Day) -> String {
        switch day - today {
        case 0: self("dates.today")
        case 1: self("dates.tomorrow")
        case 2...: self("dates.in_days", count: day - today)
        default: self("dates.days_late", count: today - day)
        }
    }

    private func weekday(_ day: Day) -> String { self("dates.weekday\(day.weekday.rawValue)") }
    private func month(_ day: Day) -> String { self("dates.month\(day.month)") }
    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
