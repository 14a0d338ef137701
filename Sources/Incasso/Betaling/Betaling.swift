public import Basics
public import Zaken

/// Money that came in on a creditor's account, and where it was placed.
public struct Betaling: Hashable, Sendable, Identifiable {
    public enum Staat: String, Sendable {
        /// Not recognised: a person says whose it is.
        case tePlaatsen = "te_plaatsen"
        case geplaatst
        /// For nobody, twice or too much: goes back.
        case terugTeBetalen = "terug_te_betalen"
    }

    public let id: Identifier<Betaling>
    /// What makes the bank's line unique: account, statement and reference; the same line again changes nothing.
    public let sleutel: String
    /// The account on which it came in (IBAN).
    public let rekening: String
    public let datum: Day
    public let bedrag: Money
    public let tegenrekening: String?
    public let naam: String?
    public let omschrijving: String
    public let kenmerk: String?
    /// The end-to-end reference, by which the bank names it when it takes the money back.
    public let eindkenmerk: String?
    public var staat: Staat
    public var zaak: Identifier<Zaak>?
    /// What is left after placing: kept, shown and returned.
    public var over: Money
    /// Why it was placed where it is, or why it could not be.
    public var reden: String?
    /// The day it went back, whole or what was left of it.
    public var terugbetaald: Day?
    /// By which rule it was divided over claims, such as `P2 wet`; nothing before it was placed.
    public var toerekening: String?
    public internal(set) var versie: Int64

    public init(
        id: Identifier<Betaling>, sleutel: String, rekening: String, datum: Day, bedrag: Money, tegenrekening: String?,
        naam: String?, omschrijving: String, kenmerk: String?, eindkenmerk: String? = nil
    ) {
        self.id = id
        self.sleutel = sleutel
        self.rekening = rekening
        self.datum = datum
        self.bedrag = bedrag
        self.tegenrekening = tegenrekening
        self.naam = naam
        self.omschrijving = omschrijving
        self.kenmerk = kenmerk
        self.eindkenmerk = eindkenmerk
        self.staat = .tePlaatsen
        self.over = .zero
        self.versie = 0
    }
}

extension Betaling {
    /// What of it is to go back and did not go yet.
    public var terugTeBetalen: Money {
        guard terugbetaald == nil else { return .zero }
        return switch staat {
        case .tePlaatsen: .zero
        case .geplaatst: over
        case .terugTeBetalen: bedrag
        }
    }
}

/// Why a payment cannot be placed or returned.
public enum BetalingRefusal: Error, Hashable {
    case unknownBetaling, alreadyPlaced, unknownZaak, nothingOpen
    /// It came in on the account of a creditor who has nothing open here; that money is not for another.
    case otherCreditor(String)
    /// Neither account nor name nor reference points at the zaak: a person says that it is meant all the same.
    case unsure(Identifier<Zaak>)
    /// Only money that waits for a place can be marked to go back, and only such money can be kept after all.
    case notWaiting
    case notPlaced
    case alreadyRepaid
    /// Nothing on this account is to go back to an account that is known.
    case nothingToRepay
    case unknownAccount(String)
}
