/// The processes that run zaken.
struct ProcessenPage: Page {
    let ways: [Way]
    let processes: [Process]
    let empty: Empty?
    let upload: UploadPart?
    /// Files that were handed in and not published.
    var drafts: [Draft] = []

    struct Draft: Sendable {
        let name: String
        let path: String
        let when: String
        let discarding: String
    }

    struct Process: Sendable {
        let name: String
        let code: String
        let path: String
        let version: String
        let since: String
        /// How many zaken are stuck in it.
        var stuck: Chip? = nil
        /// That no zaak begins with it any more.
        var withdrawn: Chip? = nil
    }

    static let template = "processen/lijst"
    static let area: Area? = .processen

    static let sample = ProcessenPage(
        ways: [Way("Tekeningen", "/processen", current: true), Way("Beslissingen", "/beslissingen")],
        processes: [
            Process(
                name: "Incasso", code: "incasso", path: "/processen/incasso", version: "versie 3", since: "1 juni 2026"),
            Process(
                name: "Betalingsregeling", code: "regeling", path: "/processen/regeling", version: "versie 1",
                since: "2 januari 2026",
                stuck: Chip("2 vastgelopen", "urgent"), withdrawn: Chip("Ingetrokken", "attention")),
        ], empty: Empty(title: "Nog geen processen", text: "Voer een proces in met ontknoop bpmn deploy.", way: nil),
        upload: .sample,
        drafts: [
            Draft(
                name: "regeling.bpmn", path: "/ontwerpen/proces/1", when: "vandaag · Cora Voorbeeld",
                discarding: "/ontwerpen/proces/1/verwijdering")
        ])

    static let variants: [(name: String, page: ProcessenPage)] = [
        ("gevuld", ProcessenPage(ways: sample.ways, processes: sample.processes, empty: nil, upload: nil))
    ]
}

/// One process: its drawing, the same as a list, and its versions.
struct ProcesPage: Page {
    let name: String
    let line: String
    let svg: SafeMarkup?
    let outline: OutlinePart?
    let soundness: SoundnessPart?
    let scenarios: ScenariosPart?
    let versions: [Version]
    let download: String
    /// Where zaken on older versions are moved along.
    let moving: Moving?
    /// The zaken that are stuck in it.
    var stuck: StuckPart? = nil
    /// Taking this version out of use, and making it the one that zaken begin with again.
    var withdrawing: Sheet? = nil
    var returning: Sheet? = nil
    var problems: ZaakPage.Problems? = nil
    /// What begins with it or calls it; nothing for a version that is not the one that is used.
    var use: String? = nil
    /// Where example cases of this version are handed in.
    var examples: VoorbeeldinvoerPart? = nil
    /// What happens when it is withdrawn.
    var withdrawingHint = ""

    struct Moving: Sendable {
        let text: String
        let path: String
    }

    struct Version: Sendable {
        let label: String
        let path: String
        let when: String
        let who: String
        let current: Bool
        let running: String
        /// Why it was published.
        let reason: String?
        let comparison: String?
        var withdrawn: Chip? = nil
    }

    static let template = "processen/proces"
    static let area: Area? = .processen

    static let sample = ProcesPage(
        name: "Incasso", line: "versie 3, in gebruik sinds 1 juni 2026", svg: DiagramPart.sample.svg,
        outline: .sample, soundness: .sample, scenarios: .sample,
        versions: [
            Version(
                label: "versie 3", path: "/processen/incasso", when: "1 juni 2026", who: "Cora", current: true,
                running: "12 zaken", reason: "Eerst bellen, dan pas de brief",
                comparison: "/processen/incasso/vergelijking?oud=2&nieuw=3"),
            Version(
                label: "versie 2", path: "/processen/incasso?versie=2", when: "2 maart 2026", who: "Cora",
                current: false, running: "geen zaken", reason: nil, comparison: nil,
                withdrawn: Chip("Ingetrokken", "attention")),
        ], download: "/processen/incasso/bestand?versie=3",
        moving: Moving(text: "40 zaken lopen nog op versie 2.", path: "/processen/incasso/verhuizing?van=2&naar=3"),
        stuck: .sample, withdrawing: .sample, returning: .sample,
        problems: ZaakPage.Problems(problems: [Problem(text: "Zeg waarom.", anchor: "intrekken-reden")]),
        use: "Nieuwe zaken van “Achterstand in betaling” beginnen met de nieuwste versie.", examples: .sample)
}
