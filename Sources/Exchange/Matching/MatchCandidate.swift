public import Basics

/// Something open that a payment could be for.
public struct MatchCandidate: Hashable, Sendable {
    /// The caller's own word for the claim or arrangement.
    public let id: String
    /// Betalingskenmerken and RF references given out for it.
    public var references: [PaymentReference]
    /// End-to-end references of own collections and payment links.
    public var endToEnd: [String]
    /// Accounts it was paid from, and those a person placed payments from.
    public var ibans: [IBAN]
    public var name: String
    public var open: Money
    /// What is due next under an arrangement.
    public var instalment: Money?

    public init(
        id: String, references: [PaymentReference] = [], endToEnd: [String] = [], ibans: [IBAN] = [], name: String = "",
        open: Money, instalment: Money? = nil
    ) {
        self.id = id
        self.references = references
        self.endToEnd = endToEnd
        self.ibans = ibans
        self.name = name
        self.open = open
        self.instalment = instalment
    }
}

/// How a payment was matched, in the order of certainty.
public enum MatchStep: Int, Hashable, Sendable, CaseIterable {
    /// A structured reference with a right check digit.
    case structuredReference = 1
    /// The end-to-end reference of an own collection or payment link.
    case endToEnd
    /// A known account, and exactly what is open or due.
    case accountAndAmount
    /// A reference within free text.
    case referenceInText
    /// Name and amount, for a person to confirm.
    case nameAndAmount
}

/// What a payment was found to be for.
public enum MatchVerdict: Hashable, Sendable {
    /// Surely for this candidate; more than is open on it goes back.
    case matched(String, MatchStep, tooMuch: Money)
    /// A step found several; a person chooses.
    case ambiguous([String], MatchStep)
    /// Likely, for a person to confirm.
    case proposed([String])
    case unmatched
    /// Not money in: a debit, a return, or not booked.
    case notAPayment
}
