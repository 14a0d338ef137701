/// The creditors: who they are, and what the law asks them to show on every message.
struct SchuldeisersPage: Page {
    let lines: [Line]
    let problems: ZaakPage.Problems?

    struct Line: Sendable {
        let code: String
        let name: String
        let registration: Chip
        let form: Form
    }

    struct Form: Sendable {
        let path: String
        let fields: [Field]
        let isOpen: Bool
    }

    static let template = "beheer/schuldeisers"
    static let area: Area? = .beheer
    static let sample = SchuldeisersPage(
        lines: [
            Line(
                code: "woonstad", name: "Woningcorporatie (demo)", registration: Chip("nummer ontbreekt", "urgent"),
                form: Form(
                    path: "/beheer/schuldeisers/woonstad",
                    fields: [Field("naam", "Naam", .text("Woningcorporatie"), id: "naam-1", isRequired: true)],
                    isOpen: true))
        ], problems: ZaakPage.Problems(problems: [Problem(text: "Vul een nummer in.", anchor: "naam-1")]))
    static let variants: [(name: String, page: SchuldeisersPage)] = [
        ("leeg", SchuldeisersPage(lines: [], problems: nil))
    ]
}
