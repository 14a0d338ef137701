/// One payment: what the bank said, where it is and why, and what can be done with it.
struct BetalingPage: Page {
    let row: BetalingenPage.Row
    let facts: [PersonPart.Fact]
    let problems: ZaakPage.Problems?
    /// The zaak where it was placed.
    let zaak: Way?
    /// What each zaak of a plan got of it.
    let parts: [Part]
    /// What it paid of each claim, and by which rule; nothing before it was placed.
    let division: Division?
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

    /// How it was divided over claims.
    struct Division: Sendable {
        let rules: [String]
        let lines: [Line]
    }

    /// What one claim got of it.
    struct Line: Sendable {
        let claim: String
        let costs: String
        let interest: String
        let principal: String
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
        division: Division(
            rules: ["Eerst de kosten, dan de rente, dan de hoofdsom."],
            lines: [
                Line(
                    claim: "Huur mei", costs: "€\u{A0}40,00", interest: "€\u{A0}1,38", principal: "€\u{A0}65,00")
            ]),
        taking: .sample, rejection: .sample,
        retention: Keep(path: "/betalingen/1/behoud"))
}
