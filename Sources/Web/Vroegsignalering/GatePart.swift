import Basics
import Incasso
import Recht

/// A gate as it stands: what is there, what is missing, each with its article.
struct GatePart: Sendable {
    let title: String
    let state: Chip
    let lines: [Line]
    /// Where proof is added; nothing on that page itself.
    let path: String?

    struct Line: Sendable {
        let text: String
        let article: String
        let state: Chip
        let isMissing: Bool
    }

    static let sample = GatePart(
        title: "Voor een overdracht", state: Chip("er ontbreekt 1 punt", "urgent"),
        lines: [
            Line(
                text: "Persoonlijk contact, of echt geprobeerd", article: "Bgs art. 2 a",
                state: Chip("2 juni 2026", "calm"), isMissing: false),
            Line(
                text: "Signaal aan de gemeente", article: "Bgs art. 2", state: Chip("ontbreekt", "urgent"),
                isMissing: true),
        ], path: "/zaken/1/vroegsignalering")
}

extension Words {
    /// A gate for people, with a way to add what is missing.
    func gate(_ poort: Poort, path: String?) -> GatePart {
        let missing = poort.ontbrekend.count
        return GatePart(
            title: self("gate.for_\(poort.handeling.rawValue)"),
            state: missing == 0
                ? Chip(self("gate.open"), "calm") : Chip(self("gate.missing", count: missing), "urgent"),
            lines: poort.regels.map(line), path: path)
    }

    private func line(_ one: Poort.Regel) -> GatePart.Line {
        let state =
            switch one.staat {
            case .gehaald(let day): Chip(day.map(date) ?? self("gate.there"), "calm")
            case .ontbreekt: Chip(self("gate.lacks"), "urgent")
            case .nietNodig(let why): Chip(self("gate.moot_\(why)"), "note")
            }
        return GatePart.Line(text: sentence(one), article: one.artikel, state: state, isMissing: one.ontbreekt)
    }

    /// A point of the gate; with the states that stand in the way, or the term that runs.
    func sentence(_ one: Poort.Regel) -> String {
        let name = self("gate.point_\(one.punt.rawValue)")
        let more = one.bij.map { word in
            switch one.punt {
            case .uitslag: text("early.result_\(word)") ?? word
            case .bericht: self("post.kind_\(word)").lowercased()
            default: text("states.\(word)") ?? Day(word).map { self("gate.term_until", ["day": date($0)]) } ?? word
            }
        }
        return more.isEmpty ? name : "\(name): \(more.joined(separator: ", "))"
    }
}

extension PoortRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .ontbreekt(let act, let rules):
            let missing = rules.map { "\(words.sentence($0)) (\($0.artikel))" }
            return words(
                "gate.refused", ["act": words("acts.\(act.rawValue)"), "missing": missing.joined(separator: "; ")])
        }
    }
}

extension SignaalRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .proofMissing: words("states.evidence_missing")
        case .dayToCome: words("spec.day_to_come")
        case .unknown: words("early.unknown")
        case .howMissing: words("early.how_missing")
        case .beforeSignal(let day): words("early.before_signal", ["day": words.date(day)])
        case .gemeenteOnbekend(let town): words("early.no_municipality", ["town": town])
        case .codeNotFourDigits: words("early.bad_code")
        case .codeTaken: words("early.code_taken")
        case .nameMissing: words("early.name_missing")
        case .notAnAddress: words("early.bad_address")
        }
    }
}
