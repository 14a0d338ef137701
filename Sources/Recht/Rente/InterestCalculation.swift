public import Basics

/// A question about interest: a principal, a period and what was paid or changed in it.
public struct InterestQuestion: Hashable, Sendable {
    /// Money that came in, or a change of the principal, on a day.
    public enum Change: Hashable, Sendable {
        case payment(Money)
        case principal(Money)
        /// Interest that was paid or given up, when imputation was decided elsewhere; less than zero when that was undone.
        case interest(Money)
    }

    /// A change on its day.
    public struct Entry: Hashable, Sendable {
        public let day: Day
        public let change: Change

        public init(_ day: Day, _ change: Change) {
            self.day = day
            self.change = change
        }
    }

    public var principal: Money
    /// First day of default.
    public var from: Day
    /// Day of calculation.
    public var until: Day
    public var basis: InterestBasis
    public var entries: [Entry]
    /// Days on which no interest runs, such as those of a statutory debt settlement; each up to, not including, its end.
    public var rests: [Range<Day>]

    public init(
        principal: Money, from: Day, until: Day, basis: InterestBasis, entries: [Entry] = [], rests: [Range<Day>] = []
    ) {
        self.principal = principal
        self.from = from
        self.until = until
        self.basis = basis
        self.entries = entries
        self.rests = rests
    }
}

/// The answer to an ``InterestQuestion``: where the account stands and every step on the way.
public struct InterestCalculation: Hashable, Sendable {
    public let account: InterestAccount
    public let steps: [InterestStep]

    /// All interest of the period, rounded once.
    public var interest: Money { account.accrued.rounded }
    /// The interest that was not paid in the period.
    public var interestDue: Money { account.interestDue }
    /// Whether a rate was carried on beyond what the table knows.
    public var isProvisional: Bool { segments.contains { $0.isProvisional } }

    public var segments: [InterestSegment] {
        steps.compactMap { step in
            if case .segment(let segment) = step { segment } else { nil }
        }
    }
}

extension InterestRates {
    /// The interest of a claim over a period (BW 6:119, 6:119a, 6:120).
    public func interest(
        for question: InterestQuestion, conventions chosen: InterestConventions? = nil
    ) throws(InterestRefusal) -> InterestCalculation {
        guard question.until >= question.from else { throw .endsBeforeStart }
        let conventions = chosen ?? self.conventions(from: question.from)
        var account = try InterestAccount(
            principal: question.principal, from: question.from, basis: question.basis, conventions: conventions)
        let extra = conventions.lastDayCounts ? 1 : 0
        let end = question.until + extra
        var steps: [InterestStep] = []
        for entry in question.entries.sorted(by: { $0.day < $1.day }) where entry.day <= question.until {
            steps += try account.advance(to: max(question.from, entry.day + extra), by: self, resting: question.rests)
            try steps.append(account.apply(entry.change))
        }
        steps += try account.advance(to: end, by: self, resting: question.rests)
        return InterestCalculation(account: account, steps: steps)
    }
}

extension InterestAccount {
    fileprivate mutating func apply(_ change: InterestQuestion.Change) throws(InterestRefusal) -> InterestStep {
        switch change {
        case .payment(let amount): return .paid(try pay(amount))
        case .principal(let amount):
            try changePrincipal(by: amount)
            return .principalChanged(on: day, by: amount)
        case .interest(let amount):
            try settle(interest: amount)
            return .interestSettled(on: day, amount)
        }
    }
}
