/// One batch of direct debits: its lines, what was left out, and releasing it.
struct IncassobatchPage: Page {
    let title: String
    let creditor: String
    let state: Chip
    let total: String
    let facts: [Fact]
    let problems: ZaakPage.Problems?
    let lines: [Line]
    let skipped: [Skipped]
    /// Why it cannot be released by this reader, when it waits for release.
    let waits: String?
    let release: String?
    let cancellation: String?
    let file: String?

    struct Fact: Sendable {
        let name: String
        let value: String
    }

    struct Line: Sendable {
        let zaak: Way
        /// Nothing for who may not see people.
        let name: String?
        let account: String
        let what: String
        let amount: String
        let announced: String
        let state: Chip
        let reason: String?
        /// Offering the amount once more.
        let retry: Sheet?
    }

    struct Skipped: Sendable {
        let why: String
        let count: String
    }

    static let template = "incasso/batch"
    static let area: Area? = .betalingen
}

extension IncassobatchPage {
    static let sample = IncassobatchPage(
        title: "Incasso van 1 juli 2026", creditor: "Woonstichting", state: Chip("voorbereid", "attention"),
        total: "€\u{A0}100,00", facts: [Fact(name: "Aanleveren tot en met", value: "30 juni 2026")],
        problems: ZaakPage.Problems(problems: [
            Problem(text: "U kunt uw eigen batch niet vrijgeven.", anchor: "vrijgeven")
        ]),
        lines: [
            Line(
                zaak: Way("ZAAK-2026-000412", "/zaken/1"), name: "Klant 10482", account: "… 6789",
                what: "termijn 2 van 12",
                amount: "€\u{A0}100,00", announced: "15 juni 2026", state: Chip("teruggehaald", "urgent"),
                reason: "onvoldoende saldo",
                retry: .sample)
        ], skipped: [Skipped(why: "er is al een afschrijving", count: "3")], waits: "Een collega geeft vrij.",
        release: "/incassobatches/1/vrijgave", cancellation: "/incassobatches/1/intrekking",
        file: "/incassobatches/1/bestand")
}
