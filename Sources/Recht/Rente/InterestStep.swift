public import Basics

/// A period with one rate and one base.
public struct InterestSegment: Hashable, Sendable {
    public let from: Day
    /// The day after the last that bears interest.
    public let to: Day
    public let rate: Rate
    public let base: ExactMoney
    public let interest: ExactMoney
    /// Whether the rate was carried on beyond what the table knows.
    public let isProvisional: Bool

    public var days: Int { to - from }
}

/// How a payment was divided over interest and principal; what is left over pays nothing.
public struct InterestPayment: Hashable, Sendable {
    public let day: Day
    public let interest: Money
    public let principal: Money
    public let leftOver: Money
}

/// What happened in an interest calculation, in order.
public enum InterestStep: Hashable, Sendable {
    case segment(InterestSegment)
    /// Unpaid interest that begins to bear interest itself (BW 6:119 lid 2).
    case capitalised(on: Day, ExactMoney)
    case paid(InterestPayment)
    case principalChanged(on: Day, by: Money)
    /// Interest that was paid or given up elsewhere; it bears no interest any more.
    case interestSettled(on: Day, Money)
    /// Days without interest, up to, not including, the second.
    case rested(from: Day, to: Day)
}
