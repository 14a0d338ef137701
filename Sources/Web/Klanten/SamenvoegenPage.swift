/// Records that may be the same person, a comparison of two, and what was joined before.
struct SamenvoegenPage: Page {
    let name: String
    let klant: String
    let line: String
    let problems: ZaakPage.Problems?
    let search: String
    let asked: String
    let hits: [Hit]
    let comparison: Comparison?
    let joined: [Joined]

    /// A record that may be the same person, with what is the same.
    struct Hit: Sendable {
        let name: String
        let line: String
        let zaken: String
        let same: [Chip]
        let path: String
    }

    /// Two records next to each other, and joining them.
    struct Comparison: Sendable {
        let other: String
        let otherPath: String
        let rows: [Row]
        let goes: [String]
        let form: Sheet
    }

    struct Row: Sendable {
        let name: String
        let mine: String
        let others: String
        let isSame: Bool
    }

    /// What was joined before, and taking it apart.
    struct Joined: Sendable {
        let title: String
        let detail: String
        let state: Chip
        let undo: Sheet?
    }

    static let template = "klanten/samenvoegen"
    static let area: Area? = .klanten
    static let sample = SamenvoegenPage(
        name: "Klant 10482", klant: "/klanten/1", line: "Voorbeeldstraat 12, Rotterdam",
        problems: ZaakPage.Problems(problems: [Problem(text: "Vul in waarom.", anchor: "samenvoegen-reden")]),
        search: "/klanten/1/samenvoegen", asked: "voorbeeld",
        hits: [
            Hit(
                name: "Klant 11000", line: "Voorbeeldplein 1, Rotterdam", zaken: "2 zaken", same: [Chip("naam")],
                path: "/klanten/1/samenvoegen?met=2")
        ],
        comparison: Comparison(
            other: "Klant 11000", otherPath: "/klanten/2",
            rows: [
                Row(name: "Naam", mine: "Klant 10482", others: "Klant 11000", isSame: false),
                Row(name: "Geboren", mine: "1 maart 1984", others: "1 maart 1984", isSame: true),
            ], goes: ["2 zaken", "1 machtiging"], form: .sample),
        joined: [
            Joined(
                title: "Klant 12000", detail: "9 juni 2026, Anja Voorbeeld", state: Chip("samengevoegd", "calm"),
                undo: .sample)
        ])
    static let variants: [(name: String, page: SamenvoegenPage)] = [
        (
            "leeg",
            SamenvoegenPage(
                name: "Klant 10482", klant: "/klanten/1", line: "", problems: nil, search: "/klanten/1/samenvoegen",
                asked: "", hits: [], comparison: nil, joined: [])
        )
    ]
}
