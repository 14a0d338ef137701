/// One zaak with the bailiff: the dossier, what was reported, and taking it back.
struct OverdrachtPage: Page {
    let number: String
    let zaak: String
    let name: String
    let problems: ZaakPage.Problems?
    let gate: GatePart?
    let handovers: [Handover]
    /// What a court awarded.
    let judgments: [Judgment]
    /// What the bailiff says their own work costs.
    let costs: Costs?
    /// What the bailiff must hear from us, and whether they did.
    let messages: [Message]
    /// Recording that the bailiff was told; nothing when there is nothing to tell.
    let telling: Sheet?
    let recall: Sheet?

    struct Judgment: Sendable {
        let title: String
        let facts: [PersonPart.Fact]
    }

    struct Costs: Sendable {
        let lines: [PersonPart.Fact]
        let total: String
        let hint: String
    }

    struct Message: Sendable {
        let what: String
        let state: Chip
        let detail: String?
    }

    struct Handover: Sendable {
        let title: String
        let state: Chip
        let lines: [Line]
        let reason: String?
    }

    /// A file of the dossier; no path while it is being made, or for who may not have it.
    struct Line: Sendable {
        let name: String
        let path: String?
    }

    static let template = "overdracht/overdracht"
    static let area: Area? = .overdrachten
    static let sample = OverdrachtPage(
        number: "ZAAK-2026-000412", zaak: "/zaken/1", name: "Klant 10482",
        problems: ZaakPage.Problems(problems: [Problem(text: "Vul in waarom.", anchor: "terug-reden")]),
        gate: GatePart.sample,
        handovers: [
            Handover(
                title: "9 juni 2026, Deurwaarder Voorbeeld", state: Chip("bij de deurwaarder", "attention"),
                lines: [Line(name: "Dossier (ZIP)", path: "/documenten/1"), Line(name: "Inventaris", path: nil)],
                reason: "De klant heeft hulp gevonden.")
        ],
        judgments: [
            Judgment(
                title: "Vonnis van 9 juni 2026",
                facts: [.init(name: "Toegewezen hoofdsom", value: "€ 600,00", link: "/zaken/1")])
        ],
        costs: Costs(
            lines: [.init(name: "B.2.1, 9 juni 2026", value: "€ 112,00", link: "/zaken/1")], total: "€ 112,00",
            hint: "Deze kosten staan niet op de rekening van de klant."),
        messages: [
            Message(
                what: "De klant betaalde € 50,00 op 9 juni 2026", state: Chip("nog niet gemeld", "urgent"),
                detail: "9 juni 2026 · Anja Voorbeeld · gebeld")
        ], telling: .sample, recall: .sample)
    static let variants: [(name: String, page: OverdrachtPage)] = [
        (
            "leeg",
            OverdrachtPage(
                number: "ZAAK-2026-000413", zaak: "/zaken/2", name: "Klant 11000", problems: nil, gate: nil,
                handovers: [], judgments: [], costs: nil, messages: [], telling: nil, recall: nil)
        )
    ]
}

/// All zaken with bailiffs, the file with statuses, and what came of each line.
struct OverdrachtenPage: Page {
    let handovers: [Handover]
    let problems: ZaakPage.Problems?
    /// What bailiffs did not hear yet.
    let waiting: [Waiting]
    /// Taking in a file of statuses, for who may.
    let upload: Sheet?
    let reports: [Report]
    let words: String

    struct Handover: Sendable {
        let number: String
        let path: String
        /// Nothing for who may not see people.
        let person: String?
        let bailiff: String
        let day: String
        /// The steps that wait for someone; nothing when none does.
        let waits: String?
        let state: Chip
    }

    struct Waiting: Sendable {
        let number: String
        let path: String
        let bailiff: String
        let what: String
    }

    struct Report: Sendable {
        let number: String
        let path: String?
        let status: String
        let when: String
        let state: Chip
        let why: String?
    }

    static let template = "overdracht/overdrachten"
    static let area: Area? = .overdrachten
    static let sample = OverdrachtenPage(
        handovers: [
            Handover(
                number: "ZAAK-2026-000412", path: "/zaken/1/overdracht", person: "Klant 10482",
                bailiff: "Deurwaarder Voorbeeld", day: "9 juni 2026", waits: "B.1.1",
                state: Chip("bij de deurwaarder", "attention"))
        ], problems: ZaakPage.Problems(problems: [Problem(text: "Dit bestand is leeg.", anchor: "bestand")]),
        waiting: [
            Waiting(
                number: "ZAAK-2026-000412", path: "/zaken/1/overdracht", bailiff: "Deurwaarder Voorbeeld",
                what: "De klant betaalde € 50,00 op 9 juni 2026")
        ], upload: .sample,
        reports: [
            Report(
                number: "ZAAK-2026-000412", path: "/zaken/1", status: "gesommeerd", when: "di 9 juni 10:00",
                state: Chip("geweigerd", "urgent"), why: "De zaak wacht hier niet op, maar op B.2.1.")
        ], words: "gesommeerd, gedagvaard")
    static let variants: [(name: String, page: OverdrachtenPage)] = [
        (
            "leeg",
            OverdrachtenPage(handovers: [], problems: nil, waiting: [], upload: nil, reports: [], words: "gesommeerd")
        )
    ]
}

/// The bailiffs, and the key by which each may report.
struct DeurwaardersPage: Page {
    let lines: [Line]
    let problems: ZaakPage.Problems?
    /// The bailiff that is changed; nothing when one is entered anew.
    let changing: String?
    let form: Sheet
    /// The new key, shown once.
    let key: String?

    struct Line: Sendable {
        let code: String
        let name: String
        let reach: String
        let way: Chip
        let change: String
    }

    static let template = "beheer/deurwaarders"
    static let area: Area? = .beheer
    static let sample = DeurwaardersPage(
        lines: [
            Line(
                code: "voorbeeld", name: "Deurwaarder Voorbeeld", reach: "010 000 00 00",
                way: Chip("met sleutel", "calm"), change: "/beheer/deurwaarders?code=voorbeeld")
        ], problems: ZaakPage.Problems(problems: [Problem(text: "Vul een code in.", anchor: "deurwaarder-code")]),
        changing: nil,
        form: .sample,
        key: "abc")
    static let variants: [(name: String, page: DeurwaardersPage)] = [
        ("leeg", DeurwaardersPage(lines: [], problems: nil, changing: "Wijzig", form: sample.form, key: nil))
    ]
}
