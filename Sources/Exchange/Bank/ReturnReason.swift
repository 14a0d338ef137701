/// Why a direct debit was rejected, refused, returned or refunded (ISO 20022 external reason codes).
public enum ReturnReason: String, Hashable, Sendable, CaseIterable {
    case accountIncorrect = "AC01"
    case accountClosed = "AC04"
    case accountBlocked = "AC06"
    case consumerAccount = "AC13"
    case directDebitForbidden = "AG01"
    case wrongOperation = "AG02"
    case insufficientFunds = "AM04"
    case duplicate = "AM05"
    case creditorUnknown = "BE05"
    case creditorBankUnknown = "CNOR"
    case debtorBankUnknown = "DNOR"
    case invalidFile = "FF01"
    case noMandate = "MD01"
    case mandateDataWrong = "MD02"
    case refundAsked = "MD06"
    case debtorDeceased = "MD07"
    case refusedByDebtor = "MS02"
    case reasonNotGiven = "MS03"
    case bankIdentifierIncorrect = "RC01"
    case regulatoryAccount = "RR01"
    case regulatoryDebtor = "RR02"
    case regulatoryCreditor = "RR03"
    case regulatory = "RR04"
    case limitsOfDebtor = "SL01"
    case tooLate = "TM01"
    case recalledByCustomer = "CUST"
    case recalledAsDuplicate = "DUPL"
    case recalledForTechnicalReason = "TECH"
    case recalledForFraud = "FRAD"
    case recallFollowed = "FOCR"

    /// What to do next; the number of days between tries is a setting of the creditor.
    public enum Consequence: String, Hashable, Sendable {
        /// Stop the mandate and ask for another account.
        case stopAndAsk
        /// Stop everything: this is the flow for someone who died.
        case death
        /// Contact first; no new try.
        case contact
        /// Contact first; one more try on another day of the month.
        case contactThenRetry
        /// Stop, look for the mandate, and treat as a dispute.
        case dispute
        /// Mend the file or the mandate data and send again.
        case technical
        /// A person looks at it.
        case manual
    }

    public var consequence: Consequence {
        switch self {
        case .accountIncorrect, .accountClosed, .directDebitForbidden: .stopAndAsk
        case .debtorDeceased: .death
        case .accountBlocked, .refundAsked, .refusedByDebtor, .limitsOfDebtor: .contact
        case .insufficientFunds, .reasonNotGiven: .contactThenRetry
        case .noMandate: .dispute
        case .consumerAccount, .wrongOperation, .duplicate, .creditorUnknown, .creditorBankUnknown, .debtorBankUnknown,
            .invalidFile, .mandateDataWrong, .bankIdentifierIncorrect, .tooLate:
            .technical
        case .regulatoryAccount, .regulatoryDebtor, .regulatoryCreditor, .regulatory, .recalledByCustomer,
            .recalledAsDuplicate, .recalledForTechnicalReason, .recalledForFraud, .recallFollowed:
            .manual
        }
    }
}
