import Basics
import Bibliotheek
import Bpmn
import Zaken

/// Deviations that are alike, and which of them belong in the drawing.
struct AfwijkingenPage: Page {
    let patterns: [Pattern]
    let empty: Empty?

    struct Pattern: Sendable {
        let from: String
        let to: String
        let count: String
        let ends: [End]
        let reasons: [Reason]
        let shared: String?
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
        let draft: Draft?
        let impossible: String?
    }

    /// A draft that can be made and opened.
    struct Draft: Sendable {
        let path: String
        let from: String
        let to: String
    }

    static let template = "procesbot/afwijkingen"
    static let area: Area? = .procesbot

    static let sample = AfwijkingenPage(
        patterns: [
            Pattern(
                from: "A.2.2 Bel de klant", to: "A.3.1 Stel een regeling voor", count: "6 keer",
                ends: [End(text: "Voldaan: 4")], reasons: [Reason(text: "Klant belde zelf en wil een regeling.")],
                shared: "regeling, klant",
                proposal: Proposal(
                    place: "Na A.2.2", draft: Draft(path: "/procesbot/afwijkingen", from: "A.2.2", to: "A.3.1"),
                    impossible: "Er is meer dan één weg."))
        ], empty: Empty(title: "Nog geen afwijkingen", text: "Niemand week af.", way: nil))

    static let variants: [(name: String, page: AfwijkingenPage)] = [
        ("gevuld", AfwijkingenPage(patterns: sample.patterns, empty: nil)),
        ("leeg", AfwijkingenPage(patterns: [], empty: sample.empty)),
    ]
}

extension AfwijkingenPage {
    init(_ look: AfwijkingenLook, mayDraft: Bool, _ words: Words) {
        self.init(
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
            proposal: one.isVoorstel
                ? .init(one, words("deviations.place", ["from": from, "to": to]), look, mayDraft: mayDraft, words) : nil
        )
    }
}

extension AfwijkingenPage.Proposal {
    init(_ one: Afwijkingspatroon, _ place: String, _ look: AfwijkingenLook, mayDraft: Bool, _ words: Words) {
        self.place = place
        switch look.drawing(for: one, words) {
        case .success?:
            draft = mayDraft ? .init(path: AdvicePaths.deviations(), from: one.van, to: one.naar) : nil
            impossible = nil
        case .failure(let refusal)?: (draft, impossible) = (nil, refusal.sentence(words))
        case nil: (draft, impossible) = (nil, words("deviations.no_process"))
        }
    }
}

extension AddedChoice.Refusal {
    fileprivate func sentence(_ words: Words) -> String {
        switch self {
        case .noSuchStep: words("deviations.no_process")
        case .differentScopes: words("deviations.other_scope")
        case .noSingleWay: words("deviations.many_ways")
        }
    }
}
