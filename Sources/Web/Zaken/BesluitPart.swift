/// A decision that a table made for this zaak: the outcome, why, and the form to set it otherwise.
struct BesluitPart: Sendable {
    let name: String
    let outcome: String
    let path: String
    let rule: String
    let reasons: [Reason]
    let facts: [Fact]
    /// Who changed it, when and why.
    let changed: String?
    let revision: Sheet?

    struct Reason: Sendable {
        let text: String
    }

    struct Fact: Sendable {
        let name: String
        let value: String
    }

    static let sample = BesluitPart(
        name: "Klantsegment", outcome: "hulp", path: "/beslissingen/klantsegment?versie=1",
        rule: "regel 3 van versie 1",
        reasons: [Reason(text: "De eerste achterstand: een vriendelijke herinnering is meestal genoeg.")],
        facts: [Fact(name: "Hulp nodig", value: "nee"), Fact(name: "Betaalverleden", value: "eerste")],
        changed: "Veranderd door Anja Voorbeeld op di 9 juni: de wijkcoach belde.",
        revision: .sample)
}
