import Incasso
import Zaken

extension Refusal {
    /// The fields that it may be about, by their names: a form has the one or the other. Empty where it is about more than one
    /// answer.
    var fields: [String] {
        switch self {
        case .zaak(let refusal): refusal.fields
        case .regeling(let refusal): refusal.field.map { [$0] } ?? []
        case .taak(.unknownChoice): ["keuze"]
        case .taak(.needsTeamlead), .taak(.notOffered), .taak(.pastCheck): ["naar"]
        case .notitie: ["tekst"]
        case .contact(.tooManyWords), .contact(.sensitive): ["feiten"]
        case .contact(.dayInPast), .contact(.noDayForTalk): ["op"]
        case .contact(.notTold): ["ingelicht"]
        case .document: ["bestand"]
        case .toestand(.evidenceMissing): ["bewijs"]
        case .toestand(.endBeforeBegin): ["tot"]
        case .toestand(.notRecordable): ["soort"]
        case .toestand(.addresseeNameMissing): ["naam", "contactpersoon"]
        case .toestand(.addresseeEmail): ["email", "contactEmail"]
        case .knoop(let refusal): refusal.fields
        case .incasso(let refusal): refusal.fields
        case .gebruiker(let refusal): refusal.fields
        case .woord: ["woorden"]
        case .veld(let refusal): [refusal.field]
        case .signaal(let refusal): refusal.fields
        case .overdracht(let refusal): refusal.field.map { [$0] } ?? []
        case .verjaring(.dayToCome): ["dag"]
        case .taak, .betaling, .engine, .proces, .toestand, .beslissing, .deployment, .verjaring, .poort, .rechtsrij,
            .partij, .poststuk, .samenvoeging, .brief, .sentAgain:
            []
        }
    }
}

extension ZaakRefusal {
    fileprivate var fields: [String] {
        switch self {
        case .reasonMissing: ["reden", "toelichting", "herstel", "tekst", "hoe"]
        case .deadlineTooFar, .deadlineNotLater, .pauseEndsBeforeToday, .pauseTooLong: ["tot"]
        case .unknownResultaat: ["resultaat"]
        case .reviewNotAhead: ["bekijkOp"]
        case .unknownZaak: ["zaak"]
        case .unknownZaaktype, .alreadyClosed, .notClosed, .alreadySuspended, .notSuspended, .changedMeanwhile,
            .unknownStatus, .stillOpen, .alreadyPaused, .notPaused, .nothingToReturnTo, .notAwaited, .standsStill:
            []
        }
    }
}

extension RegelingRefusal {
    /// The field of a plan that it is about.
    var field: String? {
        switch self {
        case .amountTooSmall, .tooManyTermijnen, .doesNotMatch: "perMaand"
        case .firstDayInPast: "eersteDag"
        case .nothingOpen, .alreadyRunning, .notNow, .noneRunning, .noneProposed, .changedMeanwhile: nil
        }
    }
}

extension KnoopRefusal {
    fileprivate var fields: [String] {
        switch self {
        case .contactMissing: ["contact", "aan"]
        case .consentMissing: ["toestemming"]
        case .tooMuchShared, .reachMissing, .nothingToShare: ["gegeven"]
        case .unknownPartner: ["partner"]
        case .nameMissing: ["wie", "schuldeiser"]
        case .notAnAmount: ["bedrag"]
        case .alreadyAnswered: ["staat"]
        case .alreadyRuns, .notRunning, .endsWithChoice, .alreadyExtended, .unknown: []
        }
    }
}

extension SignaalRefusal {
    fileprivate var fields: [String] {
        switch self {
        case .proofMissing: ["bewijs"]
        case .dayToCome, .beforeSignal: ["dag"]
        case .howMissing: ["kanaal"]
        case .codeNotFourDigits, .codeTaken: ["code"]
        case .nameMissing: ["naam"]
        case .notAnAddress: ["adres"]
        case .unknown, .gemeenteOnbekend: []
        }
    }
}

extension OverdrachtRefusal {
    fileprivate var field: String? {
        switch self {
        case .codeMissing, .codeTaken: "code"
        case .nameMissing: "naam"
        case .stillWithBailiff: "naar"
        case .notHandedOver, .cannotReturn, .nothingToTell: nil
        }
    }
}

extension IncassoRefusal {
    fileprivate var fields: [String] {
        switch self {
        case .notAnIBAN: ["iban"]
        case .referenceInvalid, .referenceTaken: ["kenmerk"]
        case .signedInFuture: ["getekend"]
        case .proofMissing: ["bewijs"]
        case .unknownCreditor: ["schuldeiser"]
        case .noCreditorIdentifier: ["incassant"]
        case .notABankDay, .tooSoon: ["dag"]
        case .unknownMachtiging, .alreadyWithdrawn, .nothingToCollect, .allSkipped, .unknownBatch, .notPrepared,
            .changedMeanwhile,
            .ownBatch, .unknownLine, .notReturned, .noSecondTry:
            []
        }
    }
}

extension GebruikerRefusal {
    fileprivate var fields: [String] {
        switch self {
        case .loginTaken, .loginUnreadable: ["login"]
        case .nameMissing: ["naam"]
        case .password: ["wachtwoord"]
        case .ownAccount: []
        }
    }
}
