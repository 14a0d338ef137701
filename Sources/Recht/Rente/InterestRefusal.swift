public import Basics

/// Why interest cannot be computed.
public enum InterestRefusal: Error, Hashable, Sendable {
    /// The table has no rate for this day.
    case noRate(on: Day)
    /// The end lies before the start, or a step goes back in time.
    case endsBeforeStart
    /// Longer than a hundred years.
    case periodTooLong
    /// An amount above ``largestAmount``, or a negative principal or payment.
    case amountOutOfRange
}
