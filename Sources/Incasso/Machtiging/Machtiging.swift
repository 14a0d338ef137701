public import Basics
public import Exchange
public import Klanten
public import Recht

/// Leave that someone gave to collect from their account (SEPA core).
public struct Machtiging: Hashable, Sendable, Identifiable {
    public enum Soort: String, Hashable, Sendable, CaseIterable { case doorlopend, eenmalig }

    public let id: Identifier<Machtiging>
    /// What the bank knows it by, once for each creditor.
    public let kenmerk: String
    public let partij: Identifier<Partij>
    /// The creditor's code.
    public let schuldeiser: String
    public let iban: IBAN
    /// In whose name the account is.
    public let naam: String
    public let soort: Soort
    public let getekend: Day
    /// Where the signature can be seen.
    public let bewijs: String
    /// The last day of collection.
    public internal(set) var gebruikt: Day?
    public internal(set) var ingetrokken: Day?
    public internal(set) var reden: String?
    public internal(set) var versie: Int64

    /// Why nothing may be collected with it on a day; nothing when it may.
    public func bezwaar(on day: Day, _ table: DirectDebitTable) -> Bezwaar? {
        if ingetrokken != nil { return .ingetrokken }
        if getekend > day { return .nogNietGetekend }
        if soort == .eenmalig, gebruikt != nil { return .alGebruikt }
        if table.hasLapsed(lastUsed: gebruikt ?? getekend, on: day) { return .vervallen }
        return nil
    }

    /// Why a mandate does not hold.
    public enum Bezwaar: String, Hashable, Sendable, CaseIterable {
        case ingetrokken, nogNietGetekend = "nog_niet_getekend", alGebruikt = "al_gebruikt", vervallen
    }
}

/// Why a mandate or a batch is refused.
public enum IncassoRefusal: Error, Hashable {
    case notAnIBAN, referenceInvalid, referenceTaken, signedInFuture, proofMissing, unknownCreditor, unknownMachtiging
    case alreadyWithdrawn
    /// The creditor has no valid Incassant-ID.
    case noCreditorIdentifier
    case notABankDay(Day)
    /// The day of collection is too near; the first that can be met.
    case tooSoon(first: Day)
    case nothingToCollect
    /// All that is due by that day was left out: how much for which reason.
    case allSkipped([String: Int])
    case unknownBatch, notPrepared, changedMeanwhile
    /// Who prepared a batch does not release it.
    case ownBatch
    case unknownLine, notReturned, noSecondTry
}
