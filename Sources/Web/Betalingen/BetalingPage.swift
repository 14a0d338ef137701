/// One payment: what the bank said, where it is and why, and what can be done with it.
struct BetalingPage: Page {
    let row: BetalingenPage.Row
    let facts: [PersonPart.Fact]
    let problems: ZaakPage.Problems?
    /// The zaak where it was placed.
    let zaak: Way?
    /// What each zaak of a plan got of it.
    let parts: [Part]
    let taking: Sheet?
    let rejection: Sheet?
    /// Where to keep it after all.
    let retention: Keep?

    /// One zaak with its part of the payment.
    struct Part: Sendable {
        let number: String
        let path: String
        let amount: String
    }

    struct Keep: Sendable {
        let path: String
    }

    static let template = "betalingen/betaling"
    static let area: Area? = .betalingen

    static let sample = BetalingPage(
        row: BetalingenPage.sample.rows[0],
        facts: [PersonPart.Fact(name: "Kenmerk", value: "1000 0000 0000 0412", link: "/betalingen/1")],
        problems: BetalingenPage.sample.problems, zaak: Way("ZAAK-2026-000412", "/zaken/1"),
        parts: [Part(number: "ZAAK-2026-000412", path: "/zaken/1", amount: "€\u{A0}106,38")],
        taking: .sample, rejection: .sample,
        retention: Keep(path: "/betalingen/1/behoud"))
}
