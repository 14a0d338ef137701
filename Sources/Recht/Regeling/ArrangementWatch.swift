public import Basics

/// Money that came in for an arrangement, on the day it was booked.
public struct ArrangementPayment: Hashable, Sendable {
    public let day: Day
    public let amount: Money

    public init(day: Day, amount: Money) {
        self.day = day
        self.amount = amount
    }
}

/// Where an arrangement stands on a day.
public enum ArrangementState: Hashable, Sendable {
    /// All that was due is paid.
    case conformAfspraak
    /// An instalment is late, but within the days of grace.
    case respijt(Instalment, until: Day, short: Money)
    /// An instalment was missed: contact first, nothing lapses by itself.
    case gemist(Instalment, since: Day, short: Money)
    /// All instalments are paid.
    case vervuld
}

/// What has been tried since an instalment was missed.
public struct ArrangementContact: Hashable, Sendable {
    public let attempts: Int
    public let reached: Bool

    public init(attempts: Int, reached: Bool) {
        self.attempts = attempts
        self.reached = reached
    }
}

extension ArrangementPolicy {
    /// Where an arrangement stands; payments count for the oldest instalments first.
    public func state(of plan: InstalmentPlan, paid payments: [ArrangementPayment], on day: Day) -> ArrangementState {
        let paid = payments.filter { $0.day <= day }.map(\.amount).sum
        if paid >= plan.debt { return .vervuld }
        var due = Money.zero
        for instalment in plan.instalments {
            due += instalment.amount
            guard instalment.due <= day else { break }
            guard paid < due else { continue }
            let until = instalment.due + graceDays
            let short = min(instalment.amount, due - paid)
            return day <= until
                ? .respijt(instalment, until: until, short: short) : .gemist(instalment, since: until + 1, short: short)
        }
        return .conformAfspraak
    }

    /// Whether a person may end an arrangement that was missed: after someone was reached, or was tried often enough.
    public func mayEnd(after contact: ArrangementContact) -> Bool {
        contact.reached || contact.attempts >= attemptsBeforeEnd
    }
}
