import Bibliotheek
import Engine
import HTTPTypes
import Incasso
import Klanten
import Postvak
import Zaken

/// An act that was refused, by whichever rules; becomes sentences beside the form, and a status.
enum Refusal: Error {
    case zaak(ZaakRefusal)
    case taak(TaakRefusal)
    case regeling(RegelingRefusal)
    case betaling(BetalingRefusal)
    case notitie(NotitieRefusal)
    case contact(VastleggingRefusal)
    case document(DocumentRefusal)
    case gebruiker(GebruikerRefusal)
    case engine(EngineRefusal)
    case proces(ProcesRefusal)
    case toestand(ToestandRefusal)
    case beslissing(BeslissingRefusal)
    case deployment(DeploymentRefusal)
    case verjaring(VerjaringRefusal)
    case poort(PoortRefusal)
    case signaal(SignaalRefusal)
    case incasso(IncassoRefusal)
    case overdracht(OverdrachtRefusal)
    case knoop(KnoopRefusal)
    case rechtsrij(RechtsrijRefusal)
    case partij(PartijRefusal)
    case samenvoeging(SamenvoegingRefusal)
    case poststuk(PoststukRefusal)
    case woord(WoordRefusal)
    /// A field of a form holds no answer to what it asks.
    case veld(FieldRefusal)
    case brief(BriefRefusal)
    /// Nothing is wrong: the form stands open again after signing in.
    case sentAgain

    /// The refusal in an error; nothing when it is something else that went wrong.
    init?(_ error: any Error) {
        switch error {
        case let refusal as ZaakRefusal: self = .zaak(refusal)
        case let refusal as TaakRefusal: self = .taak(refusal)
        case let refusal as RegelingRefusal: self = .regeling(refusal)
        case let refusal as BetalingRefusal: self = .betaling(refusal)
        case let refusal as NotitieRefusal: self = .notitie(refusal)
        case let refusal as VastleggingRefusal: self = .contact(refusal)
        case let refusal as DocumentRefusal: self = .document(refusal)
        case let refusal as GebruikerRefusal: self = .gebruiker(refusal)
        case let refusal as EngineRefusal: self = .engine(refusal)
        case let refusal as ProcesRefusal: self = .proces(refusal)
        case let refusal as IncassoRefusal: self = .incasso(refusal)
        case let refusal as VerjaringRefusal: self = .verjaring(refusal)
        case let refusal as PoortRefusal: self = .poort(refusal)
        case let refusal as SignaalRefusal: self = .signaal(refusal)
        case let refusal as OverdrachtRefusal: self = .overdracht(refusal)
        case let refusal as KnoopRefusal: self = .knoop(refusal)
        case let refusal as RechtsrijRefusal: self = .rechtsrij(refusal)
        case let refusal as PartijRefusal: self = .partij(refusal)
        case let refusal as SamenvoegingRefusal: self = .samenvoeging(refusal)
        case let refusal as PoststukRefusal: self = .poststuk(refusal)
        case let refusal as WoordRefusal: self = .woord(refusal)
        case let refusal as BriefRefusal: self = .brief(refusal)
        case let refusal as ToestandRefusal: self = .toestand(refusal)
        case let refusal as DeploymentRefusal: self = .deployment(refusal)
        case let refusal as BeslissingRefusal: self = .beslissing(refusal)
        case let refusal as FieldRefusal: self = .veld(refusal)
        case is SentAgain: self = .sentAgain
        default: return nil
        }
    }
}

extension Refusal {
    /// 403 for what takes a right that is missing, 404 for what is not there, 409 for who came second, 422 for what cannot be.
    var status: HTTPResponse.Status {
        switch self {
        case .zaak(.unknownZaak), .taak(.unknownTaak), .betaling(.unknownBetaling), .partij(.unknown),
            .document(.unknown), .poststuk(.unknownPoststuk), .woord(.unknown):
            .notFound
        case .taak(.rightMissing): .forbidden
        case .sentAgain: .ok
        case .zaak(.changedMeanwhile), .taak(.alreadyDone), .taak(.withdrawn), .taak(.takenBy), .taak(.begunMeanwhile),
            .regeling(.changedMeanwhile), .betaling(.alreadyPlaced), .engine,
            .partij(.changedMeanwhile), .poststuk(.changedMeanwhile), .deployment(.unchanged), .deployment(.draftGone):
            .conflict
        case .zaak, .taak, .regeling, .betaling, .notitie, .contact, .document, .gebruiker, .proces, .toestand,
            .beslissing,
            .deployment, .verjaring, .poort, .signaal, .incasso, .overdracht, .knoop, .rechtsrij, .samenvoeging,
            .partij, .poststuk, .woord, .veld, .brief:
            .unprocessableContent
        }
    }
}
