import Basics
import Engine
import Incasso
import Klanten
import Postvak
import Zaken

extension Refusal {
    /// What was refused, in sentences; each field of a form in its own, by its identifier on the page.
    func problems(_ words: Words, _ colleagues: Colleagues, form prefix: String) -> [Problem] {
        if let answers {
            return answers.map { Problem(text: $0.reason.sentence(words, $0.field), anchor: "\(prefix)-\($0.field)") }
        }
        if case .partij(.invalid(let faults)) = self {
            return Contactgegevens.Veld.allCases.compactMap { veld in
                faults[veld].map { Problem(text: $0.sentence(words, veld), anchor: "\(prefix)-\(veld.rawValue)") }
            }
        }
        if case .sentAgain = self { return [] }
        return [Problem(text: sentence(words, colleagues), anchor: nil)]
    }

    /// Each answer that was wrong, where that is what was refused.
    var answers: [FieldRefusal]? {
        switch self {
        case .taak(.invalid(let fields)): fields
        case .veld(let field): [field]
        default: nil
        }
    }

    func sentence(_ words: Words, _ colleagues: Colleagues) -> String {
        switch self {
        case .zaak(let refusal): refusal.sentence(words)
        case .taak(let refusal): refusal.sentence(words, colleagues)
        case .regeling(let refusal): refusal.sentence(words)
        case .betaling(let refusal): refusal.sentence(words)
        case .notitie(.empty): words("refusals.note_empty")
        case .notitie(.tooLong(let limit)): words("refusals.too_long", ["n": words.number(limit)])
        case .contact(.tooManyWords(let most)): words("refusals.too_many_words", ["n": words.number(most)])
        case .contact(.dayInPast): words("refusals.contact_day_in_past")
        case .contact(.sensitive(let found)), .notitie(.sensitive(let found)): words.sensitive(found)
        case .contact(.notTold): words("refusals.not_told")
        case .contact(.noDayForTalk): words("refusals.no_day_for_talk")
        case .document(let refusal): refusal.sentence(words)
        case .gebruiker(let refusal): refusal.sentence(words)
        case .deployment(let refusal): refusal.sentence(words)
        case .beslissing(let refusal): refusal.sentence(words)
        case .engine(.busy): words("refusals.activity_runs")
        case .engine: words("refusals.process_moved")
        case .proces(.neverWaits): words("refusals.process_circle")
        case .verjaring(let refusal): refusal.sentence(words)
        case .incasso(let refusal): refusal.sentence(words)
        case .toestand(let refusal): refusal.sentence(words)
        case .poort(let refusal): refusal.sentence(words)
        case .signaal(let refusal): refusal.sentence(words)
        case .overdracht(let refusal): refusal.sentence(words)
        case .samenvoeging(let refusal): refusal.sentence(words)
        case .knoop(let refusal): refusal.sentence(words)
        case .rechtsrij(let refusal): refusal.sentence(words)
        case .partij(.changedMeanwhile): words("refusals.changed_meanwhile")
        case .partij(.unknown): words("refusals.person_unknown")
        case .partij(.invalid): words("refusals.form_invalid")
        case .poststuk(let refusal): refusal.sentence(words)
        case .brief(let refusal): refusal.sentence(words)
        case .woord(let refusal): refusal.sentence(words)
        case .veld: words("refusals.form_invalid")
        case .proces(.noProcess): words("refusals.process_none")
        case .sentAgain: words("refusals.sent_again")
        }
    }
}

extension DeploymentRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unknownVersion: words("refusals.version_gone")
        case .unchanged(let version): words("refusals.process_unchanged", ["n": words.number(version)])
        case .draftGone: words("refusals.draft_gone")
        case .begins(let kinds):
            words(
                "refusals.process_begins", ["names": kinds.map { $0[words.language.rawValue] }.joined(separator: ", ")])
        case .called(let names):
            words("refusals.process_called", ["names": names.map(words.drawn).joined(separator: ", ")])
        case .awaited(let callers):
            words("refusals.process_awaited", ["names": callers.map { $0.name(words) }.joined(separator: ", ")])
        case .cases(let flaws): words("refusals.cases_flaws", ["first": flaws.first.map(words.fault) ?? ""])
        case .flaws(let flaws):
            words("refusals.deployment_flaws", ["first": flaws.first.map { words($0.message) } ?? ""])
        }
    }
}

extension DeploymentRefusal.Caller {
    fileprivate func name(_ words: Words) -> String {
        words("processes.name_version", ["name": words.drawn(naam), "n": words.number(versie)])
    }
}

extension DocumentRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .empty: words("refusals.document_empty")
        case .tooLarge(let limit): words("refusals.document_large", ["n": words.number(limit / 1_048_576)])
        case .program(let name): words("refusals.document_program", ["name": name])
        case .none: words("refusals.upload_missing")
        case .unreadable: words("refusals.upload_unreadable")
        case .unknown: words("refusals.document_unknown")
        case .sent: words("refusals.document_sent")
        case .retracted: words("refusals.document_retracted")
        case .otherThanNamed(let kind): words("refusals.document_not_named", ["kind": kind.rawValue])
        case .otherThanBefore(let kind): words("refusals.document_other_kind", ["kind": kind.rawValue])
        }
    }
}

extension ZaakRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unknownZaak: words("refusals.zaak_unknown")
        case .unknownZaaktype(let code): words("refusals.zaaktype_unknown", ["code": code])
        case .alreadyClosed: words("refusals.already_closed")
        case .notClosed: words("refusals.not_closed")
        case .alreadySuspended: words("refusals.already_suspended")
        case .notSuspended: words("refusals.not_suspended")
        case .reviewNotAhead(let last): words("refusals.review_not_ahead", ["day": words.date(last)])
        case .changedMeanwhile: words("refusals.changed_meanwhile")
        case .unknownStatus(let code): words("refusals.status_unknown", ["code": code])
        case .unknownResultaat: words("refusals.result_missing")
        case .reasonMissing: words("refusals.reason_missing")
        case .deadlineTooFar(let day): words("refusals.deadline_too_far", ["day": words.date(day)])
        case .stillOpen(let amount): words("refusals.still_open", ["amount": words.money(amount)])
        case .deadlineNotLater(let day): words("refusals.deadline_not_later", ["day": words.date(day)])
        case .alreadyPaused: words("refusals.already_paused")
        case .notPaused: words("refusals.not_paused")
        case .pauseEndsBeforeToday: words("refusals.pause_in_past")
        case .pauseTooLong(let days): words("refusals.pause_too_long", ["n": words.number(days)])
        case .nothingToReturnTo: words("refusals.nothing_to_return_to")
        case .notAwaited: words("refusals.not_awaited")
        case .standsStill: words("refusals.stands_still")
        }
    }
}

extension TaakRefusal {
    func sentence(_ words: Words, _ colleagues: Colleagues) -> String {
        switch self {
        case .unknownTaak: words("refusals.taak_unknown")
        case .alreadyDone(let who, let moment):
            words("refusals.already_done", ["who": colleagues.name(of: who, words), "when": words.clock(moment)])
        case .withdrawn: words("refusals.withdrawn")
        case .resting: words("refusals.resting")
        case .takenBy(let colleague): words("refusals.taken_by", ["who": colleagues.name(of: colleague)])
        case .unknownChoice: words("refusals.choice_missing")
        case .invalid: words("refusals.form_invalid")
        case .notThisKind: words("refusals.not_this_kind")
        case .begunMeanwhile: words("refusals.begun_meanwhile")
        case .wayAndFacts: words("refusals.way_and_facts")
        case .notForYou(let groups):
            words(
                "refusals.not_for_you",
                ["groups": groups.names.map { words.text("groups.\($0)") ?? $0 }.joined(separator: words("common.or"))])
        case .rightMissing: words("refusals.right_missing")
        case .needsTeamlead(let step):
            words("refusals.needs_teamlead", ["step": Stap.isStep(step) ? step : words("refusals.this_step")])
        case .notOffered: words("refusals.step_not_offered")
        case .pastCheck(let check): words("refusals.past_check", ["check": Stap.name(words.drawn(check))])
        }
    }
}

extension FieldRefusal.Reason {
    func sentence(_ words: Words, _ field: String) -> String {
        switch self {
        case .missing: words("refusals.field_missing", ["field": field])
        case .notAnOption: words("refusals.field_option", ["field": field])
        case .notAnAmount: words("refusals.field_amount", ["field": field])
        case .notANumber: words("refusals.field_number", ["field": field])
        case .notADay: words("refusals.field_day", ["field": field])
        case .notAnIBAN: words("refusals.field_iban", ["field": field])
        case .tooLong(let limit): words("refusals.field_long", ["field": field, "n": words.number(limit)])
        case .rule(let sentence): sentence[words.language.rawValue]
        }
    }
}

extension Contactgegevens.Fout {
    func sentence(_ words: Words, _ veld: Contactgegevens.Veld) -> String {
        let field = words("person.field_\(veld.rawValue)")
        return switch self {
        case .ontbreekt: words("refusals.field_missing", ["field": field])
        case .verborgenTekens: words("refusals.field_hidden", ["field": field])
        case .geenTelefoon: words("refusals.field_phone")
        case .geenEmail: words("refusals.field_email")
        case .geenPostcode: words("refusals.field_postcode")
        case .teLang(let most): words("refusals.field_long", ["field": field, "n": words.number(most)])
        }
    }
}

extension RegelingRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .nothingOpen: words("refusals.nothing_open")
        case .alreadyRunning: words("refusals.arrangement_runs")
        case .notNow: words("refusals.arrangement_not_now")
        case .noneRunning: words("refusals.arrangement_none")
        case .noneProposed: words("refusals.arrangement_not_proposed")
        case .doesNotMatch(let open, let sum):
            words("refusals.arrangement_sum", ["open": words.money(open), "sum": words.money(sum)])
        case .firstDayInPast(let day): words("refusals.first_day_in_past", ["day": words.date(day)])
        case .tooManyTermijnen(let count): words("refusals.too_many_instalments", ["n": words.number(count)])
        case .amountTooSmall: words("refusals.amount_too_small")
        case .changedMeanwhile: words("refusals.changed_meanwhile")
        }
    }
}

extension BetalingRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unknownBetaling: words("refusals.payment_unknown")
        case .alreadyPlaced: words("refusals.payment_placed")
        case .unknownZaak: words("refusals.zaak_number_unknown")
        case .otherCreditor(let account): words("refusals.other_creditor", ["account": account])
        case .unsure: words("refusals.payment_unsure")
        case .nothingOpen: words("refusals.nothing_open")
        case .notWaiting: words("refusals.payment_not_waiting")
        case .notPlaced: words("refusals.payment_not_placed")
        case .alreadyRepaid: words("refusals.payment_repaid")
        case .nothingToRepay: words("refusals.nothing_to_repay")
        case .unknownAccount(let account): words("refusals.account_unknown", ["account": account])
        }
    }
}

extension GebruikerRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .loginTaken(let login): words("refusals.login_taken", ["login": login])
        case .loginUnreadable: words("refusals.login_unreadable")
        case .nameMissing: words("refusals.name_missing")
        case .password(.tooShort(let minimum)): words("refusals.password_short", ["n": words.number(minimum)])
        case .password(.tooLong(let maximum)): words("refusals.password_long", ["n": words.number(maximum)])
        case .ownAccount: words("refusals.own_account")
        }
    }
}

extension Words {
    /// What words are too much, and what to write instead.
    fileprivate func sensitive(_ found: [Gevoelig]) -> String {
        let asks = self("refusals.sensitive", ["words": found.map(\.woorden).joined(separator: ", ")])
        return ([asks] + found.map(\.schrijf)).joined(separator: " ")
    }
}
