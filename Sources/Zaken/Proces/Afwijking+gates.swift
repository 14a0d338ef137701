import Basics
import Engine

extension Bevoegdheid {
    /// The right to deviate to a step that weighs heavily on someone.
    public static let zwaarAfwijken = "zaak.afwijken.zwaar"
}

extension Act {
    /// Refuses a taak that is for others, and one that a colleague has: that goes by a takeover with its reason, as doing it does.
    func requireOwn(_ taak: Taak, of door: Medewerker, als: Bevoegdheid) throws {
        try als.require(taak, for: door, playbook)
    }

    /// Refuses going to a step that only a team lead may go to, and one whose gate is shut: on whichever road.
    func requireWay(to step: String, on zaak: Zaak, als: Bevoegdheid) throws {
        let kind = try zaaktype(of: zaak)
        guard !kind.isZwaar(step) || als.heeft(Bevoegdheid.zwaarAfwijken) else {
            throw TaakRefusal.needsTeamlead(step: step)
        }
        if let handeling = kind.poorten[step] { try playbook.toets(handeling, zaak, self) }
    }

    /// Refuses a step that is not among those that are offered, one that is forbidden now or needs what is not there, one that goes
    /// past the check before costs, and leaving what may not be left. A step that is nowhere in the drawing the engine refuses. Gives its name.
    func requireSidestep(
        from element: ElementInstance.ID, to step: String, on zaak: Zaak, als: Bevoegdheid
    ) throws -> String? {
        let instance = try tx.processen.instance(of: zaak.id)
        // To begin the same step anew is no way on.
        guard instance?[element]?.node.id != step else { throw TaakRefusal.notOffered(step: step) }
        guard let instance,
            instance.otherWays(from: element, in: playbook.processen).contains(where: { $0.node == step })
        else { return nil }
        let offered = playbook.sidesteps(from: element, of: instance, try zaaktype(of: zaak))
        guard let way = offered.first(where: { $0.step == step }) else { throw TaakRefusal.notOffered(step: step) }
        for message in way.detour.leaves.sorted() { try playbook.verlaten(message, zaak, self) }
        try requireAllowed(way, on: zaak)
        guard way.isHeavy, !als.heeft(Bevoegdheid.zwaarAfwijken) else { return way.detour.way.name }
        guard let check = way.check else { throw TaakRefusal.needsTeamlead(step: step) }
        throw TaakRefusal.pastCheck(check.name ?? playbook.processen.called(check.id) ?? check.id)
    }

    /// Where in the process a taak waits; at a mishap the element that could not go on.
    func element(of taak: Taak) throws -> ElementInstance.ID? {
        switch taak.soort {
        case .formulier, .keuze, .activiteiten: return taak.element.map { ElementInstance.ID($0) }
        case .storing:
            let incidents = try tx.processen.instance(of: taak.zaak)?.incidents ?? []
            return incidents.first { $0.id.number == taak.element }?.element
        case .los: return nil
        }
    }
}
