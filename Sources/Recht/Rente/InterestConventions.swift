/// What the law leaves open about computing interest; the defaults are those of Dutch practice.
public struct InterestConventions: Hashable, Sendable {
    /// How a year's rate becomes that of a day.
    public enum YearBasis: String, Hashable, Sendable { case fixed365, actual }

    /// What is added to the base on each anniversary of the default (BW 6:119 lid 2).
    public enum Compounding: String, Hashable, Sendable {
        /// Nothing: simple interest.
        case none
        /// The interest of the past that is still unpaid.
        case unpaid
        /// All interest of the past, also what was paid since.
        case all
    }

    /// When fractions of a cent are rounded.
    public enum Rounding: String, Hashable, Sendable { case once, perSegment }

    /// What a payment pays first.
    public enum PaymentOrder: String, Hashable, Sendable {
        /// Interest before principal (BW 6:44 lid 1).
        case interestFirst
        /// Principal before interest, when the parties agreed so.
        case principalFirst
    }

    /// Whether the day of payment or calculation itself bears interest.
    public var lastDayCounts = false
    public var yearBasis = YearBasis.fixed365
    public var compounding = Compounding.unpaid
    public var rounding = Rounding.once
    public var paymentOrder = PaymentOrder.interestFirst

    public init() {}
}
