import Basics
import Engine
import Journal
import Zaken

extension ZaakPageMaker {
    /// What keeps the process from going on, where a taak asks to mend it.
    func incident(of taak: Taak) -> Incident? {
        look.instance?.incidents.first { $0.id.number == taak.element }
    }

    func mishap(of taak: Taak) -> TaakPart.Mishap? {
        guard taak.soort == .storing, let incident = incident(of: taak), let instance = look.instance else {
            return nil
        }
        let (sent, id) = (asked.taak == taak.id.text ? asked.form : FormFields(), "taak-\(taak.id.text)")
        let facts = Gegeven.all(of: incident, in: instance, feiten: recorded, playbook)
        let ways = instance.ways(from: incident, in: playbook.processen)
        let table = stuckTable(of: incident, facts, since: look.storingen[taak.id]?.sinds)
        let isDrawn = table == nil && incident.liesInDrawing(facts)
        let path = WorkPaths.mending(taak.id)
        let changed = instance.drawing(of: incident).flatMap { key in
            stuckOn(taak, key).map { since($0, key, of: taak) }
        }
        let remedy =
            table?.remedy(words)
            ?? (changed == nil
                ? self.remedy(incident, isDrawn: isDrawn, hasWays: !ways.isEmpty, hasFacts: !facts.isEmpty)
                : words("mishaps.remedy_again"))
        return TaakPart.Mishap(
            path: path, cause: incident.cause.sentence(words),
            drawing: table?.blame(words) ?? changed
                ?? instance.drawing(of: incident).flatMap { blame($0, facts, isDrawn: isDrawn) },
            remedy: remedy, way: way(from: incident) ?? table.map { Way(words("mishaps.way_table"), $0.path) },
            ask: isAsked(taak) ? nil : Way(words("zaak.ask_owner"), WorkPaths.asking(taak.id)),
            asked: question(about: taak), ways: self.ways(ways, from: incident, path, id, sent),
            facts: facts.map { field($0, needing(of: incident, $0), id, sent) }, reason: reason(id + "-reden", sent),
            isFolded: changed == nil && (isDrawn || table?.awaitsMending == true || facts.isEmpty && !ways.isEmpty),
            technical: technical(incident, instance, on: instance.drawing(of: incident).flatMap { stuckOn(taak, $0) }))
    }

    private func reason(_ id: String, _ sent: FormFields) -> Field {
        Field("reden", words("zaak.reason"), .text(sent["reden"] ?? ""), id: id, isRequired: true)
    }

    private func ways(
        _ ways: [ChoiceOffer.Option], from incident: Incident, _ path: String, _ id: String, _ sent: FormFields
    ) -> TaakPart.Ways? {
        guard !ways.isEmpty else { return nil }
        return TaakPart.Ways(
            path: path,
            options: ways.map {
                Option(
                    $0.flow.id, led(by: $0.flow.id, $0.label, from: incident.element),
                    chosen: $0.flow.id == sent["weg"])
            },
            reason: reason(id + "-weg-reden", sent))
    }

    private func remedy(_ incident: Incident, isDrawn: Bool, hasWays: Bool, hasFacts: Bool) -> String {
        if hasWays { return words(hasFacts ? "mishaps.remedy_way_or_fact" : "mishaps.remedy_way") }
        return isDrawn ? words("mishaps.remedy_drawing") : words("mishaps.remedy_\(incident.cause.code)")
    }

    private func isAsked(_ taak: Taak) -> Bool { look.storingen[taak.id]?.gevraagd != nil }

    /// Whom one asks, or that someone did.
    private func question(about taak: Taak) -> String? {
        let owners = look.colleagues.all.filter { $0.role == .proceseigenaar && $0.blockedAt == nil }.map(\.name)
        let names = owners.isEmpty ? words("roles.proceseigenaar") : owners.joined(separator: words("common.and"))
        guard let one = look.storingen[taak.id], let when = one.gevraagd, let who = one.vrager else {
            return words("mishaps.owner", ["names": names])
        }
        return words(
            "mishaps.asked",
            ["names": names, "when": words.moment(when, today: today), "who": look.colleagues.name(of: who)])
    }

    /// The version on which the zaak got stuck, where it moved along to another since.
    private func stuckOn(_ taak: Taak, _ key: DefinitionKey) -> DefinitionKey? {
        guard let since = look.storingen[taak.id]?.sinds else { return nil }
        let moved = look.entries.last {
            $0.kind == "verhuisd" && $0.moment > since && $0.content["proces"].text == key.process
        }
        return moved?.content["van"].integer.map { DefinitionKey(key.process, version: $0) }
    }

    /// That the cause was in a drawing that the zaak has left.
    private func since(_ old: DefinitionKey, _ key: DefinitionKey, of taak: Taak) -> String {
        words(
            "mishaps.stuck_before",
            [
                "name": words.drawn(playbook.processen[key]?.name ?? key.process), "n": words.number(old.version),
                "new": words.number(key.version),
            ])
    }

    private func technical(
        _ incident: Incident, _ instance: ProcessInstance, on old: DefinitionKey?
    ) -> [TaakPart.Fact] {
        let key = old ?? instance.drawing(of: incident)
        let place = TaakPart.Fact(
            name: words("zaak.mishap_place"),
            value: [key?.description, incident.node.id].compactMap(\.self).joined(separator: " › "))
        return [place] + incident.cause.technical(words)
    }

    /// Where what forbids a step is looked at: the limitation, the special states, or the gate.
    private func way(from incident: Incident) -> Way? {
        guard case .service(let reason) = incident.cause else { return nil }
        switch reason.prefix(while: { $0 != " " }) {
        case "lapsed": return Way(words("mishaps.way_lapsed"), SpecificatiePaths.specification(zaak.id))
        case "forbidden" where may(.klantZien):
            return Way(words("mishaps.way_forbidden"), ToestandPaths.list(zaak.partij))
        case "gate": return Way(words("mishaps.way_gate"), SignaalPaths.page(zaak.id))
        default: return nil
        }
    }
}

extension Incident {
    /// Whether nothing that a person knows of the zaak mends it, but its drawing does.
    fileprivate func liesInDrawing(_ facts: [Gegeven]) -> Bool {
        switch cause {
        case .formula, .notUsable, .noBranch, .decision: facts.isEmpty
        case .service: ["unknown-service", "input-missing"].contains(cause.word)
        case .stuck, .unknownProcess, .uncaughtError, .tooMuch, .noLink: true
        }
    }
}
