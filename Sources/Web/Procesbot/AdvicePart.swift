/// An advice as people read it.
struct AdvicePart: Sendable {
    /// What to do first where a question tells of danger to someone.
    var dangers: [String]
    /// That nothing is done here, or that the library is in another language than the question.
    var notices: [String]
    let heading: String
    /// Nothing where advice is refused.
    let certainty: Chip?
    let meaning: String
    /// Words that were read as another word.
    let readAs: String?
    let refused: Refused?
    let route: Route?
    let missing: Missing?
    let conflicts: Conflicts?
    let tell: Say?
    let handover: Say?

    struct Refused: Sendable {
        /// The kind of refusal.
        let reason: Chip
        let title: String
        let text: String
        let instead: String
        let near: Near?
    }

    /// What the library says nearest to the question.
    struct Near: Sendable {
        let sources: [Source]
    }

    struct Route: Sendable {
        let steps: [Step]
        /// The steps behind the first few, folded away.
        let rest: Rest?
    }

    struct Rest: Sendable {
        let label: String
        let start: String
        let steps: [Step]
    }

    struct Step: Sendable {
        let step: String
        /// What the step lists, when it announces a list.
        let items: [String]
        /// Whether the step is the source's own words, so that they need not stand there twice.
        let isQuote: Bool
        /// Why; nothing where it is the reason of the step before.
        let why: String?
        let sources: [Source]
        /// Counted from 1.
        let number: String
        /// Whether a person can tick it, to adopt this step.
        let mayTick: Bool
        /// Whether it was ticked already.
        let ticked: Bool
    }

    /// Words of a source, with a link that opens it at those words.
    struct Source: Sendable {
        let quote: String?
        let label: String
        let path: String
    }

    struct Missing: Sendable {
        let questions: [Question]
    }

    struct Question: Sendable {
        let question: String
    }

    struct Conflicts: Sendable {
        let pairs: [Pair]
    }

    struct Pair: Sendable {
        let about: String
        let sources: [Source]
    }

    struct Say: Sendable {
        let lines: [Line]
    }

    struct Line: Sendable {
        let text: String
        let path: String
        let label: String
    }

    static let source = Source(
        quote: "Past als de klant in Rotterdam woont.", label: "Routekeuze 1.0, §2.4 Route C",
        path: "/bibliotheek/1/versies/1?citaat=10-50#citaat")

    static let sample = AdvicePart(
        dangers: ["Bel eerst 112."], notices: ["Ik doe niets."], heading: "Voorgestelde route",
        certainty: Chip("waarschijnlijk", "attention"), meaning: "Van adviezen met zoveel steun klopte het meeste.",
        readAs: "“schuldn” is gelezen als “schulden”.",
        refused: Refused(
            reason: Chip("vraagt om een besluit", "attention"), title: "Geen advies",
            text: "De bibliotheek bevat geen antwoord.", instead: "Vraag de teamleider.",
            near: Near(sources: [source])),
        route: Route(
            steps: [
                Step(
                    step: "Neem mee:", items: ["de naam;", "de oorzaak."], isQuote: true, why: "Want: schulden elders.",
                    sources: [source], number: "1", mayTick: true, ticked: true)
            ],
            rest: Rest(
                label: "Nog 1 stap", start: "2",
                steps: [
                    Step(
                        step: "Draag over:", items: ["na toestemming."], isQuote: false, why: "Want: toestemming.",
                        sources: [source], number: "2", mayTick: false, ticked: false)
                ])),
        missing: Missing(questions: [Question(question: "Waar woont de klant?")]),
        conflicts: Conflicts(pairs: [Pair(about: "Duur", sources: [source, source])]),
        tell: Say(lines: [Line(text: "De dossiers liggen 60 dagen stil.", path: "/bibliotheek/1", label: "§3.5")]),
        handover: Say(lines: [Line(text: "Neem de oorzaak mee.", path: "/bibliotheek/1", label: "§3.4")]))

    static let refusedSample = AdvicePart(
        dangers: [], notices: [], heading: "Wat de bibliotheek erover zegt", certainty: nil, meaning: "", readAs: nil,
        refused: sample.refused, route: nil, missing: nil, conflicts: nil, tell: nil, handover: nil)
}
