public import Basics

/// A state of a person in which parts of collection must stop.
public enum SpecialStateKind: String, Hashable, Sendable, CaseIterable {
    /// Voluntary debt settlement.
    case msnp
    /// Statutory debt settlement (Faillissementswet, title III).
    case wsnp
    /// Emergency moratorium (Fw 287b).
    case moratoriumSmal = "moratorium-smal"
    /// Cooling-off period (Wgs art. 5).
    case moratoriumBreed = "moratorium-breed"
    /// Provisional measure (Fw 287 lid 4).
    case voorlopigeVoorziening = "voorlopige-voorziening"
    case faillissement, bewind, curatele, overlijden, betwisting
    /// An arrangement of the debt with somebody else.
    case regelingElders = "regeling-elders"
    /// A running arrangement with us that is kept.
    case betalingsregeling
    /// The sixty days of breathing space.
    case pauze
    /// A safety flag.
    case veiligheid
    /// Letters come back or the address is unknown.
    case onbestelbaar
}

/// One special state of a person over time.
public struct SpecialState: Hashable, Sendable {
    public let kind: SpecialStateKind
    public let begins: Day
    /// The last day it is expected to last; passing it ends nothing by itself.
    public let expectedEnd: Day?
    /// The first day after a person decided that it is over.
    public let released: Day?
    /// The document that proves it.
    public let evidence: String?

    public init(
        _ kind: SpecialStateKind, begins: Day, expectedEnd: Day? = nil, released: Day? = nil, evidence: String? = nil
    ) {
        self.kind = kind
        self.begins = begins
        self.expectedEnd = expectedEnd
        self.released = released
        self.evidence = evidence
    }

    /// Whether the state holds on a day: until a person has decided that it is over.
    public func holds(on day: Day) -> Bool { day >= begins && (released.map { day < $0 } ?? true) }

    /// Whether the expected end has passed and a person must decide what now.
    public func awaitsDecision(on day: Day) -> Bool { holds(on: day) && (expectedEnd.map { day > $0 } ?? false) }
}
