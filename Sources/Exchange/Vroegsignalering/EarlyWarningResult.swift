/// What came of a signal at the municipality (DDAS vroegsignalering: `EnumEindresultaat`, and the end states of
/// `EnumSignaalstatus`).
public enum EarlyWarningResult: String, Hashable, Sendable, CaseIterable {
    case hulpFinancieel = "hulp_financieel"
    case hulpAnders = "hulp_anders"
    case advies, verwezen
    case bekendBijHulp = "bekend_bij_hulp"
    case anderTraject = "ander_traject"
    case zelfGeregeld = "zelf_geregeld"
    case geenHulpNodig = "geen_hulp_nodig"
    case nietBereikt = "niet_bereikt"
    case geenReactie = "geen_reactie"
    case herhaald
    case andereReden = "andere_reden"
    case onterecht
    case geenInwoner = "geen_inwoner"
    case overleden

    /// As the exchange model writes it.
    public var phrase: String {
        switch self {
        case .hulpFinancieel: "Vervolghulp en/of verwijzing financieel"
        case .hulpAnders: "Vervolghulp en/of verwijzing niet financieel"
        case .advies: "(Budget)advies en/of quick fix"
        case .verwezen: "Verwijzing zonder contact"
        case .bekendBijHulp: "Inwoner al bekend bij schuldhulpverlening"
        case .anderTraject: "Inwoner heeft al een ander lopend traject"
        case .zelfGeregeld: "Inwoner heeft zelf al betaald/betalingsregeling getroffen"
        case .geenHulpNodig: "Inwoner hoeft geen hulp vanuit vroegsignalering"
        case .nietBereikt: "Definitief geen contact kunnen krijgen"
        case .geenReactie: "Geen reactie na eerder contact"
        case .herhaald: "Niet opgepakt: herhaalde melding"
        case .andereReden: "Niet opgepakt: andere reden"
        case .onterecht: "Niet opgepakt: onterecht signaal"
        case .geenInwoner: "Persoon is geen inwoner (meer) in de gemeente"
        case .overleden: "Inwoner is overleden"
        }
    }

    /// By the phrase of the exchange model.
    public init?(phrase: String) {
        guard let found = EarlyWarningResult.allCases.first(where: { $0.phrase == phrase }) else { return nil }
        self = found
    }
}
