public import Basics

/// The terms of direct debits of the core scheme (SEPA Core Direct Debit Rulebook).
public struct DirectDebitRule: Hashable, Sendable {
    /// Bank days between handing in a file and the day of collection.
    public let leadDays: Int
    /// Days between announcing a collection and the day of collection, unless agreed otherwise.
    public let noticeDays: Int
    /// Months without a collection after which a mandate lapses.
    public let dormantMonths: Int
    /// Days past its due day after which a claim is only collected in an arrangement; own policy.
    public let arrearsDays: Int
}

/// When direct debits may be collected: the terms, and the days on which the banks settle.
public struct DirectDebitTable: Hashable, Sendable {
    public let rules: DatedTable<DirectDebitRule>
    /// The days of the TARGET system.
    public let bankDays: WorkCalendar

    /// The last day on which a file for a day of collection can be handed in.
    public func lastHandIn(for day: Day) -> Day {
        bankDays.subtracting(workdays: rules.value(on: day)?.leadDays ?? 1, from: day)
    }

    /// The first day of collection of what is handed in today; of what must still be announced the first after its notice.
    public func firstCollection(from today: Day, announced: Bool) -> Day {
        let rule = rules.value(on: today)
        let lead = bankDays.adding(workdays: rule?.leadDays ?? 1, to: today)
        return announced ? lead : max(lead, bankDays.workday(onOrAfter: today + (rule?.noticeDays ?? 14)))
    }

    /// Whether a mandate that was last used, or else signed, on a day has lapsed.
    public func hasLapsed(lastUsed: Day, on day: Day) -> Bool {
        day > lastUsed.adding(months: rules.value(on: day)?.dormantMonths ?? 36)
    }
}

extension WorkCalendar {
    /// The working day that is some working days before a day.
    public func subtracting(workdays: Int, from day: Day) -> Day {
        var result = day
        for _ in 0..<max(0, workdays) {
            result = result + -1
            while !isWorkday(result) { result = result + -1 }
        }
        return result
    }
}
