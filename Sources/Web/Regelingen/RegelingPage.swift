/// Planning what someone pays a month: the amount, what follows from it, what fits, and how that was computed.
struct RegelingPage: Page {
    let name: String
    let klant: String
    let path: String
    let adoption: String
    let problems: ZaakPage.Problems?
    /// Arrangements that run, shown as one.
    let running: Running?
    /// The form; nothing when no zaak can get an arrangement.
    let plan: Plan?
    let noPlan: Empty?

    struct Plan: Sendable {
        let total: String
        let amount: Amount
        let day: Field
        let zaken: [Zaak]
        let answers: [Field]
        let outcome: Outcome
        let choices: [Choice]
        let noChoices: String?
        let spare: Spare?
    }

    struct Amount: Sendable {
        let value: String
        let least: String
        let most: String
        let label: String
    }

    /// A zaak that takes part, or why it does not.
    struct Zaak: Sendable {
        let id: String
        let label: String
        let open: String
        let chosen: Bool
        let excluded: String?
        /// What stands beside the arrangement whose place the proposal takes.
        let replaces: String?
    }

    struct Outcome: Sendable {
        let refused: String?
        let summary: Summary?
        let warnings: [String]
        let parts: [Part]
        /// Where the money goes, when there are several creditors.
        let creditors: [Creditor]
        let months: [Due]
    }

    /// What would be due on a day.
    struct Due: Sendable {
        let day: String
        let amount: String
    }

    struct Summary: Sendable {
        let terms: String
        let ends: String
        let last: String
    }

    /// What one zaak gets of the amount.
    struct Part: Sendable {
        let name: String
        let open: String
        let perMonth: String
        let terms: String
    }

    /// One of several creditors, each with an account of its own.
    struct Creditor: Sendable {
        let name: String
        let account: String
        let perMonth: String
    }

    struct Month: Sendable {
        let number: String
        let day: String
        let amount: String
        let paid: String
        let state: Chip
    }

    struct Choice: Sendable {
        let value: String
        let amount: String
        let title: String
        let detail: String
        let chosen: Bool
    }

    /// What someone can spare, line by line.
    struct Spare: Sendable {
        let sentence: String
        let doubts: [String]
        let lines: [SpecificatiePage.Line]
        let room: Bool
    }

    struct Running: Sendable {
        let title: String
        let state: Chip
        let perMonth: String
        let zaken: [Way]
        let months: [Month]
    }

    static let template = "regelingen/planner"
    static let area: Area? = .klanten
}

extension RegelingPage {
    static let sample = RegelingPage(
        name: "Klant 10482", klant: "/klanten/1", path: "/klanten/1/regeling", adoption: "/klanten/1/regeling/voorstel",
        problems: ZaakPage.Problems(problems: [Problem(text: "Kies een bedrag.", anchor: "plan-bedrag")]),
        running: Running(
            title: "Samen één plan", state: Chip("loopt", "calm"), perMonth: "€\u{A0}100,00",
            zaken: [Way("ZAAK-2026-000412", "/zaken/1")],
            months: [
                Month(
                    number: "1", day: "ma 1 juni", amount: "€\u{A0}100,00", paid: "€\u{A0}100,00",
                    state: Chip("betaald", "calm"))
            ]),
        plan: Plan(
            total: "€\u{A0}1.276,52",
            amount: Amount(value: "106,38", least: "5", most: "1276", label: "Bedrag per maand"),
            day: Field("eersteDag", "Eerste termijn op", .date("2026-07-01"), id: "plan-dag", isRequired: true),
            zaken: [
                Zaak(
                    id: "1", label: "ZAAK-2026-000412 Huur", open: "€\u{A0}1.276,52", chosen: true, excluded: nil,
                    replaces: "Nieuw naast de regeling: € 80,00."),
                Zaak(
                    id: "2", label: "ZAAK-2026-000413 Water", open: "€\u{A0}80,00", chosen: false,
                    excluded: "er loopt al een regeling", replaces: nil),
            ], answers: [Field("netto", "Netto-inkomen", .amount("2050"), id: "plan-netto")],
            outcome: Outcome(
                refused: nil, summary: Summary(terms: "12 termijnen", ends: "1 juni 2027", last: "€\u{A0}106,34"),
                warnings: ["Dit is meer dan past."],
                parts: [
                    Part(
                        name: "ZAAK-2026-000412", open: "€\u{A0}1.276,52", perMonth: "€\u{A0}106,38",
                        terms: "12 termijnen")
                ],
                creditors: [
                    Creditor(name: "Woonstichting", account: "NL13 TEST 0123 4567 89", perMonth: "€\u{A0}80,00")
                ],
                months: [Due(day: "wo 1 juli", amount: "€\u{A0}106,38")]),
            choices: [
                Choice(
                    value: "106,38", amount: "€\u{A0}106,38", title: "Gewoon tempo",
                    detail: "12 termijnen, tot en met 1 juni 2027", chosen: true),
                Choice(
                    value: "36,00", amount: "€\u{A0}36,00", title: "Rustig aan",
                    detail: "36 termijnen, tot en met 1 juni 2029", chosen: false),
            ], noChoices: "Er past nu niets.",
            spare: Spare(
                sentence: "Hooguit € 421 per maand.", doubts: ["Dit is een schatting."],
                lines: [
                    SpecificatiePage.Line(what: "U krijgt elke maand", article: "Rv 475da", amount: "€\u{A0}2.050,00")
                ],
                room: true)), noPlan: nil)

    static let variants: [(name: String, page: RegelingPage)] = [
        (
            "niets",
            RegelingPage(
                name: "Klant 11000", klant: "/klanten/2", path: "/klanten/2/regeling",
                adoption: "/klanten/2/regeling/voorstel",
                problems: nil, running: nil, plan: nil,
                noPlan: Empty(title: "Hier is niets af te spreken", text: "Er staat niets open.", way: nil))
        ),
        (
            "geweigerd",
            RegelingPage(
                name: "Klant 10482", klant: "/klanten/1", path: "/klanten/1/regeling",
                adoption: "/klanten/1/regeling/voorstel",
                problems: nil, running: nil,
                plan: Plan(
                    total: "€\u{A0}80,00", amount: Amount(value: "", least: "5", most: "80", label: "Bedrag per maand"),
                    day: Field("eersteDag", "Eerste termijn op", .date(""), id: "plan-dag"),
                    zaken: [], answers: [],
                    outcome: Outcome(
                        refused: "Deze dag is voorbij.", summary: nil, warnings: [], parts: [], creditors: [],
                        months: []),
                    choices: [], noChoices: nil,
                    spare: Spare(sentence: "U houdt nu niets over.", doubts: [], lines: [], room: false)), noPlan: nil)
        ),
    ]
}
