import Basics

/// The days of a cron rule: by the day of the month, by the day of the week, and by both where both are said.
struct CronDays: Hashable, Sendable {
    private enum Rule: Hashable {
        case any
        case dates(Set<Int>)
        /// So many days before the last of the month.
        case last(before: Int)
        /// Sunday is 0.
        case weekdays(Set<Int>)
        case lastWeekday(Int)
        case nthWeekday(Int, Int)
    }

    private let ofMonth: Rule
    private let ofWeek: Rule

    init?(ofMonth: Substring, ofWeek: Substring) {
        let isQuartz = ofMonth == "?" || ofWeek == "?"
        guard let first = CronDays.rule(ofMonth: ofMonth),
            let second = CronDays.rule(ofWeek: ofWeek, isQuartz: isQuartz)
        else { return nil }
        (self.ofMonth, self.ofWeek) = (first, second)
    }

    func contains(_ day: Day) -> Bool { CronDays.fits(ofMonth, day) && CronDays.fits(ofWeek, day) }

    private static func rule(ofMonth text: Substring) -> Rule? {
        if text == "*" || text == "?" { return .any }
        if text == "L" { return .last(before: 0) }
        if text.hasPrefix("L-") {
            return Int(text.dropFirst(2)).flatMap { (0...30).contains($0) ? .last(before: $0) : nil }
        }
        return CronField.dayOfMonth.values(text).map { .dates($0) }
    }

    private static func rule(ofWeek text: Substring, isQuartz: Bool) -> Rule? {
        if text == "*" || text == "?" { return .any }
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let day = weekday(parts[0], isQuartz), let nth = Int(parts[1]), (1...5).contains(nth) else {
                return nil
            }
            return .nthWeekday(day, nth)
        }
        if text.hasSuffix("L"), text.count > 1 { return weekday(text.dropLast(), isQuartz).map { .lastWeekday($0) } }
        guard let days = CronField.weekday.values(text), !isQuartz || !days.contains(0) || hasNames(text) else {
            return nil
        }
        return .weekdays(Set(days.map { isQuartz && !hasNames(text) ? ($0 + 6) % 7 : $0 % 7 }))
    }

    private static func hasNames(_ text: Substring) -> Bool { text.contains { $0.isLetter } }

    private static func weekday(_ text: Substring, _ isQuartz: Bool) -> Int? {
        CronField.weekday.number(text).map { isQuartz && !hasNames(text) ? ($0 + 6) % 7 : $0 % 7 }
    }

    private static func fits(_ rule: Rule, _ day: Day) -> Bool {
        let length = Day.length(of: day.month, in: day.year)
        let weekday = day.weekday.rawValue % 7
        return switch rule {
        case .any: true
        case .dates(let dates): dates.contains(day.day)
        case .last(let before): day.day == length - before
        case .weekdays(let days): days.contains(weekday)
        case .lastWeekday(let one): weekday == one && day.day > length - 7
        case .nthWeekday(let one, let nth): weekday == one && (day.day - 1) / 7 + 1 == nth
        }
    }
}
