/// Everything that happened, over all subjects, the newest first.
struct JournaalPage: Page {
    let kinds: [Option]
    let actor: String
    let subject: String
    /// The first and the last day of the period.
    let from: String
    let to: String
    let entries: [Entry]
    let empty: Empty?
    let paging: Paging?

    struct Entry: Sendable {
        let when: String
        let machine: String
        let what: String
        /// What kind of thing that is, where the sentence says more.
        let kind: String?
        let subject: String
        let path: String?
        let who: String
        let purpose: String
        let facts: [PersonPart.Fact]
    }

    static let template = "journaal/lijst"
    static let area: Area? = .journaal

    static let sample = JournaalPage(
        kinds: [Option("", "Alles", chosen: true), Option("taak_afgerond", "Taak afgerond")], actor: "", subject: "",
        from: "2026-06-01", to: "2026-06-30",
        entries: [
            Entry(
                when: "di 9 juni 11:05", machine: "2026-06-09T09:05:00Z", what: "Bel de klant: afgerond",
                kind: "Taak afgerond",
                subject: "ZAAK-2026-000412 · Klant 10482", path: "/zaken/1", who: "Anja Voorbeeld", purpose: "incasso",
                facts: [PersonPart.Fact(name: "stap", value: "A.2.2", link: "/zaken/1")]),
            Entry(
                when: "di 9 juni 10:58", machine: "2026-06-09T08:58:00Z", what: "Import klaar", kind: nil,
                subject: "import 01980001", path: nil, who: "systeem", purpose: "incasso", facts: []),
        ], empty: Empty(title: "Niets gevonden", text: "Kies een andere soort.", way: nil),
        paging: Paging(text: "1 tot 50", previous: nil, next: "/journaal?na=50"))

    static let variants: [(name: String, page: JournaalPage)] = [
        (
            "gevuld",
            JournaalPage(
                kinds: sample.kinds, actor: "anja", subject: "", from: "", to: "", entries: sample.entries, empty: nil,
                paging: Paging(text: "1", previous: "/journaal", next: nil))
        )
    ]
}
