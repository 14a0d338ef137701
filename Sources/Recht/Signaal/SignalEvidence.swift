public import Basics

/// An attempt to reach a debtor in person.
public struct ContactAttempt: Hashable, Sendable {
    public enum PartOfDay: String, Hashable, Sendable, CaseIterable { case ochtend, middag, avond }

    public let day: Day
    public let part: PartOfDay
    /// `telefoon`, `huisbezoek`, `mail`, `sms`, `brief` and the like.
    public let channel: String
    public let reached: Bool

    public init(day: Day, part: PartOfDay, channel: String, reached: Bool) {
        self.day = day
        self.part = part
        self.channel = channel
        self.reached = reached
    }
}

/// What the zaak can show of the four steps before a signal to the municipality (Bgs art. 2).
public struct SignalEvidence: Hashable, Sendable {
    public var attempts: [ContactAttempt]
    /// When the debtor was pointed to the possibilities of debt help.
    public var helpPointedOut: Day?
    /// When a written reminder about the arrears was sent.
    public var reminded: Day?
    /// When that reminder offered to pass on contact data.
    public var offered: Day?
    /// When the debtor objected.
    public var objected: Day?
    /// Whether an arrangement is being kept.
    public var arrangementKept: Bool
    /// Whether the contract has ended.
    public var isFormerCustomer: Bool

    public init(
        attempts: [ContactAttempt] = [], helpPointedOut: Day? = nil, reminded: Day? = nil, offered: Day? = nil,
        objected: Day? = nil, arrangementKept: Bool = false, isFormerCustomer: Bool = false
    ) {
        self.attempts = attempts
        self.helpPointedOut = helpPointedOut
        self.reminded = reminded
        self.offered = offered
        self.objected = objected
        self.arrangementKept = arrangementKept
        self.isFormerCustomer = isFormerCustomer
    }
}
