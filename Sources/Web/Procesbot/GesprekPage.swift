import Basics
import Bibliotheek
import Procesbot
import Zaken

/// A talk by phone on a zaak: beginning it, typing along, and the report of it that a person checks.
struct GesprekPage: Page {
    let title: String
    let zaak: AdviesPage.Zaak
    let problems: ZaakPage.Problems?
    /// One of these three.
    let begin: Begin?
    let talk: Talk?
    let report: Report?

    struct Begin: Sendable {
        let path: String
        /// Where a contact is recorded when the klant does not want it.
        let without: String
    }

    /// Notes that are followed while they are typed.
    struct Talk: Sendable {
        let path: String
        let end: String
        /// Where it stops when nothing is to be kept.
        let stop: String
        /// The same once more, after who stops was asked whether the notes may go.
        let sure: String?
        let notes: String
        let stand: String
        let facts: [AdviesPage.Fact]
        let dangers: [String]
        /// What should not be typed.
        let notices: [String]
        /// What to ask and do now, two at most.
        let cards: [Card]
        let advice: AdvicePart?
    }

    struct Card: Sendable {
        let label: String
        let text: String
        /// The list that the text announces, where it does.
        let items: [String]
        let sources: [AdvicePart.Source]
    }

    struct Report: Sendable {
        let form: Sheet
        /// Back to the talk, with what was typed and corrected in it.
        let back: String
        let typed: [Sheet.Hidden]
        let isSensitive: Bool
        /// What was left out of the draft.
        let warnings: [String]
        let notes: String
    }

    static let template = "procesbot/gesprek"
    static let area: Area? = .procesbot

    static let sample = GesprekPage(
        title: "Gesprek 2 bij ZAAK-2026-000412",
        zaak: AdviesPage.Zaak(
            number: "ZAAK-2026-000412", path: "/zaken/1", summary: "Huurachterstand", banners: [.payment]),
        problems: ZaakPage.Problems(problems: [Problem(text: "Zeg het de klant eerst.", anchor: "ingelicht")]),
        begin: Begin(path: "/zaken/1/gesprek", without: "/zaken/1#contact"),
        talk: Talk(
            path: "/zaken/1/gesprek/aantekeningen", end: "/zaken/1/gesprek/verslag",
            stop: "/zaken/1/gesprek/einde", sure: "/zaken/1/gesprek/einde", notes: "Klant belt zelf.",
            stand: "a1", facts: AdviesPage.sample.facts, dangers: ["Bel vandaag nog."], notices: ["Laat weg."],
            cards: [
                Card(
                    label: "Vraag nu", text: "Waar woont de klant?", items: ["nu;", "straks."],
                    sources: [AdvicePart.source])
            ],
            advice: .sample),
        report: Report(
            form: .sample, back: "/zaken/1/gesprek/aantekeningen",
            typed: [.init(name: "vraag", value: "Klant belt zelf.")], isSensitive: true, warnings: ["Weggelaten: …"],
            notes: "Klant belt zelf."))

    static let variants: [(name: String, page: GesprekPage)] = [
        ("begin", only(begin: sample.begin)), ("gesprek", only(talk: sample.talk)),
        ("verslag", only(report: sample.report)),
    ]

    private static func only(begin: Begin? = nil, talk: Talk? = nil, report: Report? = nil) -> GesprekPage {
        GesprekPage(
            title: sample.title, zaak: sample.zaak, problems: nil, begin: begin, talk: talk, report: report)
    }
}
