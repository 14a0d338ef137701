public import Basics

/// A generally recognised holiday: on which day of a year it falls, and in which years it is one (Algemene termijnenwet art. 3).
public struct Holiday: Hashable, Sendable {
    /// How the day of a holiday is found.
    public enum Rule: Hashable, Sendable {
        /// A fixed date, moved by some days when it is a Sunday.
        case date(month: Int, day: Int, movedOnSunday: Int)
        /// Some days after Easter Sunday.
        case easter(offset: Int)
    }

    public let name: String
    public let rule: Rule
    public let from: Day
    public let until: Day?

    public init(name: String, rule: Rule, from: Day, until: Day? = nil) {
        self.name = name
        self.rule = rule
        self.from = from
        self.until = until
    }

    /// The day of the holiday in a year; `nil` in years in which it is none.
    public func day(in year: Int) -> Day? {
        let day: Day? =
            switch rule {
            case .easter(let offset): Day.easter(of: year) + offset
            case .date(let month, let day, let moved):
                Day(year, month, day).map { $0.weekday == .sunday ? $0 + moved : $0 }
            }
        guard let day, day >= from, until.map({ day <= $0 }) ?? true else { return nil }
        return day
    }
}
