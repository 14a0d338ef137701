/// The legal tables that people extend: how far each is known, and the rows that wait for another's agreement.
struct RechtPage: Page {
    let ways: [Way]
    let tables: [Table]
    let waiting: [Waiting]
    let problems: ZaakPage.Problems?

    struct Table: Sendable {
        let name: String
        let path: String
        let newest: String
        let source: String
        let state: Chip
        /// What to do when it is no longer known what holds.
        let advice: String?
    }

    /// A row that someone proposed.
    struct Waiting: Sendable {
        let table: String
        let from: String
        let by: String
        let facts: [SturingPage.Pair]
        /// Where to decide; nothing for who may not.
        let act: Act?

        struct Act: Sendable {
            let path: String
        }
    }

    static let template = "recht/recht"
    static let area: Area? = .processen
    static let sample = RechtPage(
        ways: [Way("Tekeningen", "/processen"), Way("Wettelijke tabellen", "/recht", current: true)],
        tables: [
            Table(
                name: "Beslagvrije voet", path: "/recht/beslagvrije-voet.yaml/periodes", newest: "1 januari 2026",
                source: "Rv 475da", state: Chip("bekend tot 30 juni 2026", "urgent"), advice: "Voer de bedragen in.")
        ],
        waiting: [
            Waiting(
                table: "Wettelijke rente, consument", from: "1 januari 2027", by: "Pieter Voorbeeld",
                facts: [SturingPage.Pair(name: "Percentage", value: "5")],
                act: Waiting.Act(path: "/rechtsrijen/1/besluit"))
        ], problems: ZaakPage.Problems(problems: [Problem(text: "Een ander moet akkoord gaan.", anchor: "inhoud")]))
    static let variants: [(name: String, page: RechtPage)] = [
        ("leeg", RechtPage(ways: sample.ways, tables: [], waiting: [], problems: nil))
    ]
}

/// One legal table: its rows with their sources, and the form for a new one.
struct RechtTabelPage: Page {
    let name: String
    let hint: String?
    let state: Chip
    let rows: [Row]
    let problems: ZaakPage.Problems?
    let form: Form?

    struct Row: Sendable {
        let from: String
        let facts: [SturingPage.Pair]
        let source: String
    }

    struct Form: Sendable {
        let path: String
        let fields: [Field]
    }

    static let template = "recht/tabel"
    static let area: Area? = .processen
    static let sample = RechtTabelPage(
        name: "Wettelijke rente, consument", hint: "Na deze dag rekenen wij voorlopig door.",
        state: Chip("bekend tot 31 december 2026", "calm"),
        rows: [
            Row(
                from: "1 januari 2026", facts: [SturingPage.Pair(name: "Percentage", value: "4")],
                source: "BWBR0047640")
        ], problems: ZaakPage.Problems(problems: [Problem(text: "Vul de bron in.", anchor: "recht-bron")]),
        form: Form(
            path: "/recht/rente.yaml/consument.rijen",
            fields: [Field("bron", "Bron", .text(""), id: "recht-bron", isRequired: true)]))
    static let variants: [(name: String, page: RechtTabelPage)] = [
        (
            "lezen",
            RechtTabelPage(name: sample.name, hint: nil, state: sample.state, rows: [], problems: nil, form: nil)
        )
    ]
}
