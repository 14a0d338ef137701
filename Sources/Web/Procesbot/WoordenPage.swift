import Basics
import Bibliotheek
import Procesbot
import Zaken

/// What the adviser reads as the same word: what a process owner added, and what ships.
struct WoordenPage: Page {
    /// What is looked for among all words.
    let search: String
    let own: [Group]
    let empty: Empty?
    let problems: ZaakPage.Problems?
    let adding: Sheet?
    /// How many of what ships fit, and the page of them.
    let count: String
    let shipped: [Known]
    let paging: Paging?

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

    static let size = 40

    static let template = "procesbot/woorden"
    static let area: Area? = .procesbot

    static let sample = WoordenPage(
        search: "",
        own: [
            Group(
                wide: "schuldhulp", list: "budgetkring, geldmaatje", who: "Anja Voorbeeld, gisteren",
                ending: Ending(path: "/procesbot/woorden/1/einde"))
        ], empty: Empty(title: "Nog niets toegevoegd", text: "Voeg toe hoe mensen het zeggen.", way: nil),
        problems: ZaakPage.Problems(problems: [Problem(text: "Schrijf er nog een.", anchor: "woord-woorden")]),
        adding: .sample, count: "320 groepen", shipped: [Known(wide: "hulp", list: "schuldhulp, wijkteam")],
        paging: Paging(text: "1 tot 40 van 320", previous: "/procesbot/woorden?p=1", next: "/procesbot/woorden?p=3"))

    static let variants: [(name: String, page: WoordenPage)] = [
        (
            "gevuld",
            WoordenPage(
                search: "hulp", own: sample.own, empty: nil, problems: nil, adding: .sample, count: sample.count,
                shipped: sample.shipped, paging: nil)
        ),
        (
            "leeg",
            WoordenPage(
                search: "", own: [], empty: sample.empty, problems: nil, adding: nil, count: "geen", shipped: [],
                paging: nil)
        ),
    ]
}

extension WoordenPage {
    init(
        _ all: [Woordgroep], shipped: [WordTable.Group], _ asked: Asked, _ colleagues: Colleagues, mayManage: Bool,
        sent: Sent?, _ words: Words, _ today: Day
    ) {
        let own = all.filter { asked.fits($0.onder, $0.woorden) }
        let known = shipped.filter { asked.fits($0.wide, $0.words) }
        let first = (asked.page - 1) * WoordenPage.size
        let sheet = mayManage ? Sheet(AdvicePaths.words(), WoordenPage.fields(words), sent: sent) : nil
        self.init(
            search: asked.words,
            own: own.map { one in
                let who = "\(colleagues.name(of: Medewerker(one.door))), \(words.moment(one.moment, today: today))"
                return Group(
                    wide: one.onder, list: one.woorden.joined(separator: ", "), who: who,
                    ending: mayManage ? Ending(path: AdvicePaths.word(one.id)) : nil)
            },
            empty: own.isEmpty
                ? Empty(
                    title: words(asked.words.isEmpty ? "wordlist.none" : "wordlist.none_found"),
                    text: words(asked.words.isEmpty ? "wordlist.none_text" : "wordlist.none_found_text"), way: nil)
                : nil,
            problems: ZaakPage.Problems(of: sent, in: [sheet].compactMap(\.self)), adding: sheet,
            count: words("wordlist.count", count: known.count),
            shipped: known.dropFirst(first).prefix(WoordenPage.size).map {
                Known(wide: $0.wide, list: $0.words.joined(separator: ", "))
            }, paging: asked.paging(known.count, words))
    }

    /// What someone looks for among the words, and on which page they are.
    struct Asked: Sendable {
        var words = ""
        var page = 1

        func fits(_ wide: String?, _ all: [String]) -> Bool {
            words.isEmpty || (all + [wide].compactMap(\.self)).contains { $0.lowercased().contains(words.lowercased()) }
        }

        fileprivate func paging(_ all: Int, _ text: Words) -> Paging? {
            let first = (page - 1) * WoordenPage.size
            guard all > WoordenPage.size, first < all else { return nil }
            let last = min(all, first + WoordenPage.size)
            return Paging(
                text: text(
                    "common.range",
                    ["from": text.number(first + 1), "to": text.number(last), "all": text.number(all)]),
                previous: page > 1 ? path(page - 1) : nil, next: last < all ? path(page + 1) : nil)
        }

        private func path(_ page: Int) -> String {
            AdvicePaths.words() + "?zoek=\(words.formEncoded)&p=\(page)#bekend"
        }
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
