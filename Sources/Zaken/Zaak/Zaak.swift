public import Basics
public import Klanten

/// A coherent amount of work with a reason, a result and a guarded lead time (ZGW Zaken API: Zaak).
public struct Zaak: Hashable, Sendable, Identifiable {
    public let id: Identifier<Zaak>
    /// Unique and readable: `ZAAK-2026-000412`.
    public let nummer: String
    public let zaaktype: String
    public let partij: Identifier<Partij>
    public var omschrijving: String
    /// A code of the zaaktype's statustypen.
    public var status: String
    /// A code of the zaaktype's resultaattypen; set when the zaak closes.
    public var resultaat: String?
    public var behandelaar: Medewerker?
    public let geopend: Day
    /// The day by which it should be done; suspending and extending move it.
    public var streefdatum: Day
    /// The day the clock was stopped, while it stands still.
    public var opgeschort: Day?
    public var afgesloten: Day?
    /// What it is about in money, kept by the room that knows.
    public var bedrag: Money
    public internal(set) var versie: Int64

    public var isOpen: Bool { afgesloten == nil }
    /// Whether it is open and money is owed on it.
    public var isOwed: Bool { isOpen && bedrag > .zero }

    public init(
        id: Identifier<Zaak>, nummer: String, zaaktype: String, partij: Identifier<Partij>, omschrijving: String,
        status: String, geopend: Day, streefdatum: Day
    ) {
        self.id = id
        self.nummer = nummer
        self.zaaktype = zaaktype
        self.partij = partij
        self.omschrijving = omschrijving
        self.status = status
        self.geopend = geopend
        self.streefdatum = streefdatum
        self.bedrag = .zero
        self.versie = 0
    }
}

/// Someone who works on zaken, by login name.
public struct Medewerker: Hashable, Sendable, RawRepresentable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ name: String) { rawValue = name }
}

/// Why the rules of a zaak refuse an act.
public enum ZaakRefusal: Error, Hashable {
    case unknownZaak
    case unknownZaaktype(String)
    case alreadyClosed
    case notClosed
    case alreadySuspended
    case notSuspended
    /// The day to look again at a suspended zaak is not after today, or after the last that may be chosen.
    case reviewNotAhead(Day)
    case changedMeanwhile
    case unknownStatus(String)
    case unknownResultaat(String)
    case reasonMissing
    case deadlineNotLater(Day)
    /// A streefdatum this far away says nothing; the last day that may be chosen.
    case deadlineTooFar(Day)
    /// Paid in full is said of a zaak on which nothing is open.
    case stillOpen(Money)
    case alreadyPaused
    case notPaused
    case pauseEndsBeforeToday
    /// Longer than so many days takes a right of its own.
    case pauseTooLong(Int)
    case nothingToReturnTo
    /// The process does not wait for this message now.
    case notAwaited(String)
    /// The clock of the zaak stands still.
    case standsStill
}
