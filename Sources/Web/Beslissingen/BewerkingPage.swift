/// A decision table as a form.
struct BewerkingPage: Page {
    let name: String
    let back: String
    let path: String
    let version: String
    let rows: String
    let problems: ZaakPage.Problems?
    let policy: Field
    let columns: [ColumnGroup]
    /// Whether the columns are shown at once.
    let columnsOpen: Bool
    let inputs: [TablePart.Column]
    let outputs: [TablePart.Column]
    let annotations: [TablePart.Title]
    let rules: [Rule]
    let findings: [FindingPart]
    let checked: String?
    let removed: Removed?
    /// The example cases that it makes red, once it was to be saved.
    let scenarios: ScenariosPart?
    /// Asks whether to save in spite of what the check found.
    let anyway: Bool
    let fields: [Field]

    /// The columns of one kind.
    struct ColumnGroup: Sendable {
        let side: String
        let title: String
        let count: String
        let add: String
        let columns: [ColumnPart]
    }

    struct ColumnPart: Sendable {
        let key: String
        /// What its buttons send behind their own word.
        let press: String
        let legend: String
        let origin: String
        let fields: [Field]
    }

    struct Rule: Sendable {
        let index: String
        let number: String
        let id: String
        let origin: String
        let cells: [Cell]
        let isFirst: Bool
        let isLast: Bool
    }

    /// A rule that was taken out just now.
    struct Removed: Sendable {
        let label: String
        let press: String
        let fields: [Sheet.Hidden]
    }

    struct Cell: Sendable {
        let name: String
        let label: String
        let value: String
        let isOutput: Bool
        let problem: String?
    }

    static let template = "beslissingen/bewerking"
    static let area: Area? = .processen

    static let sample = BewerkingPage(
        name: "Klantsegment", back: "/beslissingen/klantsegment", path: "/beslissingen/klantsegment/bewerking?tabel=k",
        version: "2", rows: "1",
        problems: ZaakPage.Problems(problems: [Problem(text: "Zeg waarom.", anchor: "reden")]), policy: samplePolicy,
        columns: [
            ColumnGroup(
                side: "in", title: "Invoer", count: "1", add: "Invoer erbij",
                columns: [
                    ColumnPart(
                        key: "in.0", press: "in:0", legend: "Kolom 1: Hulp nodig", origin: "0",
                        fields: [
                            Field("k.in.0.titel", "Kop", .text("Hulp nodig")),
                            Field(
                                "k.in.0.formule", "Formule", .text(""), problem: "Vul de formule in.", isRequired: true),
                        ])
                ])
        ], columnsOpen: true,
        inputs: TablePart.sample.inputs, outputs: TablePart.sample.outputs, annotations: TablePart.sample.annotations,
        rules: [
            Rule(
                index: "0", number: "1", id: "r1", origin: "0",
                cells: [
                    Cell(name: "in.0.0", label: "Regel 1, Hulp nodig", value: "true", isOutput: false, problem: nil),
                    Cell(name: "in.0.1", label: "Regel 1, Betaalverleden", value: "-", isOutput: false, problem: nil),
                    Cell(
                        name: "uit.0.0", label: "Regel 1, Segment", value: "\"hulp", isOutput: true,
                        problem: "1:6: the string does not end"),
                    Cell(name: "bij.0.0", label: "Regel 1, Waarom", value: "", isOutput: false, problem: nil),
                ], isFirst: true, isLast: true)
        ], findings: FindingPart.samples, checked: nil,
        removed: Removed(
            label: "Zet regel 2 terug", press: "terug:1", fields: [Sheet.Hidden(name: "oud.id", value: "r2")]),
        scenarios: .sample,
        anyway: true,
        fields: [
            Field("reden", "Reden", .text(""), id: "reden", isRequired: false),
            Field("vanaf", "Geldig vanaf", .date("2026-06-09"), id: "vanaf", isRequired: false),
        ])

    private static let samplePolicy = Field(
        "trefbeleid", "Trefbeleid", .list([Option("unique", "U: precies één regel past", chosen: true)]),
        isRequired: true)

    static let variants: [(name: String, page: BewerkingPage)] = [
        (
            "in-orde",
            BewerkingPage(
                name: sample.name, back: sample.back, path: sample.path, version: "2", rows: "0", problems: nil,
                policy: samplePolicy, columns: [], columnsOpen: false,
                inputs: sample.inputs, outputs: sample.outputs, annotations: [], rules: [], findings: [],
                checked: "Geen gaten, geen overlap en geen dode regels.", removed: nil, scenarios: nil, anyway: false,
                fields: sample.fields)
        )
    ]
}
