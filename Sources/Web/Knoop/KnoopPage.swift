/// The guidance of one person: rest, one contact, one overview of all debts, help, and how it ends.
struct KnoopPage: Page {
    let name: String
    let klant: String
    let problems: ZaakPage.Problems?
    let signals: [String]
    let beginning: Sheet?
    let running: Running?
    let past: [Past]

    struct Running: Sendable {
        let title: String
        let phase: Chip
        let zaak: String
        let facts: [PersonPart.Fact]
        let phases: [Phase]
        let own: [Debt]
        let elsewhere: [Told]
        /// What the person said of debts elsewhere, while none is listed.
        var toldElsewhere: String? = nil
        let total: String
        let adding: Sheet?
        let referrals: [Referral]
        let referring: Sheet?
        let aftercare: [String]
        let closing: Sheet?
        let extending: Sheet?
        let changing: Sheet?
    }

    struct Phase: Sendable {
        let name: String
        let isHere: Bool
    }

    struct Debt: Sendable {
        let name: String
        let detail: String
        let path: String
        let amount: String
    }

    /// A debt elsewhere, with the form to change it or take it off.
    struct Told: Sendable {
        let name: String
        let detail: String
        let amount: String
        let changing: Sheet?
    }

    struct Referral: Sendable {
        let title: String
        let detail: String
        let consent: String
        let shared: String
        let state: Chip
        /// Where the desk can answer by itself.
        let link: String?
        let answer: Sheet?
    }

    struct Past: Sendable {
        let title: String
        let detail: String
        let zaak: String
    }

    static let template = "knoop/knoop"
    static let area: Area? = .klanten
}

extension KnoopPage {
    static let sample = KnoopPage(
        name: "Klant 10482", klant: "/klanten/1",
        problems: ZaakPage.Problems(problems: [Problem(text: "Vul in waarom.", anchor: "knoop-reden")]),
        signals: ["2 open zaken bij ons"],
        beginning: .sample,
        running: Running(
            title: "Dag 12 van 60", phase: Chip("overzicht", "accent"), zaak: "/zaken/9",
            facts: [.init(name: "Vast contact", value: "Sanne Voorbeeld", link: "/zaken/9")],
            phases: [Phase(name: "Pauze", isHere: false), Phase(name: "Overzicht", isHere: true)],
            own: [Debt(name: "Huur mei", detail: "Woningcorporatie", path: "/zaken/1", amount: "€ 561,20")],
            elsewhere: [
                Told(
                    name: "Energie Voorbeeld", detail: "incasso", amount: "€ 300,00",
                    changing: .sample)
            ], toldElsewhere: "De klant zei op 13 juli dat er meer schulden zijn.", total: "€ 861,20",
            adding: .sample,
            referrals: [
                Referral(
                    title: "Geldfit, Helpdesk", detail: "Aannemen vóór 9 juni", consent: "mondeling, 2 juni",
                    shared: "naam, telefoon", state: Chip("aangeboden", "attention"),
                    link: "https://hulp.example/doorverwijzing/abc",
                    answer: .sample)
            ],
            referring: .sample, aftercare: ["9 september"],
            closing: .sample, extending: .sample, changing: .sample),
        past: [Past(title: "Oplossing gevonden", detail: "2 maart tot 1 mei 2025", zaak: "/zaken/8")])
    static let variants: [(name: String, page: KnoopPage)] = [
        (
            "leeg",
            KnoopPage(
                name: "Klant 11000", klant: "/klanten/2", problems: nil, signals: [], beginning: nil, running: nil,
                past: [])
        )
    ]
}
