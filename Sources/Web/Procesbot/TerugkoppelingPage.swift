import Basics
import Bibliotheek
import Zaken

/// What people said of advice, for the process owner to mend.
struct TerugkoppelingPage: Page {
    /// What waits and what was mended, each with how many.
    let tabs: [Way]
    let items: [Item]
    let empty: Empty?
    let problems: ZaakPage.Problems?

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
        let mended: String?
        let making: Sheet?
        let isTest: Bool
    }

    struct Cited: Sendable {
        let label: String
    }

    static let template = "procesbot/terugkoppeling"
    static let area: Area? = .procesbot

    static let sample = TerugkoppelingPage(
        tabs: [Way("Open", "/procesbot/terugkoppeling", current: true, count: "2")],
        items: [
            Item(
                id: "1", question: "Mag ik uitstel van 21 dagen geven?", kind: Chip("klopt niet", "urgent"),
                about: "Stap 1: Ja. Uitstel van hooguit 30 dagen mag.", note: "Dat is veranderd.",
                instead: "Teamleider gevraagd.", cited: [Cited(label: "05 §5.3 Duur en bevoegdheid")],
                who: "Anja Voorbeeld, gisteren", again: "/procesbot?opnieuw=1", mending: .sample,
                mended: "Hersteld door Cora.", making: .sample, isTest: true)
        ], empty: Empty(title: "Nog niets", text: "Er is nog niets gezegd.", way: nil),
        problems: ZaakPage.Problems(problems: [Problem(text: "Schrijf op wat u deed.", anchor: "herstel-1")]))

    static let variants: [(name: String, page: TerugkoppelingPage)] = [
        ("gevuld", TerugkoppelingPage(tabs: sample.tabs, items: sample.items, empty: nil, problems: nil)),
        ("leeg", TerugkoppelingPage(tabs: [], items: [], empty: sample.empty, problems: nil)),
    ]
}

extension TerugkoppelingPage {
    init(
        _ all: [Terugkoppeling], mended: Bool, _ colleagues: Colleagues, sent: Sent?, _ words: Words, _ today: Day
    ) {
        let shown = all.filter { ($0.hersteld != nil) == mended }
        let items = shown.map { Item($0, colleagues, sent: sent, words, today) }
        self.init(
            tabs: [false, true].map { isMended in
                Way(
                    words(isMended ? "feedback.tab_mended" : "feedback.tab_open"),
                    AdvicePaths.feedback() + (isMended ? "?lijst=hersteld" : ""), current: isMended == mended,
                    count: words.number(all.count { ($0.hersteld != nil) == isMended }))
            }, items: items,
            empty: shown.isEmpty
                ? Empty(title: words("feedback.none"), text: words("feedback.none_text"), way: nil) : nil,
            problems: ZaakPage.Problems(
                of: sent, in: items.flatMap { [$0.mending, $0.making] }.compactMap(\.self)))
    }
}

extension TerugkoppelingPage.Item {
    init(_ one: Terugkoppeling, _ colleagues: Colleagues, sent: Sent?, _ words: Words, _ today: Day) {
        let steps = one.advies["route"].elements ?? []
        let step = one.stap.flatMap { steps.indices.contains($0 - 1) ? steps[$0 - 1] : nil }
        let near = steps.isEmpty ? one.advies["near"].elements ?? [] : []
        let sources = (step.map { [$0] } ?? steps).flatMap { $0["sources"].elements ?? [] } + near
        let labels = TerugkoppelingPage.Item.distinct(
            sources.map { "\($0["document"].text ?? "") · \($0["heading"].text ?? "")" })
        let mender = one.hersteldDoor.map { colleagues.name(of: Medewerker($0)) }
        self.init(
            id: one.id.text, question: one.vraag,
            kind: Chip(words("advice.feedback_\(one.oordeel.rawValue)"), one.tone),
            about: step?["step"].text ?? words("advice.whole"), note: one.toelichting.isEmpty ? nil : one.toelichting,
            instead: one.gedaan.isEmpty ? nil : one.gedaan, cited: labels.prefix(6).map { .init(label: $0) },
            who: "\(colleagues.name(of: Medewerker(one.door))), \(words.moment(one.moment, today: today))",
            again: AdvicePaths.ask() + "?opnieuw=\(one.id.text)",
            mending: one.hersteld == nil ? one.mending(words, sent) : nil,
            mended: mender.map { words("feedback.mended_by", ["who": $0, "how": one.herstel ?? ""]) },
            making: one.isTestvraag ? nil : one.making(words, sent),
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

    fileprivate func mending(_ words: Words, _ sent: Sent?) -> Sheet {
        Sheet(
            AdvicePaths.mending(id),
            [Field("herstel", words("feedback.how"), .longText(""), id: "herstel-\(id.text)", isRequired: true)],
            sent: sent)
    }

    /// Making a test question of it.
    fileprivate func making(_ words: Words, _ sent: Sent?) -> Sheet {
        Sheet(
            AdvicePaths.question(id),
            [
                Field("bronnen", words("feedback.sources"), .longText(expected), id: "bronnen-\(id.text)"),
                Field("woorden", words("feedback.words"), .text(""), id: "woorden-\(id.text)"),
                Field(
                    "weigeren", words("feedback.expected"), .several([Option("ja", words("feedback.refuse"))]),
                    id: "weigeren-\(id.text)"),
            ], sent: sent)
    }

    /// The first source that was cited, as a test question names it: document and number of the heading.
    fileprivate var expected: String {
        let first = advies["route"][0]["sources"][0]
        guard let document = first["document"].text, let heading = first["heading"].text else { return "" }
        return document + " " + (heading.split(separator: " ").first.map(String.init) ?? heading)
    }
}
