public import Basics

/// Which way money went, seen from the own account.
public enum BankDirection: String, Hashable, Sendable {
    case credit = "CRDT"
    case debit = "DBIT"
}

/// Whether the bank has booked an entry; only booked ones are money.
public enum BankEntryStatus: Hashable, Sendable {
    case booked, pending, information
    case other(String)

    init(code: String) {
        switch code {
        case "BOOK", "": self = .booked
        case "PDNG": self = .pending
        case "INFO": self = .information
        default: self = .other(code)
        }
    }
}

/// The bank's code for the kind of an entry (ISO 20022 external code set).
public struct BankTransactionCode: Hashable, Sendable {
    public var domain: String?
    public var family: String?
    public var subFamily: String?
    public var proprietary: String?

    public init() {}
}

/// The references a transaction carries; `NOTPROVIDED` counts as none.
public struct BankReferences: Hashable, Sendable {
    public var message: String?
    public var paymentInformation: String?
    public var instruction: String?
    public var endToEnd: String?
    public var transaction: String?
    public var mandate: String?

    public init() {}
}

/// A structured remittance reference with its type and issuer, such as `SCOR` and `CUR`.
public struct StructuredRemittance: Hashable, Sendable {
    public let type: String?
    public let issuer: String?
    public let reference: String

    public init(type: String?, issuer: String?, reference: String) {
        self.type = type
        self.issuer = issuer
        self.reference = reference
    }
}

/// The other side of a transaction.
public struct BankCounterparty: Hashable, Sendable {
    public var name: String?
    public var ultimateName: String?
    public var iban: IBAN?
    /// The account when it is no IBAN.
    public var account: String?

    public init() {}
}

/// Why a direct debit or transfer came back.
public struct BankReturn: Hashable, Sendable {
    /// The reason code, such as `AM04`.
    public let code: String
    public let text: String?

    public init(code: String, text: String?) {
        self.code = code
        self.text = text
    }

    public var reason: ReturnReason? { ReturnReason(rawValue: code) }
}

/// A batch of own payments or collections that was booked as one entry.
public struct BankBatch: Hashable, Sendable {
    public var message: String?
    public var paymentInformation: String?
    public var transactions: Int?
    public var total: Money?

    public init() {}
}

/// Where a transaction stands in its statement.
public struct BankPlace: Hashable, Sendable {
    /// Counted from 1.
    public let entry: Int
    /// Counted from 1; 0 for an entry that is not taken apart.
    public let transaction: Int

    public init(entry: Int, transaction: Int) {
        self.entry = entry
        self.transaction = transaction
    }
}

/// One transaction on the own account: an entry of a statement, or one of the transactions in it.
public struct BankEntry: Hashable, Sendable {
    /// Always positive; ``direction`` tells which way.
    public var amount: Money
    public var currency: String
    /// Whether the file tells the amount; in a batch it may not, and then the whole entry follows as place 0.
    public var isAmountKnown = true
    public var direction: BankDirection
    /// Whether it takes back an earlier booking.
    public var isReversal = false
    public var status = BankEntryStatus.booked
    public var booked: Day?
    public var value: Day?
    /// The bank's own reference (`AcctSvcrRef`), one of a kind for an account and a day.
    public var bankReference: String?
    /// The reference of the entry within its statement (`NtryRef`).
    public var entryReference: String?
    public var code = BankTransactionCode()
    public var references = BankReferences()
    public var counterparty = BankCounterparty()
    /// Free text, its pieces joined by spaces.
    public var remittance = ""
    public var structured: [StructuredRemittance] = []
    public var returned: BankReturn?
    public var batch: BankBatch?
    public var charges: Money?
    public var additional: String?
    public var place: BankPlace
    public var line: Int
    /// Which of several transactions in one statement that are alike in everything, from 1; the balances say that all are there.
    public var copy = 1

    public init(amount: Money, currency: String, direction: BankDirection, place: BankPlace, line: Int) {
        self.amount = amount
        self.currency = currency
        self.direction = direction
        self.place = place
        self.line = line
    }

    /// Positive for money in, negative for money out.
    public var signed: Money { direction == .credit ? amount : -amount }
    public var isBooked: Bool { status == .booked }

    /// The same for the same transaction in whichever file it comes; without a bank reference, its place in its statement.
    ///
    /// All that tells one payment from another is in it, so that a bank that repeats a reference makes no payment vanish.
    public func key(in statement: BankStatement) -> String {
        guard let bankReference, let booked else {
            return "\(statement.key)|\(place.entry)|\(place.transaction)"
        }
        let parts = [
            statement.account, booked.description, bankReference, signed.description, "\(place.transaction)",
            references.endToEnd ?? "", references.transaction ?? "",
            counterparty.iban?.text ?? counterparty.account ?? "",
            entryReference ?? "", structured.first?.reference ?? String(remittance.prefix(140)),
        ]
        return (parts + (copy > 1 ? ["#\(copy)"] : [])).joined(separator: "|")
    }
}
