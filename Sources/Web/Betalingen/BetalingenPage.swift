/// Money that came in: what waits for a place, what goes back, and all of it.
struct BetalingenPage: Page {
    let tabs: [Way]
    /// What is looked for in the list.
    let search: String
    let tab: String
    let problems: ZaakPage.Problems?
    let rows: [Row]
    let accounts: [Account]
    let files: [File]
    let empty: Empty?
    let paging: Paging?

    /// One payment, with the zaken where it may belong.
    struct Row: Sendable {
        let id: String
        let path: String
        let amount: String
        let day: String
        let from: String?
        let text: String?
        let state: Chip
        let reason: String
        let candidates: [Candidate]
        /// Where it was placed.
        let zaak: Way?
        /// Where to place it; nothing when it has a place or this person may not.
        let placement: String?
    }

    /// A zaak where a payment may belong, and what points there.
    struct Candidate: Sendable {
        let number: String
        let label: String
        let grounds: String
    }

    /// What goes back from one own account.
    struct Account: Sendable {
        let iban: String
        let text: String
        /// Where the payment file is made; nothing for who may not.
        let path: String?
    }

    /// A payment file that was made before.
    struct File: Sendable {
        let path: String
        let label: String
        let detail: String
    }

    static let template = "betalingen/lijst"
    static let area: Area? = .betalingen

    static let sample = BetalingenPage(
        tabs: [
            Way("Te plaatsen", "/betalingen", current: true, count: "1"),
            Way("Terug te betalen", "/betalingen?lijst=terug", count: "2"),
        ], search: "4300", tab: "plaatsen",
        problems: ZaakPage.Problems(problems: [Problem(text: "Deze zaak is er niet.", anchor: "betaling-1")]),
        rows: [
            Row(
                id: "betaling-1", path: "/betalingen/1", amount: "€\u{A0}150,00", day: "do 4 juni", from: "… 4300",
                text: "huur mei en juni", state: Chip("te plaatsen", "attention"),
                reason: "Het bedrag past bij twee vorderingen",
                candidates: [
                    Candidate(
                        number: "ZAAK-2026-000412", label: "ZAAK-2026-000412 · Klant 10482 · € 1.276,52",
                        grounds: "zelfde rekening, zelfde bedrag")
                ], zaak: Way("ZAAK-2026-000412", "/zaken/1"), placement: "/betalingen/1/plaatsing")
        ],
        accounts: [
            Account(iban: "NL00TEST0123456789", text: "2 betalingen, samen € 300,00", path: "/betaalbestanden")
        ],
        files: [
            File(path: "/betaalbestanden/1", label: "2 betalingen, € 300,00", detail: "vandaag 09:10 · Anja Voorbeeld")
        ],
        empty: nil, paging: Paging(text: "1 tot 50", previous: "/betalingen", next: "/betalingen?p=3"))

    static let variants: [(name: String, page: BetalingenPage)] = [
        (
            "leeg",
            BetalingenPage(
                tabs: sample.tabs, search: "", tab: "plaatsen", problems: nil, rows: [], accounts: [], files: [],
                empty: Empty(title: "Alles is geplaatst", text: "Er wacht geen betaling.", way: nil), paging: nil)
        )
    ]
}
