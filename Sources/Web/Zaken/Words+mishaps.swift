import Basics
import Engine
import Zaken

extension Words {
    /// In short what went wrong, by the kind of cause and what the service said: in the words of the card at the zaak.
    func mishap(_ cause: String, _ word: String?) -> String? {
        if cause.isEmpty { return nil }
        if cause == "service", let word { return Incident.Cause.service(reason: word).sentence(self) }
        return text("mishaps.short_\(cause)")
    }

    /// What a letter calls a fact, `regeling.totaal`, as people read it: `totaal (regeling)`.
    func letterFact(_ path: String) -> String {
        let parts = path.split(separator: ".").map { part in
            text("facts.\(part)") ?? String(part).replacing(/[A-Z]/) { " " + $0.output.lowercased() }
        }
        guard let last = parts.last, parts.count > 1 else { return parts.joined() }
        return "\(last) (\(parts.dropLast().joined(separator: ", ")))"
    }

    /// A template of letters by its name, and as the drawing calls it.
    func template(_ code: String) -> String {
        if code.isEmpty { return self("common.unknown") }
        return text("letters.\(code)").map { "\($0) (\(code))" } ?? code
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
            let named = reason.split(separator: " ", maxSplits: 2).dropFirst(2).last.map(String.init) ?? ""
            let name = parts[1] == "no_template" ? words.template(named) : words.letterFact(named)
            return words("mishaps.service_\(parts[0])_\(parts[1])", ["name": name])
        }
        return words.text("mishaps.service_\(parts.first ?? "")") ?? words("mishaps.service")
    }

    /// The facts of it for who draws, as the engine told them; of what a service said only what names a part of the drawing or a rule.
    func technical(_ words: Words) -> [TaakPart.Fact] {
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
            let isPlain = ["unknown-service", "input-missing", "forbidden", "gate", "lapsed", "no-letter"].contains(
                word)
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
