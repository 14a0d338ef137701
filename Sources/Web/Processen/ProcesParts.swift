/// Whether a process flows soundly: what was found, and the way that leads there.
struct SoundnessPart: Sendable {
    let summary: String
    let state: Chip
    let flaws: [Flaw]

    struct Flaw: Sendable {
        let kind: Chip
        let text: String
        /// The way that leads there, step by step.
        let steps: [Line]
        /// The same page with that way lit up in the drawing.
        let path: String?
    }

    struct Line: Sendable {
        let text: String
    }

    static let sample = SoundnessPart(
        summary: "1 fout in hoe het proces loopt.", state: Chip("let op", "attention"),
        flaws: [
            Flaw(
                kind: Chip("Loopt vast", "urgent"), text: "Bij “Samen” wacht het proces voor altijd.",
                steps: [Line(text: "Begin"), Line(text: "Keuze"), Line(text: "Samen")],
                path: "/processen/incasso?versie=3&fout=1#tekening")
        ])
}

/// The example cases of a process, green or red.
struct ScenariosPart: Sendable {
    let summary: String
    /// Whose they are: those of a file that was handed in, which take the place of those that ship.
    let source: String?
    let scenarios: [One]

    struct One: Sendable {
        let name: String
        let state: Chip
        let problems: [SoundnessPart.Line]
        let went: String?
    }

    static let sample = ScenariosPart(
        summary: "1 van de 2 voorbeeldzaken gaat zoals beschreven.",
        source: "Uit incasso.yaml; deze komen in de plaats van de voorbeeldzaken van Ontknoop.",
        scenarios: [
            One(name: "Klant betaalt na de herinnering", state: Chip("groen", "calm"), problems: [], went: nil),
            One(
                name: "Termijn gemist", state: Chip("rood", "urgent"),
                problems: [SoundnessPart.Line(text: "Kwam niet langs A.2.2.")], went: "A.1.1 → A.2.1"),
        ])
}

/// Where a person hands in example cases of a process, and what was wrong with them.
struct VoorbeeldinvoerPart: Sendable {
    let path: String
    /// Where those that were handed in are taken away.
    let removing: Removing?
    let problems: ZaakPage.Problems?

    struct Removing: Sendable {
        let path: String
        let file: String
    }

    static let sample = VoorbeeldinvoerPart(
        path: "/processen/incasso/voorbeelden?versie=3",
        removing: Removing(path: "/processen/incasso/voorbeelden/verwijdering?versie=3", file: "incasso.yaml"),
        problems: ZaakPage.Problems(problems: [
            Problem(text: "regel 12: een voorbeeldzaak heeft geen veld “stappen”", anchor: "voorbeelden")
        ]))
}

/// The process in words: one line for each step, numbered as they are read, with a place to jump to, and one for each way.
struct OutlinePart: Sendable {
    /// By which the page finds the list.
    let id: String
    let lines: [NamedLine]

    init(id: String, lines: [Line]) { self.init(id: id, named: lines.map(NamedLine.init)) }

    private init(id: String, named lines: [NamedLine]) { (self.id, self.lines) = (id, lines) }

    /// With how a zaak stands to each element, as far as there is something to say.
    func marked(_ state: (String) -> (chip: Chip, isHere: Bool)?) -> OutlinePart {
        OutlinePart(
            id: id,
            named: lines.map { line in
                line.element.flatMap(state).map { line.marked($0.chip, isHere: $0.isHere) } ?? line
            })
    }

    struct Line: Sendable {
        let number: String
        /// Where others refer to; nothing for a line that is no step.
        let anchor: String?
        /// Nothing where the drawing gives the step none.
        let name: String?
        let kind: String
        let details: [SoundnessPart.Line]
        /// How far it is drawn in: 0 to 6.
        let depth: String
        /// How deep it stands.
        let level: String
        /// Whether it is a way, under which its steps stand.
        let isWay: Bool
        let jump: Way?
        /// What it is in the drawing.
        var element: String? = nil
        /// How a zaak stands to it: done, here, passed over.
        var state: Chip? = nil
        var isHere = false
    }

    static let sample = OutlinePart(
        id: "stappen",
        lines: [
            Line(
                number: "1", anchor: "s-begin", name: "Achterstand in betaling", kind: "begin", details: [], depth: "0",
                level: "0",
                isWay: false, jump: nil, element: "begin", state: Chip("gedaan", "calm")),
            Line(
                number: "2", anchor: "s-keuze", name: nil, kind: "keuze",
                details: [SoundnessPart.Line(text: "één van 2 wegen")], depth: "0", level: "0", isWay: false, jump: nil),
            Line(
                number: "a", anchor: nil, name: "weg: ja, hulp nodig", kind: "",
                details: [SoundnessPart.Line(text: "als hulp nodig is")], depth: "1", level: "1", isWay: true, jump: nil
            ),
            Line(
                number: "3", anchor: "s-A.2.2", name: "Belronde", kind: "taak", details: [], depth: "2", level: "2",
                isWay: false,
                jump: Way("Verder bij stap 2", "#s-keuze"), element: "A.2.2", state: Chip("hier", "accent"),
                isHere: true),
        ])
}

/// A line of an outline with its values named once, for all pages that it stands on.
final class NamedLine: Sendable {
    /// What it is in the drawing.
    let element: String?
    let names: Branch

    convenience init(_ line: OutlinePart.Line) {
        self.init(line.element, PageTree.unfold(line) as? Branch ?? Branch([:]))
    }

    private init(_ element: String?, _ names: Branch) { (self.element, self.names) = (element, names) }

    func marked(_ state: Chip, isHere: Bool) -> NamedLine {
        var parts = names.parts
        parts["state"] = PageTree.unfold(state)
        parts["isHere"] = isHere
        return NamedLine(element, Branch(parts))
    }
}

/// What differs between two versions of a process.
struct DifferencesPart: Sendable {
    let summary: String
    let added: [Item]
    let removed: [Item]
    let changed: [Line]

    /// An element, and by which id the drawing has it.
    struct Item: Sendable {
        let text: String
        let element: String
    }

    struct Line: Sendable {
        let name: String
        let element: String
        let what: String
    }

    static let sample = DifferencesPart(
        summary: "1 erbij, 1 weg, 1 veranderd", added: [Item(text: "Huisbezoek", element: "bezoek")],
        removed: [Item(text: "Fax sturen", element: "fax")],
        changed: [Line(name: "Eerst bellen?", element: "keuze", what: "voorwaarde: was a > 1, wordt a > 2")])
}
