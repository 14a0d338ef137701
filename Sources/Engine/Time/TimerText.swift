import Basics

/// What a timer's text can say: once after a while, once at a moment, or again and again (BPMN 10.5.5, ISO 8601; cron as Zeebe and Flowable have it).
enum TimerText: Hashable {
    case after(TimeSpan)
    case at(Moment)
    case cycle(times: Int?, from: Moment?, every: TimeSpan)
    case cron(CronRule)

    /// `P14D`, `2026-04-10`, `2026-04-10T09:00:00+02:00`, `R3/PT10S`, `R/2026-01-01T08:00:00Z/P1D`, `0 0 9 * * MON-FRI`.
    init?(_ text: String) {
        if text.first == "R" {
            guard let cycle = TimerText.cycle(text) else { return nil }
            self = cycle
        } else if let span = TimeSpan(text) {
            self = .after(span)
        } else if let moment = TimerText.moment(text) {
            self = .at(moment)
        } else if let rule = CronRule(text) {
            self = .cron(rule)
        } else {
            return nil
        }
    }

    /// The first moment that it fires, and how it goes on; nothing for a cron rule whose days never come.
    func first(after now: Moment) -> (due: Moment, Wait.Recurrence?)? {
        switch self {
        case .after(let span): return (now.adding(span), nil)
        case .at(let moment): return (moment, nil)
        case .cycle(let times, let start, let interval):
            let recurrence = Wait.Recurrence(remaining: times.map { $0 - 1 }, rhythm: .every(interval))
            return (start ?? now.adding(interval), recurrence)
        case .cron(let rule):
            return rule.next(after: now).map { ($0, Wait.Recurrence(remaining: nil, rhythm: .cron(rule))) }
        }
    }

    private static func cycle(_ text: String) -> TimerText? {
        let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let span = TimeSpan(String(parts[parts.count - 1])), !span.isZero,
            span.months >= 0, span.days >= 0, span.milliseconds >= 0
        else { return nil }
        let times = parts[0].isEmpty ? nil : Int(parts[0])
        if !parts[0].isEmpty && (times ?? 0) < 1 { return nil }
        let start = parts.count == 3 ? moment(String(parts[1])) : nil
        if parts.count == 3 && start == nil { return nil }
        return .cycle(times: times, from: start, every: span)
    }

    /// A moment with or without an offset, or the first minute of a day; without an offset it is a clock in the Netherlands.
    private static func moment(_ text: String) -> Moment? {
        if let moment = Moment(text) { return moment }
        if let day = Day(text) { return Moment(day) }
        let zoneless = text.prefix { $0 != "@" && $0 != "[" }
        if zoneless.count < text.count { return moment(String(zoneless)) }
        guard let utc = Moment(text + "Z") else { return nil }
        let wall = Moment(milliseconds: utc.milliseconds - 3_600_000)
        let summer = Moment(milliseconds: utc.milliseconds - 7_200_000)
        return summer.dutchOffset == 7_200 ? summer : wall
    }
}

extension Wait.Recurrence {
    /// The next time after one that was due; nothing when it was the last.
    func next(after due: Moment) -> (due: Moment, Wait.Recurrence)? {
        if let remaining, remaining < 1 { return nil }
        let rest = Wait.Recurrence(remaining: remaining.map { $0 - 1 }, rhythm: rhythm)
        switch rhythm {
        case .every(let span): return (due.adding(span), rest)
        case .cron(let rule): return rule.next(after: due).map { ($0, rest) }
        }
    }
}
