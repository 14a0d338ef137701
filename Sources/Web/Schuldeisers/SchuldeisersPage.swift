/// The creditors: who they are, and what the law asks them to show on every message.
struct SchuldeisersPage: Page {
    let lines: [Line]
    let problems: ZaakPage.Problems?

    struct Line: Sendable {
        let code: String
        let name: String
        let registration: Chip
        /// Whether someone came here to change it.
        let isAsked: Bool
        let form: Sheet
    }

    static let template = "beheer/schuldeisers"
    static let area: Area? = .beheer
    static let sample = SchuldeisersPage(
        lines: [
            Line(
                code: "woonstad", name: "Woningcorporatie (demo)", registration: Chip("nummer ontbreekt", "urgent"),
                isAsked: true,
                form: .sample)
        ], problems: ZaakPage.Problems(problems: [Problem(text: "Vul een nummer in.", anchor: "naam-1")]))
    static let variants: [(name: String, page: SchuldeisersPage)] = [
        ("leeg", SchuldeisersPage(lines: [], problems: nil))
    ]
}
