import Basics
import Engine
import Zaken

/// What the step that failed looks at, as a person reads it and puts it right.
extension ZaakPageMaker {
    /// A fact with what it is now, to put right.
    func field(_ fact: Gegeven, _ needing: [String], _ id: String, _ sent: FormFields) -> Field {
        let name = TaakPart.Mishap.mark + fact.naam
        let now =
            fact.isGegeven || needing.isEmpty
            ? words("zaak.fact_now", ["value": said(fact)])
            : words("zaak.fact_needed", ["name": fact.naam, "formulas": words.row(needing, "common.and")])
        let asks = !fact.isGegeven && fact.veld == nil && fact.maat == .getal ? words("zaak.fact_number") : nil
        let value = sent.raw(name) ?? fact.waarde.written
        let kind: Field.Kind =
            switch (fact.veld?.soort, fact.waarde) {
            case (nil, .null) where fact.maat == .jaNee: .yesNo(words.yesNo(typed: value))
            case (nil, .null) where fact.maat == .datum: .date(value)
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
            name, naming.fact(fact.naam, words), kind, id: "\(id)-\(fact.naam)",
            hint: [now, asks].compactMap(\.self).joined(separator: " "), problem: problem(fact.naam))
    }

    private func said(_ fact: Gegeven) -> String {
        let option = fact.veld?.opties(known: known).first { $0.waarde == fact.waarde.text }
        return option?.label[language] ?? words.drawn(words.fact(fact.waarde))
    }

    private func problem(_ name: String) -> String? {
        guard case .taak(.invalid(let fields)) = refusal, let wrong = fields.first(where: { $0.field == name }) else {
            return nil
        }
        return wrong.reason.sentence(words, naming.label(name, words))
    }

    /// The formulas that need a fact which nobody gave.
    func needing(of incident: Incident, _ fact: Gegeven) -> [String] {
        guard let instance = look.instance, !fact.isGegeven else { return [] }
        return instance.formulas(needing: fact.pad, of: incident, in: playbook.processen).map { "“\($0)”" }
    }

    /// That the drawing is at fault, alone or because no step of it gives what it asks for; or which facts nobody gave yet.
    func blame(_ key: DefinitionKey, _ facts: [Gegeven], isDrawn: Bool) -> String? {
        let definition = playbook.processen[key]
        let (name, n) = (words.drawn(definition?.name ?? key.process), words.number(key.version))
        if isDrawn { return words("mishaps.in_drawing", ["name": name, "n": n]) }
        let asked = facts.filter { !$0.isGegeven }
        let missing = asked.map(\.naam)
        let never = asked.filter { one in definition.map { !playbook.knows(one.pad, in: $0) } ?? false }.map(\.naam)
        if never.isEmpty {
            return missing.isEmpty ? nil : words("mishaps.fact_missing", ["facts": quoted(missing)])
        }
        return words("mishaps.fact_never_given", ["facts": quoted(never), "name": name, "n": n])
    }

    private func quoted(_ names: [String]) -> String { words.row(names.map { "“\($0)”" }, "common.and") }
}
