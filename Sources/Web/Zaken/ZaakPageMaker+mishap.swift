import Basics
import Engine
import Zaken

extension ZaakPageMaker {
    /// What keeps the process from going on, where a taak asks to mend it.
    func incident(of taak: Taak) -> Incident? {
        look.instance?.incidents.first { $0.id.number == taak.element }
    }

    func mishap(of taak: Taak) -> TaakPart.Mishap? {
        guard taak.soort == .storing, let incident = incident(of: taak) else { return nil }
        let (form, id) = (asked.taak == taak.id.text ? asked.form : FormFields(), "taak-\(taak.id.text)")
        return TaakPart.Mishap(
            path: WorkPaths.mending(taak.id), cause: incident.cause.sentence(words),
            detail: incident.cause.detail(words),
            remedy: words("mishaps.remedy_\(incident.cause.code)"), way: way(from: incident),
            reason: Field(
                "reden", words("zaak.reason"), .text(form["reden"] ?? ""), id: id + "-reden", isRequired: true),
            change: incident.remedies.contains(.setVariables)
                ? TaakPart.Change(
                    id: id, name: form["gegeven"] ?? "", value: form["waarde"] ?? "", known: facts(at: incident.element)
                )
                : nil)
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

    /// What the process knows there and a person may change: no facts that are read anew at each step.
    private func facts(at element: ElementInstance.ID) -> [TaakPart.Fact] {
        let all = look.instance?.variables(of: element) ?? [:]
        return all.sorted { $0.key < $1.key }.compactMap { name, value in
            switch value {
            case .null, .bool, .number, .string: TaakPart.Fact(name: name, value: words.fact(value))
            case .array, .object: nil
            }
        }
    }
}

extension Words {
    /// A simple value as people read it.
    func fact(_ value: JSON) -> String {
        switch value {
        case .null: self("common.unknown")
        case .bool(let flag): self(flag ? "common.answer_yes" : "common.answer_no")
        case .string(let text): text
        case .number, .array, .object: value.description
        }
    }
}

extension Incident.Cause {
    /// What went wrong, in the reader's words.
    func sentence(_ words: Words) -> String {
        switch self {
        case .formula, .notUsable, .noBranch, .tooMuch: words("mishaps.\(code)")
        case .stuck(let join): words("mishaps.stuck", ["name": join])
        case .unknownProcess(let name), .noLink(let name): words("mishaps.\(code)", ["name": name])
        case .uncaughtError(let error, _): words("mishaps.uncaught_error", ["name": error])
        case .decision(let name, let reason): decision(name, reason, words)
        case .service(let reason): service(reason, words)
        }
    }

    private func decision(_ name: String, _ reason: Phrase, _ words: Words) -> String {
        let code = reason.description.split(separator: " ").first.map { $0.replacing("-", with: "_") } ?? ""
        return words("mishaps.decision", ["name": name]) + " " + (words.text("mishaps.decision_\(code)") ?? "")
    }

    private func service(_ reason: String, _ words: Words) -> String {
        let code = reason.split(separator: " ").first.map { $0.replacing("-", with: "_") } ?? ""
        return words.text("mishaps.service_\(code)") ?? words("mishaps.service")
    }

    /// The facts of it, as the engine or the service told them.
    func detail(_ words: Words) -> String? {
        switch self {
        case .formula(let source, let reason): "\(source): \(words(reason))"
        case .notUsable(let source, let value, let needed):
            words("mishaps.not_usable_detail", ["source": source, "value": words(value), "needed": words(needed)])
        case .service(let reason): reason
        case .decision(_, let reason): words(reason)
        case .uncaughtError(_, let message): message
        case .tooMuch(let limit): String(limit)
        case .noBranch, .stuck, .unknownProcess, .noLink: nil
        }
    }
}
