import Basics
import Engine

extension Act {
    /// Makes or withdraws the taak that an effect of the process asks for.
    func follow(_ effect: Effect, of zaak: Zaak) throws {
        switch effect {
        case .offerTask(let offer): try offerTaak(Taak(offer, for: zaak, in: self), of: zaak)
        case .offerChoice(let offer): try offerTaak(Taak(offer, for: zaak, in: self), of: zaak)
        case .offerActivities(let offer): try offerTaak(Taak(offer, for: zaak, in: self), of: zaak)
        case .withdrawTask(let id): try tx.taken.withdraw(.formulier, element: id.number, of: zaak.id)
        case .withdrawChoice(let id): try tx.taken.withdraw(.keuze, element: id.number, of: zaak.id)
        case .withdrawActivities(let id): try tx.taken.withdraw(.activiteiten, element: id.number, of: zaak.id)
        case .clearIncident(let id):
            try tx.taken.withdraw(.storing, element: id.number, of: zaak.id)
            try tx.storingen.removeWithdrawn(of: zaak.id)
        case .raiseIncident, .callService, .withdrawService, .setTimer, .cancelTimer, .subscribe, .unsubscribe,
            .sendMessage,
            .broadcastSignal, .ended:
            break
        }
    }

    /// Makes the taak that asks to mend what failed, and notes in which drawing it did.
    func report(_ incident: Incident, in drawing: DefinitionKey, of zaak: Zaak) throws {
        let taak = try Taak(incident, for: zaak, in: self)
        try offerTaak(taak, of: zaak)
        try tx.storingen.add(taak, in: drawing, incident.cause, at: now)
    }

    private func offerTaak(_ taak: Taak, of zaak: Zaak) throws {
        var taak = taak
        if zaak.opgeschort != nil { taak.staat = .rust }
        try tx.taken.add(taak, bedrag: zaak.bedrag)
        try record(
            "taak_ontstaan", of: zaak.id,
            ["taak": .string(taak.id.text), "stap": .string(taak.stap), "naam": .string(taak.naam)])
    }
}

extension Taak {
    init(_ offer: TaskOffer, for zaak: Zaak, in act: Act) throws {
        let zaaktype = try act.zaaktype(of: zaak)
        self.init(
            id: act.newID(), zaak: zaak.id, soort: .formulier, element: offer.element.number, stap: offer.node.id,
            naam: offer.name ?? offer.node.id, formulier: offer.form, keuzes: [],
            groepen: Groepen(
                offer.namedGroups.filter(act.playbook.knows(group:)), else: zaaktype.groep(forLane: offer.lane)),
            behandelaar: zaak.behandelaar,
            waarom: offer.documentation ?? "", ontstaan: act.now,
            uiterlijk: offer.due?.day ?? act.today + zaaktype.taakdagen, staat: .open, versie: 0)
    }

    init(_ offer: ChoiceOffer, for zaak: Zaak, in act: Act) throws {
        try self.init(
            .keuze, element: offer.element.number, node: offer.node,
            name: offer.name ?? offer.after.map { "Keuze na \($0)" }, why: offer.documentation,
            keuzes: offer.options.map { Keuze(id: $0.flow.id, label: $0.label) }, lane: offer.lane, for: zaak, in: act)
    }

    init(_ offer: ActivitiesOffer, for zaak: Zaak, in act: Act) throws {
        try self.init(
            .activiteiten, element: offer.element.number, node: offer.node, name: offer.name,
            why: offer.documentation, keuzes: offer.activities.map { Keuze(id: $0.node.id, label: $0.name) },
            lane: offer.lane, for: zaak, in: act)
    }

    init(_ incident: Incident, for zaak: Zaak, in act: Act) throws {
        try self.init(
            .storing, element: incident.id.number, node: incident.node, name: nil, why: incident.cause.words,
            keuzes: [], lane: nil, for: zaak, in: act)
    }

    private init(
        _ soort: Soort, element: Int, node: ElementRef, name: String?, why: String?, keuzes: [Keuze], lane: String?,
        for zaak: Zaak, in act: Act
    ) throws {
        let zaaktype = try act.zaaktype(of: zaak)
        self.init(
            id: act.newID(), zaak: zaak.id, soort: soort, element: element, stap: node.id, naam: name ?? node.id,
            formulier: nil, keuzes: keuzes, groepen: Groepen([], else: zaaktype.groep(forLane: lane)),
            behandelaar: zaak.behandelaar,
            waarom: why ?? "", ontstaan: act.now,
            uiterlijk: soort == .storing ? act.today : act.today + zaaktype.taakdagen, staat: .open, versie: 0)
    }
}

extension TaskOffer {
    /// The groups that the drawing names; none where only its lane says whose work it is, as the zaaktype says who that is.
    fileprivate var namedGroups: [String] { candidateGroups == [lane] ? [] : candidateGroups }
}
