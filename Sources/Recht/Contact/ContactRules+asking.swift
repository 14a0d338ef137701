public import Basics

/// When and how often a debtor may be contacted, by date.
public struct ContactRules: Hashable, Sendable {
    public let windows: DatedTable<ContactWindow>
    public let caps: [Dated<ContactCap>]
    public let calendar: WorkCalendar
    /// Working days within which a complaint is confirmed in writing (Bki art. 6.1).
    public let complaintDays: Int
    /// Working days within which it is answered; own policy.
    public let complaintAnswerDays: Int

    public init(
        windows: DatedTable<ContactWindow>, caps: [Dated<ContactCap>], calendar: WorkCalendar, complaintDays: Int = 2,
        complaintAnswerDays: Int = 20
    ) {
        self.windows = windows
        self.caps = caps
        self.calendar = calendar
        self.complaintDays = complaintDays
        self.complaintAnswerDays = complaintAnswerDays
    }

    /// Why a contact may not be made at a moment, given the earlier ones, or nothing when it may.
    public func refusal(at moment: Moment, after earlier: [Moment]) -> ContactRefusal? {
        windowRefusal(at: moment) ?? capRefusal(on: moment.day, after: earlier.map(\.day))
    }

    /// The first moment from this one on at which a contact is allowed; `nil` when there is none within a year.
    public func nextMoment(from moment: Moment, after earlier: [Moment] = []) -> Moment? {
        if refusal(at: moment, after: earlier) == nil { return moment }
        for offset in 0...366 {
            let day = moment.day + offset
            guard let window = windows.value(on: day) else { return offset == 0 ? moment : Moment(day) }
            let opening = Moment(day, hour: window.opens / 60, minute: window.opens % 60)
            if opening >= moment, refusal(at: opening, after: earlier) == nil { return opening }
        }
        return nil
    }

    private func windowRefusal(at moment: Moment) -> ContactRefusal? {
        let day = moment.day
        guard let window = windows.value(on: day) else { return nil }
        if window.noDays.contains(day.weekday) { return .weekday(day.weekday, article: window.article) }
        if window.notOnHolidays, let holiday = calendar.holiday(on: day) {
            return .holiday(holiday.name, article: window.article)
        }
        let minute = moment.clock.hour * 60 + moment.clock.minute
        return (window.opens..<window.closes).contains(minute) ? nil : .hour(article: window.article)
    }

    private func capRefusal(on day: Day, after earlier: [Day]) -> ContactRefusal? {
        for cap in caps where cap.from <= day {
            let made = earlier.count { $0 <= day && day - $0 < cap.value.days }
            if made >= cap.value.count {
                return .tooOften(count: cap.value.count, days: cap.value.days, article: cap.value.article)
            }
        }
        return nil
    }
}
