public import Basics

/// What is known of a claim when somebody wants to book the costs of its 14-day letter.
public struct CostBooking: Hashable, Sendable {
    /// The term of a valid letter; `nil` when none was sent.
    public var term: LetterTerm?
    public var letterCameBack: Bool
    public var principals: [Money]
    /// What reached the creditor's account within the term.
    public var paidInTime: Money
    public var alreadyCharged: Bool

    public init(
        term: LetterTerm?, letterCameBack: Bool = false, principals: [Money], paidInTime: Money = .zero,
        alreadyCharged: Bool = false
    ) {
        self.term = term
        self.letterCameBack = letterCameBack
        self.principals = principals
        self.paidInTime = paidInTime
        self.alreadyCharged = alreadyCharged
    }

    /// Why the costs may not be booked on a day, or nothing when they may.
    public func refusal(on day: Day) -> CostBookingRefusal? {
        if alreadyCharged { return .alreadyCharged }
        guard let term else { return .noLetter }
        if letterCameBack { return .letterCameBack }
        if day < term.costsFrom { return .termRuns(until: term.ends) }
        return paidInTime >= principals.sum ? .paidInTime : nil
    }
}

/// Why the costs of a 14-day letter may not be booked (BW 6:96 lid 6).
public enum CostBookingRefusal: Hashable, Sendable {
    case noLetter
    case letterCameBack
    case termRuns(until: Day)
    case paidInTime
    case alreadyCharged
}
