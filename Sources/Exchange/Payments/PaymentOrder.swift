public import Basics

/// The account that pays or collects.
public struct OwnAccount: Hashable, Sendable {
    public let name: String
    public let iban: IBAN
    public let bic: BIC?

    public init(name: String, iban: IBAN, bic: BIC? = nil) {
        self.name = name
        self.iban = iban
        self.bic = bic
    }
}

/// One transfer to someone, such as money paid too much.
public struct Transfer: Hashable, Sendable {
    public let endToEnd: String
    public let name: String
    public let iban: IBAN
    public let amount: Money
    public let text: String

    public init(endToEnd: String, name: String, iban: IBAN, amount: Money, text: String) {
        self.endToEnd = endToEnd
        self.name = name
        self.iban = iban
        self.amount = amount
        self.text = text
    }
}

/// One collection from someone who signed a mandate.
public struct Collection: Hashable, Sendable {
    public enum Sequence: String, Hashable, Sendable {
        case first = "FRST", recurring = "RCUR", oneOff = "OOFF", final = "FNAL"
    }

    public let transfer: Transfer
    public let mandate: String
    public let signed: Day
    public let sequence: Sequence

    /// `transfer` names the debtor and the amount.
    public init(_ transfer: Transfer, mandate: String, signed: Day, sequence: Sequence) {
        self.transfer = transfer
        self.mandate = mandate
        self.signed = signed
        self.sequence = sequence
    }
}

/// Why a payment file cannot be made.
public enum PaymentFileRefusal: Error, Hashable, Sendable {
    case empty
    /// Not positive, or above what the scheme carries.
    case amount(endToEnd: String)
    /// An identifier that is empty, too long, or has signs that SEPA does not allow.
    case identifier(String)
    case endToEndTwice(String)
    /// The mandate is signed after the day of collection.
    case mandateNotYetSigned(String)
}
