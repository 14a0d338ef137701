import Incasso
import Zaken

extension Refusal {
    /// The field of a form that it is about, by its name; nothing where it is about more than one answer.
    var field: String? {
        switch self {
        case .zaak(let refusal): refusal.field
        case .regeling(let refusal): refusal.field
        case .taak(.unknownChoice): "keuze"
        case .notitie: "tekst"
        case .contact(.tooManyWords), .contact(.sensitive): "feiten"
        case .contact(.dayInPast): "op"
        case .document: "bestand"
        case .toestand(.evidenceMissing): "bewijs"
        case .toestand(.endBeforeBegin): "tot"
        case .toestand(.notRecordable): "soort"
        case .taak, .betaling, .gebruiker, .engine, .proces, .toestand, .beslissing, .deployment, .verjaring, .poort,
            .signaal, .incasso, .overdracht, .knoop, .rechtsrij, .partij, .poststuk:
            nil
        }
    }
}

extension ZaakRefusal {
    fileprivate var field: String? {
        switch self {
        case .reasonMissing: "reden"
        case .deadlineTooFar, .deadlineNotLater, .pauseEndsBeforeToday, .pauseTooLong: "tot"
        case .unknownResultaat: "resultaat"
        case .reviewNotAhead: "bekijkOp"
        case .unknownZaak: "zaak"
        case .unknownZaaktype, .alreadyClosed, .notClosed, .alreadySuspended, .notSuspended, .changedMeanwhile,
            .unknownStatus, .stillOpen, .alreadyPaused, .notPaused, .nothingToReturnTo, .notAwaited, .standsStill:
            nil
        }
    }
}

extension RegelingRefusal {
    fileprivate var field: String? {
        switch self {
        case .amountTooSmall, .tooManyTermijnen, .doesNotMatch: "perMaand"
        case .firstDayInPast: "eersteDag"
        case .nothingOpen, .alreadyRunning, .notNow, .noneRunning, .changedMeanwhile: nil
        }
    }
}
