/// The whole picture of one person: all their zaken and claims, how to reach them, and who looked at them.
struct KlantPage: Page {
    let name: String
    let line: String
    let chips: [Chip]
    let banners: [Banner]
    /// Where the special states are.
    let states: String
    /// Where the mandates are.
    let mandates: String
    /// Where the guidance out of debts is.
    let knot: String
    /// Where the same person is joined, for who may; and how often that was done.
    var joining: Joining?
    /// Where an arrangement over all zaken is planned, for who may.
    let planner: String?
    var problems: ZaakPage.Problems?
    let zaken: [Zaak]
    let total: String
    let pause: PersonPart.Pause?
    let pausing: Sheet?
    let contact: Contact
    let filters: [Way]
    let happenings: [Happening]
    let looks: [Look]
    /// Recording a contact, for who may.
    let contacting: ContactPart?

    struct Zaak: Sendable {
        let number: String
        let path: String
        let title: String
        let status: Chip
        let opened: String
        let open: String
        let claims: [Claim]
    }

    struct Claim: Sendable {
        let name: String
        let due: String
        let open: String
    }

    struct Contact: Sendable {
        let facts: [PersonPart.Fact]
        /// The form to change them, for who may.
        let form: Sheet?
    }

    struct Joining: Sendable {
        let path: String
        let names: String?
    }

    /// Someone looked at this person, and why.
    struct Look: Sendable {
        let who: String
        let purpose: String
        let when: String
        let machine: String
    }

    static let template = "klanten/klant"
    static let area: Area? = .klanten
}

extension KlantPage {
    static let sample = KlantPage(
        name: "Klant 10482", line: "Voorbeeldstraat 12, 3011 AA Rotterdam · geboren 1 maart 1984",
        chips: [Chip("Liefst telefoon, na 17 uur"), Chip("Nederlands")],
        banners: [
            Banner(tone: "", title: "Alles staat stil tot en met 8 augustus.", text: "Wacht op de wijkcoach."),
            .payment,
        ], states: "/klanten/1/toestanden", mandates: "/klanten/1/machtigingen", knot: "/klanten/1/uit-de-knoop",
        joining: Joining(path: "/klanten/1/samenvoegen", names: "Klant 11000"), planner: "/klanten/1/regeling",
        problems: ZaakPage.Problems(problems: [Problem(text: "Vul in waarom.", anchor: "pauze-reden")]),
        zaken: [
            Zaak(
                number: "ZAAK-2026-000412", path: "/zaken/1", title: "Huurincasso", status: Chip("Minnelijk", "accent"),
                opened: "16 mei 2026", open: "€\u{A0}1.276,52",
                claims: [
                    Claim(name: "Huur mei", due: "vervallen op 1 mei", open: "€\u{A0}561,20"),
                    Claim(name: "Huur juni", due: "vervallen op 1 juni", open: "€\u{A0}711,20"),
                ]),
            Zaak(
                number: "ZAAK-2025-000077", path: "/zaken/2", title: "Servicekosten", status: Chip("Voldaan", "calm"),
                opened: "2 februari 2025", open: "€\u{A0}0,00", claims: []),
        ], total: "€\u{A0}1.276,52",
        pause: PersonPart.Pause(text: "Pauze tot en met 8 augustus.", resumption: "/klanten/1/hervatting"),
        pausing: PersonPart.sample.pausing,
        contact: Contact(
            facts: [
                PersonPart.Fact(name: "Telefoon", value: "06 00000000", link: "tel:0600000000"),
                PersonPart.Fact(name: "E-mail", value: "klant10482@voorbeeld.invalid"),
            ],
            form: .sample),
        filters: [Way("alles", "/klanten/1", current: true), Way("geld", "/klanten/1?toon=geld")],
        happenings: Happening.samples,
        looks: [
            Look(who: "Anja Voorbeeld", purpose: "incasso", when: "vandaag 11:05", machine: "2026-06-09T09:05:00Z")
        ],
        contacting: .sample)

    static let variants: [(name: String, page: KlantPage)] = [
        (
            "nieuw",
            KlantPage(
                name: "Klant 11000", line: "Voorbeeldplein 1, 3012 BB Rotterdam", chips: [], banners: [],
                states: "/klanten/2/toestanden", mandates: "/klanten/2/machtigingen", knot: "/klanten/2/uit-de-knoop",
                planner: nil, problems: nil,
                zaken: [], total: "€\u{A0}0,00", pause: nil, pausing: nil, contact: Contact(facts: [], form: nil),
                filters: [], happenings: [], looks: [], contacting: nil)
        )
    ]
}
