import Basics
import Engine
import Zaken

extension ZaakPageMaker {
    /// The acts on the zaak as a whole that apply now and that this person may do.
    var acts: ZaakActs? {
        let acts = ZaakActs(
            suspension: suspension, resumption: resumption, prolongation: prolongation, closing: closing,
            reopening: reopening, assignment: assignment, reports: reports)
        return acts.isEmpty ? nil : acts
    }

    private var suspension: Sheet? {
        guard zaak.isOpen, zaak.opgeschort == nil, may(.zaakOpschorten) else { return nil }
        let day = Field(
            "bekijkOp", words("zaak.look_again"), .date((today + 28).description), id: "opschorting-bekijkOp",
            hint: words("zaak.look_again_hint"), isRequired: true)
        return sheet(ZaakPaths.suspension(zaak.id), [day, reason("opschorting")])
    }

    private var resumption: ZaakActs.Resume? {
        guard zaak.opgeschort != nil, look.pauze == nil, may(.zaakOpschorten) else { return nil }
        return ZaakActs.Resume(path: ZaakPaths.resumption(zaak.id))
    }

    private var prolongation: Sheet? {
        guard zaak.isOpen, may(.zaakOpschorten) else { return nil }
        let day = Field(
            "tot", words("zaak.new_target"), .date((zaak.streefdatum + 28).description), id: "verlenging-tot",
            isRequired: true)
        return sheet(ZaakPaths.prolongation(zaak.id), [day, reason("verlenging")])
    }

    private var closing: Sheet? {
        guard zaak.isOpen, may(.zaakSluiten) else { return nil }
        let results = (zaaktype?.resultaten ?? []).map { Option($0.code, $0.omschrijving[language]) }
        let result = Field(
            "resultaat", words("zaak.result_label"), .choice(results), id: "afsluiting-resultaat", isRequired: true)
        return sheet(ZaakPaths.closing(zaak.id), [result, reason("afsluiting")])
    }

    private var reopening: Sheet? {
        guard !zaak.isOpen, may(.zaakSluiten) else { return nil }
        return sheet(ZaakPaths.reopening(zaak.id), [reason("heropening")])
    }

    private var assignment: Sheet? {
        guard zaak.isOpen, may(.taakVerdelen) else { return nil }
        let people = look.colleagues.workers.map {
            Option($0.login, $0.name, chosen: $0.login == zaak.behandelaar?.rawValue)
        }
        let whom = Field("aan", words("zaak.handler_label"), .choice(people), id: "behandelaar-aan")
        return sheet(ZaakPaths.assignment(zaak.id), [whom])
    }

    /// The messages that the process waits for and that this person may bring.
    private var reports: [ZaakActs.Report] {
        guard zaak.isOpen, zaak.opgeschort == nil, let awaited = look.instance?.awaitedMessages else { return [] }
        let kinds = zaaktype?.meldingen.filter {
            awaited.contains($0.bericht) && Permission(rawValue: $0.recht).map(may) == true
        }
        return (kinds ?? []).map { kind in
            ZaakActs.Report(
                label: kind.omschrijving[language], consequence: kind.gevolg[language],
                sheet: sheet(ZaakPaths.reporting(zaak.id.text, kind.bericht), [reason("melding-\(kind.bericht)")]))
        }
    }

    private func reason(_ act: String) -> Field {
        Field("reden", words("zaak.reason"), .text(""), id: "\(act)-reden", isRequired: true)
    }
}

extension ZaakActs {
    var isEmpty: Bool {
        suspension == nil && resumption == nil && prolongation == nil && closing == nil && reopening == nil
            && assignment == nil && reports.isEmpty
    }
}

extension Colleagues {
    /// Those to whom work can be given.
    var workers: [Gebruiker] {
        all.filter { $0.blockedAt == nil && ($0.role == .casemanager || $0.role == .teamleider) }
    }
}
