public import Basics
public import Klanten
public import Recht
public import Zaken

/// A special state of a person, or of one claim, with its proof and whom to write to while it holds.
public struct Toestand: Hashable, Sendable, Identifiable {
    public let id: Identifier<Toestand>
    public let partij: Identifier<Partij>
    /// The only claim that it is about; nothing when it is about the person.
    public let vordering: Identifier<Vordering>?
    public let soort: SpecialStateKind
    public let begin: Day
    /// The last day that it is expected to last; passing it ends nothing by itself.
    public var verwachtEinde: Day?
    /// The first day after a person decided that it is over.
    public var opgeheven: Day?
    /// What shows that it holds, in words.
    public let bewijs: String
    public let document: Identifier<Document>?
    /// The bewindvoerder, curator, heir or counsellor.
    public var aan: Geadresseerde?
    /// The taak that asks a person to decide, once the expected end has passed.
    public var taak: Identifier<Taak>?
    public let door: String
    public internal(set) var versie: Int64

    /// As the law's table asks for it.
    public var state: SpecialState {
        SpecialState(soort, begins: begin, expectedEnd: verwachtEinde, released: opgeheven, evidence: bewijs)
    }

    /// Who receives letters instead of the debtor.
    public struct Geadresseerde: Hashable, Sendable {
        public var naam: String
        public var adres: Adres?
        public var email: String?

        public init(naam: String, adres: Adres? = nil, email: String? = nil) {
            self.naam = naam
            self.adres = adres
            self.email = email
        }
    }

    /// The kinds that a person records; a pause and a kept arrangement follow from those themselves.
    public static let soorten = SpecialStateKind.allCases.filter { $0 != .pauze && $0 != .betalingsregeling }
}

/// Why an act concerning special states is refused.
public enum ToestandRefusal: Error, Hashable {
    /// The law or a policy forbids the act, with the article for each reason.
    case verboden(CollectionAct, [Permission.Verbod])
    /// A zaak does not go on while this holds: neither a letter nor a call is allowed.
    case geldtNog([Permission.Verbod])
    case evidenceMissing
    case alreadyHolds
    case unknown
    case notRecordable
    case endBeforeBegin
    case alreadyOver
    /// Of whom to write to an address is known and no name.
    case addresseeNameMissing
    /// The mail address of whom to write to is none.
    case addresseeEmail
}
