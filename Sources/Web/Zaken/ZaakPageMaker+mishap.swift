import Basics
import Engine
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
        let isDrawn = incident.liesInDrawing(instance, facts, recorded, playbook.processen)
        let path = WorkPaths.mending(taak.id)
        return TaakPart.Mishap(
            path: path, cause: incident.cause.sentence(words),
            drawing: isDrawn ? instance.drawing(of: incident).map(drawing) : nil,
            remedy: remedy(incident, isDrawn: isDrawn, hasWays: !ways.isEmpty, hasFacts: !facts.isEmpty),
            way: way(from: incident),
            ask: isAsked(taak) ? nil : Way(words("zaak.ask_owner"), WorkPaths.asking(taak.id)),
            asked: question(about: taak), ways: self.ways(ways, path, id, sent),
            facts: facts.map { field($0, id, sent) }, reason: reason(id + "-reden", sent),
            isFolded: isDrawn || facts.isEmpty && !ways.isEmpty, technical: technical(incident, instance))
    }

    private func reason(_ id: String, _ sent: FormFields) -> Field {
        Field("reden", words("zaak.reason"), .text(sent["reden"] ?? ""), id: id, isRequired: true)
    }

    private func ways(
        _ ways: [ChoiceOffer.Option], _ path: String, _ id: String, _ sent: FormFields
    ) -> TaakPart.Ways? {
        guard !ways.isEmpty else { return nil }
        return TaakPart.Ways(
            path: path,
            options: ways.map { Option($0.flow.id, words.drawn($0.label), chosen: $0.flow.id == sent["weg"]) },
            reason: reason(id + "-weg-reden", sent))
    }

    /// A fact with what it is now, to put right.
    private func field(_ fact: Gegeven, _ id: String, _ sent: FormFields) -> Field {
        let name = TaakPart.Mishap.mark + fact.naam
        let now = words("zaak.fact_now", ["value": said(fact)])
        let value = sent.raw(name) ?? fact.waarde.written
        let kind: Field.Kind =
            switch (fact.veld?.soort, fact.waarde) {
            case (.bedrag?, _): .amount(value)
            case (.datum?, _): .date(value)
            case (.jaNee?, _), (nil, .bool): .yesNo(words.yesNo(typed: value))
            case (.keuze?, _):
                .list(
                    (fact.veld?.opties(known: known) ?? []).map {
                        Option($0.waarde, $0.label[language], chosen: $0.waarde == value)
                    })
            case (.tekst?, _), (.langeTekst?, _), (.getal?, _), (.iban?, _), (nil, _): .text(value)
            }
        return Field(
            name, naming.fact(fact.naam, words), kind, id: "\(id)-\(fact.naam)", hint: now, problem: problem(fact.naam))
    }

    private func said(_ fact: Gegeven) -> String {
        let option = fact.veld?.opties(known: known).first { $0.waarde == fact.waarde.text }
        return option?.label[language] ?? words.drawn(words.fact(fact.waarde))
    }

    private func problem(_ name: String) -> String? {
        guard case .taak(.invalid(let fields)) = refusal, let wrong = fields.first(where: { $0.field == name }) else {
            return nil
        }
        return wrong.reason.sentence(words, naming.fact(name, words))
    }

    private func drawing(_ key: DefinitionKey) -> String {
        let name = words.drawn(playbook.processen[key]?.name ?? key.process)
        return words("mishaps.in_drawing", ["name": name, "n": words.number(key.version)])
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

    private func technical(_ incident: Incident, _ instance: ProcessInstance) -> [TaakPart.Fact] {
        let key = instance.drawing(of: incident)
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
    fileprivate func liesInDrawing(
        _ instance: ProcessInstance, _ facts: [Gegeven], _ recorded: Set<String>, _ library: ProcessLibrary
    ) -> Bool {
        switch cause {
        case .formula, .notUsable:
            facts.isEmpty
                || instance.looksAt(self, in: library).contains {
                    !recorded.contains($0) && !instance.knows($0, at: self)
                }
        case .noBranch, .decision: facts.isEmpty
        case .service: ["unknown-service", "input-missing"].contains(cause.word)
        case .stuck, .unknownProcess, .uncaughtError, .tooMuch, .noLink: true
        }
    }
}

extension Words {
    /// In short what went wrong, by the kind of cause and the word of the service.
    func mishap(_ cause: String, _ word: String?) -> String? {
        if cause.isEmpty { return nil }
        let said = word.flatMap { text("mishaps.service_\($0.replacing("-", with: "_"))") }
        return cause == "service" && said != nil ? said : text("mishaps.short_\(cause)")
    }

    /// What a letter calls a fact, `regeling.totaal`, as people read it: `totaal (regeling)`.
    func letterFact(_ path: String) -> String {
        let parts = path.split(separator: ".").map { part in
            text("facts.\(part)") ?? String(part).replacing(/[A-Z]/) { " " + $0.output.lowercased() }
        }
        guard let last = parts.last, parts.count > 1 else { return parts.joined() }
        return "\(last) (\(parts.dropLast().joined(separator: ", ")))"
    }

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

    /// By the word of the service, and by a second word where there is one that says more.
    private func service(_ reason: String, _ words: Words) -> String {
        let parts = reason.split(separator: " ", maxSplits: 2).map { $0.replacing("-", with: "_") }
        if parts.count > 1, words.text("mishaps.service_\(parts[0])_\(parts[1])") != nil {
            return words(
                "mishaps.service_\(parts[0])_\(parts[1])",
                ["name": words.letterFact(reason.split(separator: " ").last.map(String.init) ?? "")])
        }
        return words.text("mishaps.service_\(parts.first ?? "")") ?? words("mishaps.service")
    }

    /// The facts of it for who draws, as the engine told them; of what a service said only what names a part of the drawing or a rule.
    fileprivate func technical(_ words: Words) -> [TaakPart.Fact] {
        func fact(_ key: String, _ value: String) -> TaakPart.Fact {
            .init(name: words("zaak.mishap_\(key)"), value: value)
        }
        switch self {
        case .formula(let source, let reason): return [fact("formula", source), fact("said", words(reason))]
        case .notUsable(let source, let value, let needed):
            return [
                fact("formula", source),
                fact(
                    "said",
                    words(
                        "mishaps.not_usable_detail",
                        ["source": source, "value": words(value), "needed": words(needed)])),
            ]
        case .service(let reason):
            let facts = reason.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init)
            let isPlain = ["unknown-service", "input-missing", "forbidden", "gate", "lapsed"].contains(word)
            return isPlain ? facts.map { [fact("said", $0)] } ?? [] : []
        case .decision(let name, let reason): return [fact("decision", name), fact("said", words(reason))]
        case .uncaughtError(let code, let message):
            return [fact("error", code)] + (message.map { [fact("said", $0)] } ?? [])
        case .tooMuch(let limit): return [fact("limit", words.number(limit))]
        case .stuck(let name), .unknownProcess(let name), .noLink(let name): return [fact("said", name)]
        case .noBranch: return []
        }
    }
}
