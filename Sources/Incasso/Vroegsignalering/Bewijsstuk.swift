public import Basics
public import Recht
public import Zaken

/// One thing that a zaak can show of the steps before a signal to the municipality (Bgs art. 2).
public struct Bewijsstuk: Hashable, Sendable {
    /// What it shows: one of the four steps, or a reason why there may be no signal.
    public enum Soort: String, Hashable, Sendable, CaseIterable {
        case contact, schuldhulp, herinnering, aanbod
        /// The customer objects to passing on their data.
        case bezwaar
        /// The contract has ended.
        case vertrokken

        public init(_ step: SignalStep) {
            switch step {
            case .persoonlijkContact: self = .contact
            case .schuldhulp: self = .schuldhulp
            case .herinnering: self = .herinnering
            case .aanbod: self = .aanbod
            }
        }
    }

    /// Where it comes from.
    public enum Bron: Hashable, Sendable {
        case brief(sjabloon: String)
        case taak(formulier: String)
        case vastgelegd
        case toegevoegd(Identifier<Signaalbewijs>, door: String)
    }

    public let soort: Soort
    public let dag: Day
    public let bron: Bron
    /// How someone was sought, for ``Soort/contact``.
    public var kanaal: String?
    public var dagdeel: ContactAttempt.PartOfDay?
    public var bereikt = false
    public var bewijs: String?
    public var document: Identifier<Document>?
    /// A letter that was laid down for another program to send.
    public var isKlaargelegd = false

    init(_ soort: Soort, on dag: Day, from bron: Bron) {
        self.soort = soort
        self.dag = dag
        self.bron = bron
    }
}

/// All that a zaak can show before a signal: what happened, and what people added.
public struct Voorwerk: Hashable, Sendable {
    public let stukken: [Bewijsstuk]
    public let evidence: SignalEvidence

    public func stukken(_ soort: Bewijsstuk.Soort) -> [Bewijsstuk] { stukken.filter { $0.soort == soort } }

    init(_ stukken: [Bewijsstuk], arrangementKept: Bool) {
        self.stukken = stukken.sorted { $0.dag < $1.dag }
        let first = { (soort: Bewijsstuk.Soort) in stukken.filter { $0.soort == soort }.map(\.dag).min() }
        evidence = SignalEvidence(
            attempts: stukken.filter { $0.soort == .contact }.map {
                ContactAttempt(
                    day: $0.dag, part: $0.dagdeel ?? .middag, channel: $0.kanaal ?? "", reached: $0.bereikt)
            },
            helpPointedOut: first(.schuldhulp), reminded: first(.herinnering), offered: first(.aanbod),
            objected: first(.bezwaar), arrangementKept: arrangementKept, isFormerCustomer: first(.vertrokken) != nil)
    }
}
