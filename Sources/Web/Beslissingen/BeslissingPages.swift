/// The decision models that processes ask.
struct BeslissingenPage: Page {
    let ways: [Way]
    let models: [Model]
    let empty: Empty?
    let upload: UploadPart?

    struct Model: Sendable {
        let name: String
        let path: String
        let tables: String
        let version: String
        let since: String
        let findings: Chip
    }

    static let template = "beslissingen/lijst"
    static let area: Area? = .processen

    static let sample = BeslissingenPage(
        ways: [Way("Tekeningen", "/processen"), Way("Beslissingen", "/beslissingen", current: true)],
        models: [
            Model(
                name: "Klantsegment", path: "/beslissingen/klantsegment", tables: "Betaalverleden, Klantsegment",
                version: "versie 2", since: "1 juni 2026", findings: Chip("2 opmerkingen", "attention"))
        ], empty: Empty(title: "Nog geen beslissingen", text: "Voer een DMN-bestand in.", way: nil), upload: .sample)

    static let variants: [(name: String, page: BeslissingenPage)] = [
        ("gevuld", BeslissingenPage(ways: sample.ways, models: sample.models, empty: nil, upload: nil))
    ]
}

/// A file that may be handed in.
struct UploadPart: Sendable {
    let path: String
    let problems: ZaakPage.Problems?

    static let sample = UploadPart(
        path: "/beslissingen",
        problems: ZaakPage.Problems(problems: [Problem(text: "Kies een bestand.", anchor: "bestand")]))
}

/// One decision model: its tables, a trial, the check, the graph and its versions.
struct BeslissingPage: Page {
    let name: String
    let line: String
    let question: String?
    let tables: [Way]
    /// The table, where the decision is made by one.
    let table: TablePart?
    let literal: String?
    let trial: TrialPart
    let findings: [FindingPart]
    let checked: String?
    let svg: SafeMarkup?
    let needs: [Need]
    let versions: [Version]
    let download: String
    let editing: String?

    struct Need: Sendable {
        let name: String
        let needs: String
    }

    struct Version: Sendable {
        let label: String
        let path: String
        let comparison: String?
        let when: String
        let reason: String
        let current: Bool
    }

    static let template = "beslissingen/beslissing"
    static let area: Area? = .processen
}

/// A decision table, perhaps with the rules that fired.
struct TablePart: Sendable {
    let caption: String
    let policy: String
    let meaning: String
    let inputs: [Column]
    let outputs: [Column]
    let annotations: [Title]
    let rows: [Row]

    struct Column: Sendable {
        let title: String
        let detail: String?
    }

    struct Title: Sendable {
        let title: String
    }

    struct Row: Sendable {
        let number: String
        let fired: Bool
        /// Whether the version before had it otherwise: a word and its tone.
        let state: Chip?
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let text: String
        let isOutput: Bool
        /// What stood there in the older version.
        let old: String?
    }
}

/// Facts to try a decision with, and what comes of them.
struct TrialPart: Sendable {
    let path: String
    let table: String
    let version: String
    let fields: [Field]
    let outcome: Outcome?

    struct Outcome: Sendable {
        let value: String
        let rules: String
        /// What the decisions gave that it rests on.
        let steps: [Line]
        /// The rules that fired, in words.
        let fired: [Line]
        let problems: [Line]
    }

    struct Line: Sendable {
        let text: String
    }
}

/// Something that the check of a table found.
struct FindingPart: Sendable {
    let kind: Chip
    let text: String
    let example: String?
    /// The trial with these facts.
    let path: String?
}
