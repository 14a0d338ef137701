public import Basics

/// The debtor as the file of a creditor describes him.
public struct OpenItemDebtor: Hashable, Sendable {
    public var number = ""
    public var name = ""
    /// Street and house number.
    public var address: String?
    public var postcode: String?
    public var city: String?
    public var email: String?
    public var phone: String?
    public var born: Day?
    /// The day on which the tenant left, where the creditor tells it.
    public var left: Day?
    public var iban: IBAN?

    public init() {}
}

/// A mandate to collect from the debtor's account, as the file of a creditor tells it.
public struct OpenItemMandate: Hashable, Sendable {
    public let reference: String
    public let signed: Day

    public init(reference: String, signed: Day) {
        self.reference = reference
        self.signed = signed
    }
}

/// An invoice that is not, or not wholly, paid.
public struct OpenItem: Hashable, Sendable {
    public var debtor = OpenItemDebtor()
    public var invoice = ""
    public var description: String?
    /// `huur`, `servicekosten`, …; `overig` when the file does not say.
    public var kind = "overig"
    public var invoiceDate: Day?
    public var due: Day
    /// What the invoice was for.
    public var amount: Money
    /// What is still to be paid of it.
    public var open: Money
    public var reference: PaymentReference?
    public var contract: String?
    /// The mandate to collect, with the day it was signed.
    public var mandate: OpenItemMandate?
    /// The line of the file it stands on.
    public var line: Int

    public init(due: Day, amount: Money, open: Money, line: Int) {
        self.due = due
        self.amount = amount
        self.open = open
        self.line = line
    }
}

/// A line that was not taken in: where, what stood there, and why.
public struct LineRejection: Hashable, Sendable {
    /// What is wrong with a value.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        case missing, notADate, notAnAmount, notPositive, amountOutOfRange, openAboveAmount, dueBeforeInvoice
        case notAnIBAN, notAReference, notAPostcode, notAnEmail, tooLong, tooFewFields, tooManyFields, twice
        /// The amount is written in the other decimals than the rest of the file.
        case otherDecimals
        /// The claim is known, with another value: the one in the file stands first.
        case differs
        /// What it names is not known here.
        case unknown
        /// A report of a day before the signal was given: the day in the file stands first.
        case beforeSignal
        /// A report of a day that is still to come.
        case dayToCome
        /// Due before the first day of which the statutory interest is known here: the due day, then that day.
        case dueBeforeRates
        /// Due more than a year ahead: the due day, then the last that is taken.
        case dueTooFar
    }

    public let line: Int
    /// The column, by its documented name.
    public let field: String
    /// What stood there, at most a hundred characters of it.
    public let value: String
    public let reason: Reason

    public init(line: Int, field: String, value: String, reason: Reason) {
        self.line = line
        self.field = field
        self.value = String(value.prefix(100))
        self.reason = reason
    }
}

/// All that is wrong with one line, in the order of the documented columns; at least one.
public struct RejectedLine: Error, Hashable, Sendable {
    public let faults: [LineRejection]
}
