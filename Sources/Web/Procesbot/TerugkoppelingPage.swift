import Basics
import Bibliotheek
import Zaken

/// What people said of advice, for the process owner to mend.
struct TerugkoppelingPage: Page {
    let title: String
    let lead: String
    /// What waits, what was mended and what was rejected, each with how many.
    let tabs: [Way]
    let filter: Filter?
    let items: [Item]
    let empty: Empty?
    let problems: ZaakPage.Problems?
    let paging: Paging?

    struct Filter: Sendable {
        let tab: String
        let sort: String
        let search: String
        let kinds: [Option]
        let sorts: [Way]
    }

    struct Item: Sendable {
        let id: String
        let question: String
        let kind: Chip
        let about: String
        let note: String?
        let instead: String?
        let cited: [Cited]
        let who: String
        let again: String
        let mending: Sheet?
        let rejecting: Sheet?
        /// What became of it.
        let closed: Closed?
        /// Where a test question is made of it.
        let making: Way?
        let isTest: Bool
    }

    struct Closed: Sendable {
        let text: String
        let tone: String
    }

    struct Cited: Sendable {
        let label: String
    }

    static let template = "procesbot/terugkoppeling"
    static let area: Area? = .procesbot

    static let sample = TerugkoppelingPage(
        title: "Terugkoppeling", lead: "Wat mensen van adviezen zeiden.",
        tabs: [Way("Open", "/procesbot/terugkoppeling", current: true, count: "2")],
        filter: Filter(
            tab: "hersteld", sort: "nieuwste", search: "", kinds: [Option("", "alle", chosen: true)],
            sorts: [Way("nieuwste", "/procesbot/terugkoppeling?sorteer=nieuwste", current: true)]),
        items: [
            Item(
                id: "1", question: "Mag ik uitstel van 21 dagen geven?", kind: Chip("klopt niet", "urgent"),
                about: "Stap 1: Ja. Uitstel van hooguit 30 dagen mag.", note: "Dat is veranderd.",
                instead: "Teamleider gevraagd.", cited: [Cited(label: "05 §5.3 Duur en bevoegdheid")],
                who: "Anja Voorbeeld, gisteren", again: "/procesbot?opnieuw=1", mending: .sample,
                rejecting: .sample, closed: Closed(text: "Hersteld door Cora.", tone: "calm"),
                making: Way("Maak er een testvraag van", "/procesbot/terugkoppeling/1/testvraag"), isTest: true)
        ], empty: Empty(title: "Nog niets", text: "Er is nog niets gezegd.", way: nil),
        problems: ZaakPage.Problems(problems: [Problem(text: "Schrijf op wat u deed.", anchor: "herstel-1")]),
        paging: Paging(text: "1 tot 30 van 80", previous: "/procesbot/terugkoppeling?p=1", next: nil))

    static let variants: [(name: String, page: TerugkoppelingPage)] = [
        (
            "gevuld",
            TerugkoppelingPage(
                title: sample.title, lead: sample.lead, tabs: sample.tabs, filter: nil, items: sample.items, empty: nil,
                problems: nil,
                paging: Paging(text: "1 tot 30 van 80", previous: nil, next: "/procesbot/terugkoppeling?p=2"))
        ),
        (
            "leeg",
            TerugkoppelingPage(
                title: sample.title, lead: sample.lead, tabs: [], filter: nil, items: [], empty: sample.empty,
                problems: nil, paging: nil)
        ),
    ]
}

extension TerugkoppelingPage {
    init(
        _ look: TerugkoppelingLook, _ asked: TerugkoppelingAsked, mayMend: Bool, sent: Sent?, _ words: Words,
        _ today: Day
    ) {
        let items = look.rows.map { Item($0, look.colleagues, mayMend: mayMend, sent: sent, words, today) }
        self.init(
            title: words(mayMend ? "feedback.title" : "feedback.own_title"),
            lead: words(mayMend ? "feedback.lead" : "feedback.own_lead"),
            tabs: look.tabs.map { tab in
                Way(
                    words("feedback.tab_\(tab.uitkomst?.rawValue ?? "open")"), TerugkoppelingAsked.tab(tab.uitkomst),
                    current: tab.uitkomst == asked.list.uitkomst, count: words.number(tab.count))
            },
            filter: look.tabs.allSatisfy { $0.count == 0 } ? nil : Filter(asked, words), items: items,
            empty: items.isEmpty ? TerugkoppelingPage.empty(asked, words) : nil,
            problems: ZaakPage.Problems(
                of: sent, in: items.flatMap { [$0.mending, $0.rejecting] }.compactMap(\.self)),
            paging: Paging(asked, look, words))
    }

    private static func empty(_ asked: TerugkoppelingAsked, _ words: Words) -> Empty {
        if asked.isFiltered {
            return Empty(
                title: words("feedback.none_found"), text: words("feedback.none_found_text"),
                way: Way(words("feedback.show_all"), TerugkoppelingAsked.tab(asked.list.uitkomst)))
        }
        let key = asked.list.uitkomst.map { "feedback.none_\($0.rawValue)" } ?? "feedback.none"
        return Empty(title: words(key), text: words("feedback.none_text"), way: nil)
    }
}

extension TerugkoppelingPage.Filter {
    init(_ asked: TerugkoppelingAsked, _ words: Words) {
        let kinds = Terugkoppeling.Oordeel.allCases.map {
            Option($0.rawValue, words("advice.feedback_\($0.rawValue)"), chosen: $0 == asked.list.oordeel)
        }
        self.init(
            tab: asked.list.uitkomst?.rawValue ?? "", sort: asked.list.volgorde.rawValue,
            search: asked.list.zoek ?? "",
            kinds: [Option("", words("library.all"), chosen: asked.list.oordeel == nil)] + kinds,
            sorts: Terugkoppelingslijst.Volgorde.allCases.map {
                Way(words("post.sort_\($0.rawValue)"), asked.path($0), current: $0 == asked.list.volgorde)
            })
    }
}

extension Paging {
    /// Where one is among the remarks; nothing where all stand on one page.
    fileprivate init?(_ asked: TerugkoppelingAsked, _ look: TerugkoppelingLook, _ words: Words) {
        guard look.count > TerugkoppelingAsked.size, !look.rows.isEmpty else { return nil }
        let first = (asked.page - 1) * TerugkoppelingAsked.size + 1
        let last = first + look.rows.count - 1
        self.init(
            text: words(
                "common.range",
                ["from": words.number(first), "to": words.number(last), "all": words.number(look.count)]),
            previous: asked.page > 1 ? asked.path(page: asked.page - 1) : nil,
            next: last < look.count ? asked.path(page: asked.page + 1) : nil)
    }
}

extension TerugkoppelingPage.Item {
    init(
        _ one: Terugkoppeling, _ colleagues: Colleagues, mayMend: Bool, sent: Sent?, _ words: Words, _ today: Day
    ) {
        let steps = one.advies["route"].elements ?? []
        let step = one.stap.flatMap { steps.indices.contains($0 - 1) ? steps[$0 - 1] : nil }
        let near = steps.isEmpty ? one.advies["near"].elements ?? [] : []
        let sources = (step.map { [$0] } ?? steps).flatMap { $0["sources"].elements ?? [] } + near
        let labels = TerugkoppelingPage.Item.distinct(
            sources.map { "\($0["document"].text ?? "") · \($0["heading"].text ?? "")" })
        self.init(
            id: one.id.text, question: one.vraag,
            kind: Chip(words("advice.feedback_\(one.oordeel.rawValue)"), one.tone),
            about: step?["step"].text ?? words("advice.whole"), note: one.toelichting.isEmpty ? nil : one.toelichting,
            instead: one.gedaan.isEmpty ? nil : one.gedaan, cited: labels.prefix(6).map { .init(label: $0) },
            who: "\(colleagues.name(of: Medewerker(one.door))), \(words.moment(one.moment, today: today))",
            again: AdvicePaths.ask() + "?opnieuw=\(one.id.text)",
            mending: mayMend && one.uitkomst == nil ? one.closing(.hersteld, words, sent) : nil,
            rejecting: mayMend && one.uitkomst == nil ? one.closing(.afgewezen, words, sent) : nil,
            closed: one.closed(colleagues, words),
            making: mayMend && !one.isTestvraag ? Way(words("feedback.make"), AdvicePaths.question(one.id)) : nil,
            isTest: one.isTestvraag)
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}

extension Terugkoppeling {
    fileprivate var tone: String {
        switch oordeel {
        case .klopt: "calm"
        case .kloptNiet: "urgent"
        case .onvolledig, .verouderd, .bronOntbreekt, .onduidelijk: "attention"
        }
    }

    fileprivate func closing(_ outcome: Uitkomst, _ words: Words, _ sent: Sent?) -> Sheet {
        Sheet(
            AdvicePaths.mending(id),
            [
                Field(
                    "herstel", words("feedback.how_\(outcome.rawValue)"), .longText(""),
                    id: "\(outcome.rawValue)-\(id.text)", isRequired: true)
            ], hidden: [.init(name: "uitkomst", value: outcome.rawValue)], sent: sent)
    }

    /// What became of it, by whom and how.
    fileprivate func closed(_ colleagues: Colleagues, _ words: Words) -> TerugkoppelingPage.Closed? {
        guard let uitkomst, let hersteldDoor else { return nil }
        let who = colleagues.name(of: Medewerker(hersteldDoor))
        return .init(
            text: words("feedback.\(uitkomst.rawValue)_by", ["who": who, "how": herstel ?? ""]),
            tone: uitkomst == .hersteld ? "calm" : "note")
    }
}
