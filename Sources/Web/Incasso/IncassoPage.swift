/// The batches of direct debits, and preparing a new one.
struct IncassoPage: Page {
    let problems: ZaakPage.Problems?
    let batches: [Batch]
    let empty: Empty?
    /// The form to prepare one, for who may.
    let preparing: Form?
    /// Creditors with their Incassant-ID, for who may set it.
    let creditors: [Creditor]

    struct Batch: Sendable {
        let path: String
        let day: String
        let creditor: String
        let state: Chip
        let detail: String
    }

    struct Form: Sendable {
        let path: String
        let fields: [Field]
        let hint: String
    }

    struct Creditor: Sendable {
        let name: String
        let path: String
        let field: Field
    }

    static let template = "incasso/lijst"
    static let area: Area? = .betalingen
}

extension IncassoPage {
    static let sample = IncassoPage(
        problems: ZaakPage.Problems(problems: [Problem(text: "Dit is geen bankdag.", anchor: "incasso-dag")]),
        batches: [
            Batch(
                path: "/incassobatches/1", day: "1 juli 2026", creditor: "Woonstichting",
                state: Chip("voorbereid", "attention"),
                detail: "12 afschrijvingen, samen € 1.200,00")
        ], empty: Empty(title: "Nog niets afgeschreven", text: "Bereid een batch voor.", way: nil),
        preparing: Form(
            path: "/incasso",
            fields: [Field("dag", "Afschrijven op", .date("2026-07-01"), id: "incasso-dag", isRequired: true)],
            hint: "Op zijn vroegst 1 juli."),
        creditors: [
            Creditor(
                name: "Woonstichting", path: "/incasso/demo/incassant",
                field: Field("incassant", "Incassant-ID", .text("")))
        ])

    static let variants: [(name: String, page: IncassoPage)] = [
        (
            "leeg",
            IncassoPage(
                problems: nil, batches: [], empty: Empty(title: "Nog niets", text: "Vraag een machtiging.", way: nil),
                preparing: nil, creditors: [])
        )
    ]
}
