public import Basics

/// A signal about arrears to a municipality (Bgs art. 2), in the words of the DDAS exchange model.
public struct EarlyWarning: Hashable, Sendable {
    /// What kind of creditor signals.
    public enum Partner: String, Hashable, Sendable, CaseIterable {
        case energie = "Energie"
        case huur = "Huur"
        case hypotheek = "Hypotheek"
        case cakZorgverzekeringen = "CAK Zorgverzekeringen"
        case zorg = "Zorg"
        case water = "Water"
        case duo = "DUO"
        case belastingdienst = "Belastingdienst"
        case cakEigenBijdrage = "CAK Eigen bijdrage"
        case overige = "Overige"
        case dienstToeslagen = "Dienst Toeslagen"
    }

    /// The person signalled; the citizen service number is left out, a private creditor may not keep it.
    public struct Person: Hashable, Sendable {
        public var initials: String?
        public var prefix: String?
        public var surname: String
        public var born: Day?
        public var street: String?
        public var houseNumber: String?
        public var houseNumberAddition: String?
        public var postcode: String?
        public var city: String?

        public init(surname: String) { self.surname = surname }
    }

    public let id: String
    public var isCrisis = false
    /// Whether the person was told who will call.
    public var isWarm = false
    public var amount: Money
    /// When the arrears began.
    public var since: Day
    public var signalled: Day
    public var partner: Partner
    public var person: Person

    public init(id: String, amount: Money, since: Day, signalled: Day, partner: Partner, person: Person) {
        self.id = id
        self.amount = amount
        self.since = since
        self.signalled = signalled
        self.partner = partner
        self.person = person
    }
}

/// The signals of one creditor to one municipality over a period.
public struct EarlyWarningDelivery: Hashable, Sendable {
    /// The creditor's organisation.
    public struct Organisation: Hashable, Sendable {
        public let name: String
        /// Number in the trade register.
        public let kvk: String?

        public init(name: String, kvk: String?) {
            self.name = name
            self.kvk = kvk
        }
    }

    /// The code by which the software supplier is known in the exchange.
    public let supplier: String
    public let from: Day
    public let until: Day
    public let delivered: Moment
    /// Four digits (CBS).
    public let municipality: String
    public let organisation: Organisation
    public let signals: [EarlyWarning]

    public init(
        supplier: String, from: Day, until: Day, delivered: Moment, municipality: String, organisation: Organisation,
        signals: [EarlyWarning]
    ) {
        self.supplier = supplier
        self.from = from
        self.until = until
        self.delivered = delivered
        self.municipality = municipality
        self.organisation = organisation
        self.signals = signals
    }
}
