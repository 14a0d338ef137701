/// What a zaak can show before a signal to the municipality, the signals it gave, and the gates.
struct VroegsignaleringPage: Page {
    let number: String
    let zaak: String
    let name: String
    let problems: ZaakPage.Problems?
    let duty: String
    let steps: [Step]
    let signals: [Signal]
    let gates: [GatePart]
    let giving: Sheet?
    /// Whether a signal that goes now is one with more haste than before.
    let isRaise: Bool
    let adding: Sheet?
    /// What a municipality told of the newest signal.
    let reporting: Sheet?

    /// One step with what proves it.
    struct Step: Sendable {
        let title: String
        let article: String
        let state: Chip
        let proofs: [Proof]
    }

    struct Proof: Sendable {
        let day: String
        let what: String
        let detail: String?
        let document: String?
        /// Where to take it back; nothing for what happened by itself.
        let withdrawal: Sheet?
    }

    struct Signal: Sendable {
        let title: String
        let detail: String
        let state: Chip
        let file: String
        /// What the municipality said, or why it was not told.
        let answer: String?
        /// How often a call was made in vain.
        let tries: String?
        /// The answer as it came.
        let raw: String?
        let reports: [Report]
    }

    /// What the municipality reported back later.
    struct Report: Sendable {
        let title: String
        let detail: String
        let state: Chip?
        /// Where a person says that it was weighed; nothing where a taak or A.4.1 asks, or nothing waits.
        let weighing: Sheet?
    }

    static let template = "vroegsignalering/vroegsignalering"
    static let area: Area? = .werkvoorraad

    static let sample = VroegsignaleringPage(
        number: "ZAAK-2026-000412", zaak: "/zaken/1", name: "Klant 10482",
        problems: ZaakPage.Problems(problems: [Problem(text: "Vul in waaruit dat blijkt.", anchor: "bewijs-bewijs")]),
        duty: "Bij deze vordering moet u het signaal geven.",
        steps: [
            Step(
                title: "Persoonlijk contact, of echt geprobeerd", article: "Bgs art. 2 a", state: Chip("klaar", "calm"),
                proofs: [
                    Proof(
                        day: "2 juni 2026", what: "Gebeld in de middag, niet bereikt", detail: "Voicemail ingesproken",
                        document: "/documenten/1",
                        withdrawal: .sample)
                ])
        ],
        signals: [
            Signal(
                title: "Rotterdam, € 711,20", detail: "9 juni 2026", state: Chip("bevestigd", "calm"),
                file: "/documenten/2", answer: "Aangenomen op 9 juni 2026 onder V-17.", tries: "Twee keer geprobeerd.",
                raw: "201 {\"kenmerk\": \"V-17\"}",
                reports: [
                    Report(
                        title: "Er is hulp bij geldzorgen begonnen", detail: "Gemeld op 20 juni 2026",
                        state: Chip("wacht op een besluit", "attention"), weighing: .sample)
                ])
        ], gates: [GatePart.sample],
        giving: .sample, isRaise: true, adding: .sample, reporting: .sample)

    static let variants: [(name: String, page: VroegsignaleringPage)] = [
        (
            "leeg",
            VroegsignaleringPage(
                number: "ZAAK-2026-000413", zaak: "/zaken/2", name: "Klant 11000", problems: nil, duty: "Niet nodig.",
                steps: [Step(title: "Aanbod", article: "Bgs art. 2 d", state: Chip("ontbreekt", "urgent"), proofs: [])],
                signals: [], gates: [], giving: nil, isRaise: false, adding: nil, reporting: nil)
        )
    ]
}

/// The municipalities that receive signals, and where.
struct GemeentenPage: Page {
    let lines: [Line]
    let problems: ZaakPage.Problems?
    /// The municipality that is changed; nothing when one is entered anew.
    let changing: String?
    let form: Sheet
    /// The key with which it reports back, shown this once.
    let key: String?

    struct Line: Sendable {
        let code: String
        let name: String
        let towns: String
        let way: Chip
        let change: String
    }

    static let template = "beheer/gemeenten"
    static let area: Area? = .beheer
    static let sample = GemeentenPage(
        lines: [
            Line(
                code: "0599", name: "Rotterdam", towns: "Rotterdam, Rozenburg", way: Chip("automatisch", "calm"),
                change: "/beheer/gemeenten?code=0599")
        ],
        problems: ZaakPage.Problems(problems: [
            Problem(text: "Een gemeentecode heeft vier cijfers.", anchor: "gemeente-code")
        ]),
        changing: "Wijzig Rotterdam",
        form: .sample, key: "3f9a")
    static let variants: [(name: String, page: GemeentenPage)] = [
        ("leeg", GemeentenPage(lines: [], problems: nil, changing: nil, form: sample.form, key: nil))
    ]
}
