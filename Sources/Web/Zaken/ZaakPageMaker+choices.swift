import Basics
import Engine
import Zaken

extension ZaakPageMaker {
    /// The ways of a choice, of which a person takes one or several.
    func choices(of taak: Taak, _ path: String) -> TaakPart.Choices? {
        guard taak.soort == .keuze || taak.soort == .activiteiten else { return nil }
        let sent = asked.taak == taak.id.text ? asked.form["keuze"] : nil
        if taak.soort == .activiteiten { return activities(of: taak, path, sent: sent) }
        let several = look.instance?.place(of: taak).flatMap { look.instance?[$0]?.takesSeveralWays } ?? false
        let ticked = asked.taak == taak.id.text ? asked.form.all("keuze") : []
        return TaakPart.Choices(
            path: path, question: words(several ? "zaak.which_ways" : "zaak.which_way"), note: nil,
            options: taak.keuzes.map {
                Option(
                    $0.id, led(by: $0.id, $0.label, from: look.instance?.place(of: taak)),
                    chosen: ticked.contains($0.id))
            },
            kind: several ? "checkbox" : "radio", isRequired: !several, act: words("zaak.choose"))
    }

    /// What may be begun beside what runs already, and saying that all is done, which stops what still runs (BPMN 10.3.5).
    private func activities(of taak: Taak, _ path: String, sent: String?) -> TaakPart.Choices {
        let element = look.instance?.place(of: taak)
        let inside = look.instance?.activeElements.filter { $0.parent == element && element != nil } ?? []
        let running = taak.keuzes.filter { way in inside.contains { $0.node.id == way.id } }
        let names = running.map { words.drawn($0.label) }.joined(separator: words("common.and"))
        let isOneByOne = element.flatMap { look.instance?[$0]?.takesOneActivity } ?? false
        let ways = isOneByOne && !inside.isEmpty ? [] : taak.keuzes
        let ready = words(running.isEmpty ? "zaak.ready" : "zaak.ready_stops", ["names": names])
        return TaakPart.Choices(
            path: path, question: words("zaak.which_activity"),
            note: running.isEmpty
                ? nil : words(ways.isEmpty ? "zaak.activity_runs_alone" : "zaak.activity_runs", ["names": names]),
            options: ways.map { Option($0.id, words.drawn($0.label), chosen: $0.id == sent) }
                + [Option(Taak.klaar, ready, chosen: sent == Taak.klaar)], act: words("zaak.choose_activity"),
            seen: String(taak.begonnen))
    }
}

extension ElementInstance {
    /// Whether a person chooses among its ways.
    var offersChoice: Bool { if case .choiceOffered = offer { true } else { false } }
    /// Whether that person may take more than one.
    fileprivate var takesSeveralWays: Bool {
        if case .choiceOffered(let offer) = offer { offer.several } else { false }
    }

    /// Whether it offers activities of which only one may run at a time.
    fileprivate var takesOneActivity: Bool {
        guard case .activitiesOffered(let offer) = offer else { return false }
        return offer.sequential
    }
}
