import Basics
import Bibliotheek

/// The sources that advice may cite.
struct BibliotheekPage: Page {
    let sources: [Source]
    let empty: Empty?
    let problems: ZaakPage.Problems?
    let upload: Form?

    struct Source: Sendable {
        let title: String
        let name: String
        let path: String
        let version: String
        let owner: String
        let validity: String
        let state: Chip
    }

    /// Putting a file in.
    struct Form: Sendable {
        let path: String
        let fields: [Field]
    }

    static let template = "bibliotheek/lijst"
    static let area: Area? = .procesbot

    static let sample = BibliotheekPage(
        sources: [
            Source(
                title: "Routekeuze: intern of extern", name: "bibliotheek/02-routekeuze.md", path: "/bibliotheek/1",
                version: "versie 2 (uitgave 1.0)", owner: "procescoördinator", validity: "vanaf 1 januari 2026",
                state: Chip("geldig", "calm"))
        ], empty: Empty(title: "Nog geen bronnen", text: "Voeg een werkinstructie toe.", way: nil),
        problems: ZaakPage.Problems(problems: [Problem(text: "Dit bestand is leeg.", anchor: "bestand")]),
        upload: Form(path: "/bibliotheek", fields: [Field("naam", "Naam in de bibliotheek", .text(""))]))

    static let variants: [(name: String, page: BibliotheekPage)] = [
        ("leeg", BibliotheekPage(sources: [], empty: sample.empty, problems: nil, upload: nil)),
        ("gevuld", BibliotheekPage(sources: sample.sources, empty: nil, problems: nil, upload: sample.upload)),
    ]
}

extension BibliotheekPage {
    init(_ newest: [Bronversie], problem: Problem?, mayManage: Bool, _ words: Words, _ today: Day) {
        self.init(
            sources: newest.map { Source($0, words, today) },
            empty: newest.isEmpty
                ? Empty(title: words("library.none"), text: words("library.none_text"), way: nil) : nil,
            problems: problem.map { ZaakPage.Problems(problems: [$0]) },
            upload: mayManage ? Form(path: LibraryPaths.list(), fields: BibliotheekPage.fields(words)) : nil)
    }

    static func fields(_ words: Words) -> [Field] {
        [
            Field("naam", words("library.name"), .text(""), hint: words("library.name_hint")),
            Field("eigenaar", words("library.owner"), .text("")),
            Field("van", words("library.from"), .date("")), Field("tot", words("library.to"), .date("")),
        ]
    }
}

extension BibliotheekPage.Source {
    init(_ one: Bronversie, _ words: Words, _ today: Day) {
        self.init(
            title: one.titel, name: one.bron.naam, path: LibraryPaths.source(one.bron.id), version: one.label(words),
            owner: one.eigenaar ?? words("library.no_owner"), validity: one.validity(words),
            state: one.state(words, today))
    }
}

extension Bronversie {
    func label(_ words: Words) -> String {
        let number = words("library.version_n", ["n": String(nummer)])
        return uitgave.map { words("library.version_edition", ["version": number, "edition": $0]) } ?? number
    }

    func validity(_ words: Words) -> String {
        let from = geldigVan.map { words("library.valid_from", ["day": words.date($0)]) }
        let to = geldigTot.map { words("library.valid_to", ["day": words.date($0)]) }
        let both = [from, to].compactMap { $0 }
        return both.isEmpty ? words("library.always") : both.joined(separator: " ")
    }

    func state(_ words: Words, _ today: Day) -> Chip {
        if isValid(on: today) { return Chip(words("library.valid"), "calm") }
        let isOver = geldigTot.map { $0 < today } ?? false
        return isOver ? Chip(words("library.expired"), "attention") : Chip(words("library.not_yet"), "note")
    }
}
