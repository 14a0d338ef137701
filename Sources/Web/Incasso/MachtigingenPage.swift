/// The mandates of one person.
struct MachtigingenPage: Page {
    let name: String
    let klant: String
    let problems: ZaakPage.Problems?
    let mandates: [Mandate]
    let adding: Sheet?

    struct Mandate: Sendable {
        let reference: String
        let account: String
        let creditor: String
        let facts: [IncassobatchPage.Fact]
        let state: Chip
        let withdrawal: Sheet?
    }

    static let template = "incasso/machtigingen"
    static let area: Area? = .klanten
}

extension MachtigingenPage {
    static let sample = MachtigingenPage(
        name: "Klant 10482", klant: "/klanten/1",
        problems: ZaakPage.Problems(problems: [Problem(text: "Dit is geen IBAN.", anchor: "machtiging-iban")]),
        mandates: [
            Mandate(
                reference: "M-2026-1", account: "NL13 TEST 0123 4567 89", creditor: "Woonstichting",
                facts: [IncassobatchPage.Fact(name: "Getekend op", value: "1 maart 2026")],
                state: Chip("geldt", "calm"),
                withdrawal: .sample)
        ],
        adding: .sample)

    static let variants: [(name: String, page: MachtigingenPage)] = [
        ("leeg", MachtigingenPage(name: "Klant 11000", klant: "/klanten/2", problems: nil, mandates: [], adding: nil))
    ]
}
