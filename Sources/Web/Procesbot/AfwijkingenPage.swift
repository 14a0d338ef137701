import Basics
import Bibliotheek

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

    /// A draft for the drawing: where it belongs and how it could look.
    struct Proposal: Sendable {
        let place: String
        let draft: String
    }

    static let template = "procesbot/afwijkingen"
    static let area: Area? = .procesbot

    static let sample = AfwijkingenPage(
        patterns: [
            Pattern(
                from: "A.2.2 Bel de klant", to: "A.3.1 Stel een regeling voor", count: "6 keer",
                ends: [End(text: "Voldaan: 4")], reasons: [Reason(text: "Klant belde zelf en wil een regeling.")],
                shared: "regeling, klant", proposal: Proposal(place: "Na A.2.2", draft: "<bpmn:exclusiveGateway/>"))
        ], empty: Empty(title: "Nog geen afwijkingen", text: "Niemand week af.", way: nil))

    static let variants: [(name: String, page: AfwijkingenPage)] = [
        ("gevuld", AfwijkingenPage(patterns: sample.patterns, empty: nil)),
        ("leeg", AfwijkingenPage(patterns: [], empty: sample.empty)),
    ]
}

extension AfwijkingenPage {
    init(_ all: [Afwijkingspatroon], steps: [String: String], results: [String: String], _ words: Words) {
        self.init(
            patterns: all.prefix(100).map { Pattern($0, steps, results, words) },
            empty: all.isEmpty
                ? Empty(title: words("deviations.none"), text: words("deviations.none_text"), way: nil) : nil)
    }
}

extension AfwijkingenPage.Pattern {
    init(_ one: Afwijkingspatroon, _ steps: [String: String], _ results: [String: String], _ words: Words) {
        let (from, to) = (steps[one.van] ?? one.van, steps[one.naar] ?? one.naar)
        self.init(
            from: from, to: to, count: words("deviations.times", count: one.aantal),
            ends: one.afloop.map { end in
                let name = end.resultaat.map { results[$0] ?? $0 } ?? words("deviations.open")
                return .init(text: "\(name): \(words.number(end.aantal))")
            }, reasons: one.redenen.map { .init(text: $0) },
            shared: one.gedeeld.isEmpty ? nil : one.gedeeld.joined(separator: ", "),
            proposal: one.isVoorstel
                ? .init(
                    place: words("deviations.place", ["from": from, "to": to]),
                    draft: AfwijkingenPage.draft(one, from: from, words)) : nil)
    }
}

extension AfwijkingenPage {
    /// A gateway behind the step that was left, with a way to the step that people went to; the condition is theirs to write.
    static func draft(_ one: Afwijkingspatroon, from: String, _ words: Words) -> String {
        let gateway = "Keuze_na_" + one.van.filter { $0.isLetter || $0.isNumber }
        let question = one.gedeeld.isEmpty ? words("deviations.question") : one.gedeeld.joined(separator: ", ") + "?"
        return """
            <bpmn:exclusiveGateway id="\(gateway)" name="\(escaped(question))" default="\(gateway)_zoals_getekend">
              <bpmn:documentation>\(escaped(words("deviations.because", count: one.aantal))) \(escaped(one.redenen.first ?? ""))</bpmn:documentation>
            </bpmn:exclusiveGateway>
            <bpmn:sequenceFlow id="\(gateway)_afwijking" sourceRef="\(gateway)" targetRef="\(escaped(one.naar))">
              <bpmn:conditionExpression>= …</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="\(gateway)_zoals_getekend" sourceRef="\(gateway)" targetRef="…" />
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
