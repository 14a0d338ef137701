/// The processes that run zaken.
struct ProcessenPage: Page {
    let processes: [Process]
    let empty: Empty?

    struct Process: Sendable {
        let name: String
        let code: String
        let path: String
        let version: String
        let since: String
    }

    static let template = "processen/lijst"
    static let area: Area? = .processen

    static let sample = ProcessenPage(
        processes: [
            Process(
                name: "Incasso", code: "incasso", path: "/processen/incasso", version: "versie 3", since: "1 juni 2026"),
            Process(
                name: "Betalingsregeling", code: "regeling", path: "/processen/regeling", version: "versie 1",
                since: "2 januari 2026"),
        ], empty: Empty(title: "Nog geen processen", text: "Voer een proces in met ontknoop bpmn deploy.", way: nil))

    static let variants: [(name: String, page: ProcessenPage)] = [
        ("gevuld", ProcessenPage(processes: sample.processes, empty: nil))
    ]
}

/// One process: its drawing, the same as a list, and its versions.
struct ProcesPage: Page {
    let name: String
    let line: String
    let svg: SafeMarkup?
    let phases: [DiagramPart.Phase]
    let versions: [Version]

    struct Version: Sendable {
        let label: String
        let path: String
        let when: String
        let who: String
        let current: Bool
    }

    static let template = "processen/proces"
    static let area: Area? = .processen

    static let sample = ProcesPage(
        name: "Incasso", line: "versie 3, in gebruik sinds 1 juni 2026", svg: DiagramPart.sample.svg,
        phases: DiagramPart.sample.phases,
        versions: [
            Version(label: "versie 3", path: "/processen/incasso", when: "1 juni 2026", who: "Cora", current: true),
            Version(
                label: "versie 2", path: "/processen/incasso?versie=2", when: "2 maart 2026", who: "Cora",
                current: false),
        ])
}
