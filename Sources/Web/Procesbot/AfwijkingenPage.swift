import Basics
import Bibliotheek
import Bpmn
import Zaken

/// Deviations that are alike, and which of them belong in the drawing.
struct AfwijkingenPage: Page {
    /// How zaken go by the drawing; nothing where there are none.
    let course: ZaakloopPart?
    let patterns: [Pattern]
    let empty: Empty?

    struct Pattern: Sendable {
        let from: String
        let to: String
        let count: String
        let ends: [End]
        let reasons: [Reason]
        let shared: String?
        /// The facts that they have in common, with how many others have them.
        let facts: [Reason]
        let sources: String?
        let proposal: Proposal?
    }

    struct End: Sendable {
        let text: String
    }

    struct Reason: Sendable {
        let text: String
    }

    /// What belongs in the drawing: where, with a draft of it, or why that cannot be made by itself.
    struct Proposal: Sendable {
        let place: String
        /// When that way is taken, where facts tell it.
        let when: String?
        let draft: Draft?
        /// The same as a rule of a decision table, where a table looks at those facts.
        let rule: Draft?
        let impossible: String?
    }

    /// A draft that can be made and opened.
    struct Draft: Sendable {
        let path: String
        let from: String
        let to: String
        let facts: String
        let kind: String
        let label: String
        let hint: String
    }

    /// The kinds of draft.
    static let (keuze, regel) = ("keuze", "regel")

    static let template = "procesbot/afwijkingen"
    static let area: Area? = .procesbot

    static let sample = AfwijkingenPage(
        course: .sample,
        patterns: [
            Pattern(
                from: "A.2.2 Bel de klant", to: "A.3.1 Stel een regeling voor", count: "6 keer",
                ends: [End(text: "Voldaan: 4")], reasons: [Reason(text: "Klant belde zelf en wil een regeling.")],
                shared: "regeling, klant", facts: [Reason(text: "segment: hulp (ook bij 1 van 40 anderen)")],
                sources: "02 §2.4",
                proposal: Proposal(
                    place: "Vóór A.2.2", when: "als segment “hulp” is", draft: sampleDraft, rule: sampleDraft,
                    impossible: "Er is meer dan één weg."))
        ], empty: Empty(title: "Nog geen afwijkingen", text: "Niemand week af.", way: nil))

    private static let sampleDraft = Draft(
        path: "/procesbot/afwijkingen", from: "A.2.2", to: "A.3.1", facts: "segment = \"hulp\"", kind: keuze,
        label: "Maak een ontwerp", hint: "Bekijk het eerst.")

    static let variants: [(name: String, page: AfwijkingenPage)] = [
        ("gevuld", AfwijkingenPage(course: .sample, patterns: sample.patterns, empty: nil)),
        ("leeg", AfwijkingenPage(course: nil, patterns: [], empty: sample.empty)),
    ]
}

extension AfwijkingenPage {
    init(_ look: AfwijkingenLook, mayDraft: Bool, _ words: Words) {
        self.init(
            course: ZaakloopPart(look.loop, called: look.steps, words),
            patterns: look.patterns.prefix(100).map { Pattern($0, look, mayDraft: mayDraft, words) },
            empty: look.patterns.isEmpty
                ? Empty(title: words("deviations.none"), text: words("deviations.none_text"), way: nil) : nil)
    }
}

extension AfwijkingenPage.Pattern {
    init(_ one: Afwijkingspatroon, _ look: AfwijkingenLook, mayDraft: Bool, _ words: Words) {
        let (from, to) = (look.steps[one.van] ?? one.van, look.steps[one.naar] ?? one.naar)
        self.init(
            from: from, to: to, count: words("deviations.times", count: one.aantal),
            ends: one.afloop.map { end in
                let name =
                    end.resultaat.map { look.results[$0]?[words.language.rawValue] ?? $0 } ?? words("deviations.open")
                return .init(text: "\(name): \(words.number(end.aantal))")
            }, reasons: one.redenen.map { .init(text: $0) },
            shared: one.gedeeld.isEmpty ? nil : one.gedeeld.joined(separator: ", "),
            facts: one.kenmerken.prefix(5).map { .init(text: words.fact($0, called: look.name(of: $0, words))) },
            sources: one.bronnen.isEmpty ? nil : one.bronnen.joined(separator: "; "),
            proposal: one.isVoorstel
                ? .init(one, words("deviations.place", ["from": from, "to": to]), look, mayDraft: mayDraft, words) : nil
        )
    }
}

extension AfwijkingenPage.Proposal {
    init(_ one: Afwijkingspatroon, _ place: String, _ look: AfwijkingenLook, mayDraft: Bool, _ words: Words) {
        self.place = place
        let facts = one.aanleiding.map { words.bare($0, called: look.name(of: $0, words)) }
        when = facts.isEmpty ? nil : words("deviations.when", ["facts": facts.joined(separator: ", ")])
        rule =
            mayDraft && look.rule(for: one, words) != nil
            ? .init(one, AfwijkingenPage.regel, words("deviations.rule_do"), words("deviations.rule_hint")) : nil
        switch look.drawing(for: one, words) {
        case .success?:
            draft =
                mayDraft
                ? .init(one, AfwijkingenPage.keuze, words("deviations.draft_do"), words("deviations.draft_hint")) : nil
            impossible = nil
        case .failure(.noSuchStep)?: (draft, impossible) = (nil, look.apart(one, words))
        case .failure(let refusal)?: (draft, impossible) = (nil, refusal.sentence(words))
        case nil: (draft, impossible) = (nil, words("deviations.no_process"))
        }
    }
}

extension AfwijkingenLook {
    /// That the steps stand in two drawings, and which; or that one of them stands in none any more.
    fileprivate func apart(_ one: Afwijkingspatroon, _ words: Words) -> String {
        guard let here = process(of: one.van), let there = process(of: one.naar), here != there else {
            return words("deviations.no_process")
        }
        return words("deviations.other_process", ["here": words.drawn(here), "there": words.drawn(there)])
    }
}

extension AddedChoice.Refusal {
    fileprivate func sentence(_ words: Words) -> String {
        switch self {
        case .noSuchStep: words("deviations.no_process")
        case .differentScopes: words("deviations.other_scope")
        case .noWayIn: words("deviations.no_way_in")
        }
    }
}

extension AfwijkingenPage.Draft {
    init(_ one: Afwijkingspatroon, _ kind: String, _ label: String, _ hint: String) {
        self.init(
            path: AdvicePaths.deviations(), from: one.van, to: one.naar, facts: one.sleutel, kind: kind, label: label,
            hint: hint)
    }
}

extension Words {
    /// A fact that deviations have in common, and how many others have it.
    fileprivate func fact(_ one: Kenmerk, called name: String) -> String {
        guard one.bekeken > 0 else { return bare(one, called: name) }
        return self(
            "deviations.fact_others",
            ["fact": bare(one, called: name), "n": number(one.anderen), "all": number(one.bekeken)])
    }

    fileprivate func bare(_ one: Kenmerk, called name: String) -> String {
        switch one.toets {
        case .gelijk(let value): self("deviations.fact_equal", ["fact": name, "value": said(value)])
        case .minstens(let least): self("deviations.fact_least", ["fact": name, "value": decimal(least.description)])
        case .hooguit(let most): self("deviations.fact_most", ["fact": name, "value": decimal(most.description)])
        }
    }

    private func said(_ value: JSON) -> String {
        value.number.map { decimal($0.description) } ?? value.day.map { date($0) } ?? fact(value)
    }
}
