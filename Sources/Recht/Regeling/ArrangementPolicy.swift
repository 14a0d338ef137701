public import Basics

/// What a creditor asks of an arrangement, and when it counts as missed.
public struct ArrangementPolicy: Hashable, Sendable {
    /// The standard number of instalments of debts under an amount.
    public struct Terms: Hashable, Sendable {
        /// `nil` for all larger debts.
        public let under: Money?
        public let count: Int

        public init(under: Money?, count: Int) {
            self.under = under
            self.count = count
        }
    }

    /// The share of the room that is asked at most.
    public let share: Rate
    /// The limit is rounded down to whole steps.
    public let step: Money
    /// Below this no arrangement is proposed.
    public let minimum: Money
    public let terms: [Terms]
    /// The most instalments an employee may agree to.
    public let employeeLimit: Int
    public let managerLimit: Int
    /// Days after an instalment's due day before it is missed.
    public let graceDays: Int
    /// Attempts to reach someone before a person may end an arrangement, unless one succeeded.
    public let attemptsBeforeEnd: Int
    /// Holiday pay as a share of net income, where someone leaves it out.
    public let holidayShare: Rate

    public init(
        share: Rate, step: Money, minimum: Money, terms: [Terms], employeeLimit: Int, managerLimit: Int, graceDays: Int,
        attemptsBeforeEnd: Int, holidayShare: Rate
    ) {
        self.share = share
        self.step = step
        self.minimum = minimum
        self.terms = terms
        self.employeeLimit = employeeLimit
        self.managerLimit = managerLimit
        self.graceDays = graceDays
        self.attemptsBeforeEnd = attemptsBeforeEnd
        self.holidayShare = holidayShare
    }

    /// The standard number of instalments of a debt.
    public func standardCount(for debt: Money) -> Int {
        terms.first { $0.under.map { debt < $0 } ?? true }?.count ?? 36
    }
}
