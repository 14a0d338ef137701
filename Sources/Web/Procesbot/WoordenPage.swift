import Basics
import Bibliotheek
import Procesbot
import Zaken

/// What the adviser reads as the same word: what a process owner added, and what ships.
struct WoordenPage: Page {
    let own: [Group]
    let empty: Empty?
    let problems: ZaakPage.Problems?
    let adding: Sheet?
    let shipped: [Known]

    struct Group: Sendable {
        let wide: String?
        let list: String
        let who: String
        /// Where it is taken away.
        let ending: Ending?
    }

    /// What ships.
    struct Known: Sendable {
        let wide: String?
        let list: String
    }

    struct Ending: Sendable {
        let path: String
    }

    static let template = "procesbot/woorden"
    static let area: Area? = .procesbot

    static let sample = WoordenPage(
        own: [
            Group(
                wide: "schuldhulp", list: "budgetkring, geldmaatje", who: "Anja Voorbeeld, gisteren",
                ending: Ending(path: "/procesbot/woorden/1/einde"))
        ], empty: Empty(title: "Nog niets toegevoegd", text: "Voeg toe hoe mensen het zeggen.", way: nil),
        problems: ZaakPage.Problems(problems: [Problem(text: "Schrijf er nog een.", anchor: "woord-woorden")]),
        adding: .sample, shipped: [Known(wide: "hulp", list: "schuldhulp, wijkteam")])

    static let variants: [(name: String, page: WoordenPage)] = [
        ("gevuld", WoordenPage(own: sample.own, empty: nil, problems: nil, adding: .sample, shipped: sample.shipped)),
        ("leeg", WoordenPage(own: [], empty: sample.empty, problems: nil, adding: nil, shipped: [])),
    ]
}

extension WoordenPage {
    init(
        _ own: [Woordgroep], shipped: [WordTable.Group], _ colleagues: Colleagues, mayManage: Bool, sent: Sent?,
        _ words: Words, _ today: Day
    ) {
        let sheet = mayManage ? Sheet(AdvicePaths.words(), WoordenPage.fields(words), sent: sent) : nil
        self.init(
            own: own.map { one in
                let who = "\(colleagues.name(of: Medewerker(one.door))), \(words.moment(one.moment, today: today))"
                return Group(
                    wide: one.onder, list: one.woorden.joined(separator: ", "), who: who,
                    ending: mayManage ? Ending(path: AdvicePaths.word(one.id)) : nil)
            },
            empty: own.isEmpty
                ? Empty(title: words("wordlist.none"), text: words("wordlist.none_text"), way: nil) : nil,
            problems: ZaakPage.Problems(of: sent, in: [sheet].compactMap(\.self)), adding: sheet,
            shipped: shipped.map { Known(wide: $0.wide, list: $0.words.joined(separator: ", ")) })
    }

    private static func fields(_ words: Words) -> [Field] {
        [
            Field(
                "soort", words("wordlist.kind"),
                .choice([
                    Option("gelijk", words("wordlist.same"), chosen: true), Option("onder", words("wordlist.under")),
                ]), id: "woord-soort", isRequired: true),
            Field(
                "onder", words("wordlist.wide"), .text(""), id: "woord-onder",
                condition: Field.Condition(field: "soort", values: "onder")),
            Field(
                "woorden", words("wordlist.words"), .text(""), id: "woord-woorden", hint: words("wordlist.words_hint"),
                isRequired: true),
        ]
    }
}
