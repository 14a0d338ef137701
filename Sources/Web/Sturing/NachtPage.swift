import Basics
import Incasso

/// What the last night run found: what passed and needs a person, and what is due tomorrow.
struct NachtPage: Page {
    let run: Run?
    let empty: Empty?
    let attention: [Way]
    let tomorrow: [Way]
    /// Where to run it now; nothing for who may not.
    let start: String?

    /// How the last run went.
    struct Run: Sendable {
        let day: String
        let began: String
        let done: String?
        let claims: String
        let interest: String
    }

    static let template = "sturing/nacht"
    static let area: Area? = .sturing

    static let sample = NachtPage(
        run: Run(
            day: "9 juni 2026", began: "di 9 juni 02:00", done: "di 9 juni 02:04", claims: "100.000",
            interest: "€\u{A0}12.300,00"), empty: nil,
        attention: [Way("Termijn van een regeling niet betaald", "/sturing/nacht/regeling_achter", count: "4")],
        tomorrow: [Way("Taak moet af zijn", "/sturing/nacht/morgen_taak", count: "12")], start: "/sturing/nacht")

    static let variants: [(name: String, page: NachtPage)] = [
        (
            "leeg",
            NachtPage(
                run: nil,
                empty: Empty(title: "Er is nog geen nacht geweest", text: "De eerste begint om 2 uur.", way: nil),
                attention: [], tomorrow: [], start: nil)
        )
    ]
}

/// The zaken of one signal.
struct SignaalPage: Page {
    let title: String
    let count: String
    let rows: [Row]
    let empty: Empty?
    let paging: Paging?

    struct Row: Sendable {
        let number: String
        let path: String
        let person: String?
        let day: String
        let amount: String
    }

    static let template = "sturing/signaal"
    static let area: Area? = .sturing

    static let sample = SignaalPage(
        title: "Taak moet af zijn", count: "101",
        rows: [
            Row(
                number: "ZAAK-2026-000412", path: "/zaken/1", person: "Klant 10482", day: "wo 10 juni",
                amount: "€\u{A0}1.276,52")
        ], empty: nil,
        paging: Paging(
            text: "1 tot 100", previous: "/sturing/nacht/morgen_taak", next: "/sturing/nacht/morgen_taak?p=3"))

    static let variants: [(name: String, page: SignaalPage)] = [
        (
            "leeg",
            SignaalPage(
                title: "Taak moet af zijn", count: "0", rows: [],
                empty: Empty(title: "Geen zaken", text: "Hier is nu niets.", way: nil), paging: nil)
        )
    ]
}
