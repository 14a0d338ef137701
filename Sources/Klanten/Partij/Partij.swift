public import Basics

/// A person or organisation that zaken are about (ZGW Klantinteracties: Partij).
public struct Partij: Hashable, Sendable, Identifiable {
    public enum Soort: String, Sendable, CaseIterable { case persoon, organisatie }

    public let id: Identifier<Partij>
    public var soort: Soort
    public var naam: String
    public var geboortedatum: Day?
    public var adres: Adres?
    public var email: String?
    public var telefoon: String?
    public var iban: String?
    public var voorkeurskanaal: Kanaal
    public var taal: Taal
    /// Whether the address is kept from who does not need it, for safety.
    public internal(set) var isAfgeschermd: Bool
    /// The record of the same person that is used instead.
    public internal(set) var samengevoegdMet: Identifier<Partij>?
    /// Raised by every save; a save of an older version is refused.
    public internal(set) var versie: Int64

    public init(id: Identifier<Partij>, soort: Soort = .persoon, naam: String) {
        self.id = id
        self.soort = soort
        self.naam = naam
        self.voorkeurskanaal = .brief
        self.taal = .nederlands
        self.isAfgeschermd = false
        self.versie = 0
    }
}

/// A postal address in the form that a Dutch letter carries.
public struct Adres: Hashable, Sendable {
    /// Street, house number and addition.
    public var regel: String
    public var postcode: String
    public var plaats: String

    public init(regel: String, postcode: String, plaats: String) {
        self.regel = regel
        self.postcode = postcode
        self.plaats = plaats
    }
}

/// The way a person would rather be reached.
public enum Kanaal: String, Sendable, CaseIterable { case brief, email, sms, telefoon }

/// The language in which a person is written to (ISO 639-1).
public enum Taal: String, Sendable, CaseIterable {
    case nederlands = "nl"
    case engels = "en"
}
