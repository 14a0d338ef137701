import Basics
import Engine

extension Act {
    /// Makes or withdraws the taak that an effect of the process asks for.
    func follow(
        _ effect: Effect, of zaak: Zaak, in instance: ProcessInstance, after voortzetter: Voortzetter? = nil
    ) throws {
        func place(_ taak: Taak, _ element: ElementInstance.ID) throws {
            let placed = taak.placed(at: element, of: instance, playbook.processen)
            let back = voortzetter?.besluit == true ? try returned(placed) : nil
            try offerTaak(back ?? voortzetter?.keeps(placed, playbook) ?? placed, of: zaak)
        }
        switch effect {
        case .offerTask(let offer): try place(Taak(offer, for: zaak, in: self), offer.element)
        case .offerChoice(let offer): try place(Taak(offer, for: zaak, in: self), offer.element)
        case .offerActivities(let offer): try place(Taak(offer, for: zaak, in: self), offer.element)
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
    func report(_ incident: Incident, in drawing: DefinitionKey, of zaak: Zaak, _ instance: ProcessInstance) throws {
        let taak = try Taak(incident, for: zaak, in: self)
            .placed(at: incident.element, of: instance, playbook.processen)
        try offerTaak(taak, of: zaak)
        try tx.storingen.add(taak, in: drawing, incident.cause, at: now)
    }

    /// The taak as theirs whose proposal a decision sends back with it.
    private func returned(_ taak: Taak) throws -> Taak? {
        guard let back = try tx.taken.teruggestuurd(taak, playbook) else { return nil }
        var mine = taak
        mine.behandelaar = back.voorstel.door
        return mine
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
    /// The same, with the round that it is in, and where its step has no name called by what comes before it.
    fileprivate func placed(
        at element: ElementInstance.ID, of instance: ProcessInstance, _ library: ProcessLibrary
    ) -> Taak {
        var taak = self
        taak.rondes = instance.rounds(around: element).map(Ronde.init)
        guard naam == stap, soort != .storing, let process = instance[element]?.process else { return taak }
        taak.naam = library[instance.definitions[process]]?.called(stap) ?? naam
        return taak
    }

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
            keuzes: .named(offer.options.map { ($0.flow.id, $0.label == $0.target ? nil : $0.label) }, "Weg"),
            lane: offer.lane, for: zaak, in: act)
    }

    init(_ offer: ActivitiesOffer, for zaak: Zaak, in act: Act) throws {
        try self.init(
            .activiteiten, element: offer.element.number, node: offer.node, name: offer.name,
            why: offer.documentation,
            keuzes: .named(offer.activities.map { ($0.node.id, $0.name == $0.node.id ? nil : $0.name) }, "Activiteit"),
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

extension [Taak.Keuze] {
    /// Ways by their words; one without any by its number.
    fileprivate static func named(_ ways: [(id: String, label: String?)], _ word: String) -> [Taak.Keuze] {
        ways.enumerated().map { place, way in Taak.Keuze(id: way.id, label: way.label ?? "\(word) \(place + 1)") }
    }
}

extension Taak.Ronde {
    fileprivate init(_ round: RoundPlace) {
        self.init(nummer: round.number, van: round.total, wat: round.item?.inWords)
    }
}

extension JSON {
    /// What an item of a collection is, for people: a value itself, and of a record the first that say most.
    fileprivate var inWords: String? {
        let text =
            fields.map { fields in
                let named = ["naam", "omschrijving", "titel", "name", "title", "label"].compactMap { fields[$0]?.plain }
                return named.first
                    ?? fields.sorted { $0.key < $1.key }.compactMap { $0.value.plain }.prefix(3)
                    .joined(separator: " · ")
            } ?? plain
        return text.flatMap { $0.isEmpty ? nil : String($0.prefix(80)) }
    }

    private var plain: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .number(let number): "\(number)"
        case .bool, .null, .array, .object: nil
        }
    }
}
