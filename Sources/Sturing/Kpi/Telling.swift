public import Basics

/// Something that is counted in the records: of each, the zaken behind it can be listed.
public enum Onderdeel: String, Sendable, CaseIterable, Hashable {
    case afgeboekteHuur = "afgeboekte_huur"
    case afgeboekt
    case nieuweRegelingen = "nieuwe_regelingen"
    case inAchterstand = "in_achterstand"
    case lopendeRegelingen = "lopende_regelingen"
    case termijnenOpTijd = "termijnen_op_tijd"
    case termijnen
    case regelingenBij = "regelingen_bij"
    case bijDeurwaarder = "bij_deurwaarder"
    case herinnerd
    case vervallen
    case betaald
    case dossiersGesloten = "dossiers_gesloten"
    case dossiersLopend = "dossiers_lopend"
    case achterstand
    case achterstandZittend = "achterstand_zittend"
    case achterstandVertrokken = "achterstand_vertrokken"
    case kosten
    case ontruimd
    case gestorneerd
}

extension Onderdeel {
    /// Only known where creditors tell who left.
    public var needsLeavers: Bool { self == .achterstandZittend || self == .achterstandVertrokken }
}

/// What was counted of one part: how many, how much, and what that weighs.
public struct Telling: Hashable, Sendable {
    public var aantal: Int64
    /// How many zaken stand behind it.
    public var zaken: Int64
    public var bedrag: Money
    /// Days, or cents times days, by the part.
    public var gewicht: Int64

    public init(aantal: Int64 = 0, zaken: Int64 = 0, bedrag: Money = .zero, gewicht: Int64 = 0) {
        self.aantal = aantal
        self.zaken = zaken
        self.bedrag = bedrag
        self.gewicht = gewicht
    }
}

/// What only the organisation itself knows; entered by hand, with the day from which it counts.
public enum Kerncijfer: String, Sendable, CaseIterable, Hashable {
    case verhuureenheden
    /// The turnover invoiced in 12 months, in cents.
    case jaaromzet
    case machtigingen
    /// The hours a week spent on collection, in minutes.
    case uren
    /// The sum of all marks in a survey over 12 months, and how many answered of how many asked.
    case enquetepunten, enqueteantwoorden, enquetevragen
}

/// All that the figures of one period are made from.
public struct Tellingen: Hashable, Sendable {
    public var delen: [Onderdeel: Telling]
    public var kern: [Kerncijfer: Int64]
    /// Whether creditors told which tenants left, so that those who stayed can be told apart.
    public var kentVertrokkenen: Bool
    /// When a night counted this period, where one did.
    public var geteld: Geteld?

    /// When a period that is over was first counted, and when its count last changed.
    public struct Geteld: Hashable, Sendable {
        public let eerst: Moment
        public let laatst: Moment
        /// What parts of it were counted to be before, the newest first.
        public let eerder: [Eerder]
    }

    /// What a part of a period that is over was counted to be until a moment.
    public struct Eerder: Hashable, Sendable {
        public let onderdeel: Onderdeel
        public let telling: Telling
        public let tot: Moment
    }

    public init(
        delen: [Onderdeel: Telling] = [:], kern: [Kerncijfer: Int64] = [:], kentVertrokkenen: Bool = false
    ) {
        self.delen = delen
        self.kern = kern
        self.kentVertrokkenen = kentVertrokkenen
    }

    public subscript(deel: Onderdeel) -> Telling { delen[deel] ?? Telling() }
}
