/// Files that come in: putting one in, and how the earlier ones went.
struct ImportsPage: Page {
    let kinds: [Option]
    let creditors: [Option]
    let problems: ZaakPage.Problems?
    let runs: [Run]
    /// Payments that nobody could place yet, and where they are.
    let waiting: Way?

    struct Run: Sendable {
        let file: String
        let path: String
        let kind: String
        let when: String
        let who: String
        let state: Chip
        let counts: String
    }

    static let template = "imports/lijst"
    static let area: Area? = .imports

    static let sample = ImportsPage(
        kinds: [
            Option("csv", "Openstaande posten (CSV)", chosen: true), Option("ubl", "Factuur (UBL)"),
            Option("camt", "Bankafschrift (camt.053)"),
        ], creditors: [Option("demo", "Woningcorporatie (demo)", chosen: true)],
        problems: ZaakPage.Problems(problems: [Problem(text: "Dit bestand is geen bankafschrift.", anchor: "bestand")]),
        runs: [
            Run(
                file: "posten-juni.csv", path: "/imports/1", kind: "Openstaande posten", when: "vandaag 09:10",
                who: "Anja Voorbeeld", state: Chip("klaar", "calm"), counts: "118 nieuw, 2 afgekeurd"),
            Run(
                file: "afschrift-0612.xml", path: "/imports/2", kind: "Bankafschrift", when: "vandaag 09:12",
                who: "Anja Voorbeeld", state: Chip("bezig", "attention"), counts: "64 van 210"),
        ],
        waiting: Way("1 betaling wacht op een plaats.", "/betalingen"))

    static let variants: [(name: String, page: ImportsPage)] = [
        (
            "leeg",
            ImportsPage(
                kinds: sample.kinds, creditors: sample.creditors, problems: nil, runs: [], waiting: nil)
        )
    ]
}

/// How one file went: what went in, and each line that was rejected with its reason.
struct ImportPage: Page {
    let title: String
    let line: String
    let state: Chip
    /// Why the whole file was refused.
    let problem: String?
    /// Payments that nobody could place, and where they are.
    let waiting: Way?
    /// Still going in: the page looks again by itself.
    let isBusy: Bool
    let tally: [Count]
    /// That there was no line in it.
    let onlyHeading: String?
    let rejected: [Rejection]
    /// Lines that are in already, with another value than the file has.
    let differing: [Rejection]
    let more: String?

    struct Count: Sendable {
        let name: String
        let value: String
    }

    struct Rejection: Sendable {
        let line: String
        let field: String
        let value: String
        let reason: String
    }

    static let template = "imports/import"
    static let area: Area? = .imports

    static let sample = ImportPage(
        title: "posten-juni.csv", line: "Openstaande posten · vandaag 09:10 · Anja Voorbeeld",
        state: Chip("klaar", "calm"),
        problem: "line 3: [not-a-number]", waiting: Way("1 betaling wacht op een plaats.", "/betalingen"),
        isBusy: true,
        tally: [
            Count(name: "Gelezen", value: "120"), Count(name: "Nieuw", value: "118"),
            Count(name: "Afgekeurd", value: "2"),
        ],
        onlyHeading: "Er stonden geen regels in dit bestand.",
        rejected: [
            Rejection(line: "17", field: "vervaldatum", value: "31-02-2026", reason: "Deze datum bestaat niet"),
            Rejection(line: "88", field: "bedrag", value: "12,345,6", reason: "Dit is geen bedrag"),
        ],
        differing: [
            Rejection(line: "9", field: "openstaand", value: "60.00 ≠ 50.00", reason: "Deze vordering kennen we al")
        ], more: "En nog 12 regels.")
}
