/// The special states of one person: what each forbids and by which article, whom to write to, and how to add and end one.
struct ToestandenPage: Page {
    let name: String
    let klant: String
    let problems: ZaakPage.Problems?
    let running: [State]
    let past: [Past]
    let adding: Sheet?

    struct State: Sendable {
        let title: String
        let since: String
        let end: Chip
        /// What the proof is called: for a pause, why.
        let proofLabel: String
        let proof: String
        let document: String?
        let addressee: String?
        let forbids: [Forbidden]
        let changing: Sheet?
        let ending: Sheet?
        /// Where it was begun and is ended, when that is not here.
        let elsewhere: Way?
    }

    /// Acts that may not be done, with why.
    struct Forbidden: Sendable {
        let acts: String
        let why: String
        let article: String
        /// Whether a lawyer has not yet looked the article up.
        let isUnchecked: Bool
    }

    struct Past: Sendable {
        let title: String
        let period: String
        let proof: String
    }

    static let template = "toestanden/toestanden"
    static let area: Area? = .klanten
}

extension ToestandenPage {
    static let sample = ToestandenPage(
        name: "Klant 10482", klant: "/klanten/1",
        problems: ZaakPage.Problems(problems: [Problem(text: "Vul in waaruit dit blijkt.", anchor: "toestand-bewijs")]),
        running: [
            State(
                title: "Wettelijke schuldsanering (Wsnp)", since: "sinds 9 juni 2026",
                end: Chip("naar verwachting tot en met 8 december 2027"), proofLabel: "Waaruit blijkt dat?",
                proof: "Uitspraak in het insolventieregister",
                document: "/documenten/1", addressee: "Bewindvoerder Voorbeeld, Voorbeeldkade 2, Rotterdam",
                forbids: [
                    Forbidden(
                        acts: "herinnering, aanmaning, bellen", why: "De vordering loopt via de bewindvoerder.",
                        article: "Fw 299 lid 1, 303 lid 1", isUnchecked: false),
                    Forbidden(
                        acts: "verrekening", why: "Verrekenen mag maar beperkt.", article: "Fw 307", isUnchecked: true),
                ], changing: .sample, ending: .sample, elsewhere: nil),
            State(
                title: "Pauze", since: "sinds 9 juni 2026", end: Chip("tot en met 8 augustus 2026"),
                proofLabel: "Waarom?", proof: "Hulp is aangevraagd.", document: nil, addressee: nil, forbids: [],
                changing: nil, ending: nil, elsewhere: Way("Beëindig de pauze bij de klant", "/klanten/1")),
        ],
        past: [Past(title: "Betwisting", period: "1 mei 2026 tot 12 mei 2026", proof: "Mail van de klant")],
        adding: .sample)

    static let variants: [(name: String, page: ToestandenPage)] = [
        (
            "leeg",
            ToestandenPage(
                name: "Klant 11000", klant: "/klanten/2", problems: nil, running: [], past: [], adding: nil)
        )
    ]
}
