/// The figures of the CORA reference process for collection, with their numbers.
public enum Kpi: String, Sendable, CaseIterable, Hashable {
    case afgeboekteHuur = "1a"
    case afboekingen = "1b"
    case automatischeIncasso = "2"
    case nieuweRegelingen = "3"
    case lopendeRegelingen = "3a"
    case nagekomenTermijnen = "3b"
    case nagekomenRegelingen = "3b-alt"
    case deurwaarderzaken = "4"
    case doorstroom = "5"
    case fte = "6"
    case betaaltermijn = "7"
    case dso = "7-alt"
    case looptijdDeurwaarder = "8"
    case achterstandZittend = "9"
    case achterstand = "10"
    case incassokosten = "11"
    case tevredenheid = "12"
    case ontruimingen = "13"
    case storneringen = "14"
}

extension Kpi {
    /// The level of the reference process that it belongs to (CORA: bedrijfsproces, werkproces, processtap).
    public enum Niveau: String, Sendable { case bedrijfsproces, werkproces, processtap }

    /// Which way is better.
    public enum Richting: String, Sendable { case omlaag, omhoog, geen }

    /// What it is counted in.
    public enum Eenheid: String, Sendable { case procent, bedrag, aantal, dagen, fte, cijfer }

    /// Which figures stand together.
    public enum Groep: String, Sendable, CaseIterable { case achterstand, regelingen, zwaar, geld, organisatie }

    public var niveau: Niveau {
        switch self {
        case .afgeboekteHuur, .afboekingen, .automatischeIncasso, .lopendeRegelingen, .fte, .betaaltermijn, .dso,
            .achterstandZittend, .achterstand, .incassokosten, .tevredenheid, .ontruimingen:
            .bedrijfsproces
        case .nieuweRegelingen, .nagekomenTermijnen, .nagekomenRegelingen, .doorstroom, .looptijdDeurwaarder,
            .storneringen:
            .werkproces
        case .deurwaarderzaken: .processtap
        }
    }

    public var richting: Richting {
        switch self {
        case .afgeboekteHuur, .afboekingen, .deurwaarderzaken, .doorstroom, .betaaltermijn, .dso,
            .looptijdDeurwaarder, .achterstandZittend, .achterstand, .incassokosten, .ontruimingen, .storneringen:
            .omlaag
        case .automatischeIncasso, .nieuweRegelingen, .nagekomenTermijnen, .nagekomenRegelingen, .tevredenheid:
            .omhoog
        case .lopendeRegelingen, .fte: .geen
        }
    }

    public var eenheid: Eenheid {
        switch self {
        case .afgeboekteHuur, .automatischeIncasso, .nieuweRegelingen, .lopendeRegelingen, .nagekomenTermijnen,
            .nagekomenRegelingen, .doorstroom, .achterstandZittend, .achterstand:
            .procent
        case .afboekingen, .incassokosten: .bedrag
        case .deurwaarderzaken, .ontruimingen, .storneringen: .aantal
        case .betaaltermijn, .dso, .looptijdDeurwaarder: .dagen
        case .fte: .fte
        case .tevredenheid: .cijfer
        }
    }

    public var groep: Groep {
        switch self {
        case .achterstandZittend, .achterstand, .betaaltermijn, .dso, .doorstroom: .achterstand
        case .nieuweRegelingen, .lopendeRegelingen, .nagekomenTermijnen, .nagekomenRegelingen: .regelingen
        case .deurwaarderzaken, .looptijdDeurwaarder, .ontruimingen: .zwaar
        case .afgeboekteHuur, .afboekingen, .incassokosten, .storneringen: .geld
        case .automatischeIncasso, .fte, .tevredenheid: .organisatie
        }
    }

    /// Who defined it: the benchmark of Huurincasso Platform (HIP), or this house where no public definition was found.
    public var isVanHip: Bool {
        switch self {
        case .afgeboekteHuur, .automatischeIncasso, .lopendeRegelingen, .deurwaarderzaken, .achterstandZittend,
            .ontruimingen, .storneringen:
            true
        case .afboekingen, .nieuweRegelingen, .nagekomenTermijnen, .nagekomenRegelingen, .doorstroom, .fte,
            .betaaltermijn, .dso, .looptijdDeurwaarder, .achterstand, .incassokosten, .tevredenheid:
            false
        }
    }

    /// A public figure to hold it against, in its own unit; the source stands with its words.
    public var vergelijking: Breuk? {
        switch self {
        // Aedes: arrears of tenants were EUR 173 million in 2022, 1.1 % of rent income.
        case .achterstandZittend, .achterstand: Breuk(11, op: 1_000)
        case .afgeboekteHuur, .afboekingen, .automatischeIncasso, .nieuweRegelingen, .lopendeRegelingen,
            .nagekomenTermijnen, .nagekomenRegelingen, .deurwaarderzaken, .doorstroom, .fte, .betaaltermijn, .dso,
            .looptijdDeurwaarder, .incassokosten, .tevredenheid, .ontruimingen, .storneringen:
            nil
        }
    }

    /// The parts that zaken stand behind.
    public var onderdelen: [Onderdeel] {
        switch self {
        case .afgeboekteHuur: [.afgeboekteHuur]
        case .afboekingen: [.afgeboekt]
        case .automatischeIncasso, .fte, .tevredenheid: []
        case .nieuweRegelingen: [.nieuweRegelingen, .inAchterstand]
        case .lopendeRegelingen: [.lopendeRegelingen]
        case .nagekomenTermijnen: [.termijnenOpTijd, .termijnen]
        case .nagekomenRegelingen: [.regelingenBij, .lopendeRegelingen]
        case .deurwaarderzaken: [.bijDeurwaarder]
        case .doorstroom: [.herinnerd, .vervallen]
        case .betaaltermijn: [.betaald]
        case .dso, .achterstand: [.achterstand]
        case .looptijdDeurwaarder: [.dossiersGesloten, .dossiersLopend]
        case .achterstandZittend: [.achterstandZittend, .achterstandVertrokken]
        case .incassokosten: [.kosten]
        case .ontruimingen: [.ontruimd]
        case .storneringen: [.gestorneerd]
        }
    }
}
