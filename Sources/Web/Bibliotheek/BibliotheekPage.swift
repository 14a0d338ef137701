import Basics
import Bibliotheek

/// The sources that advice may cite.
struct BibliotheekPage: Page {
    /// How many there are, and what asks for care.
    let summary: String
    /// Sources of nobody, to look at.
    let ownerless: Way?
    let sources: [Source]
    let paging: Paging?
    let empty: Empty?
    let problems: ZaakPage.Problems?
    let upload: Form?
    let filter: Filter?
    /// Files of the watched folder that were not taken.
    let refused: Refused?
    /// How far it is known what passages mean, where an endpoint for that is set.
    let meanings: BibliotheekMeanings?

    struct Refused: Sendable {
        let files: [File]
    }

    struct File: Sendable {
        let name: String
        let reason: String
    }

    struct Source: Sendable {
        let title: String
        let name: String
        let path: String
        let version: String
        let owner: String?
        let validity: String
        let meant: String
        let state: Chip
        /// Said when other sources in force go by the same title.
        let alike: String?
    }

    /// Choosing what to see, and in which order.
    struct Filter: Sendable {
        let path: String
        let search: String
        let sort: String
        let fields: [Field]
        let sorts: [Way]
    }

    /// Putting a file in.
    struct Form: Sendable {
        let path: String
        let fields: [Field]
    }

    static let template = "bibliotheek/lijst"
    static let area: Area? = .procesbot

    static let sample = BibliotheekPage(
        summary: "20 bronnen, waarvan 3 vervallen.", ownerless: Way("7 zonder eigenaar", "/bibliotheek?eigenaar=-"),
        sources: [
            Source(
                title: "Routekeuze: intern of extern", name: "bibliotheek/02-routekeuze.md", path: "/bibliotheek/1",
                version: "versie 2 (uitgave 1.0)", owner: "procescoördinator", validity: "vanaf 1 januari 2026",
                meant: "huurincasso",
                state: Chip("geldig", "calm"), alike: "Er zijn 2 geldige bronnen met deze titel.")
        ], paging: Paging(text: "1 tot 50 van 80", previous: "/bibliotheek?p=1", next: "/bibliotheek?p=3"),
        empty: Empty(title: "Nog geen bronnen", text: "Voeg een werkinstructie toe.", way: nil),
        problems: ZaakPage.Problems(problems: [Problem(text: "Dit bestand is leeg.", anchor: "bestand")]),
        upload: Form(path: "/bibliotheek", fields: [Field("naam", "Naam in de bibliotheek", .text(""))]),
        filter: Filter(
            path: "/bibliotheek", search: "", sort: "titel",
            fields: [Field("zaaktype", "Zaaktype", .list([Option("", "alle", chosen: true)]))],
            sorts: [Way("titel", "/bibliotheek?sorteer=titel", current: true)]),
        refused: Refused(files: [File(name: "scan.pdf", reason: "Dit bestand is niet te lezen.")]),
        meanings: .sample)

    static let variants: [(name: String, page: BibliotheekPage)] = [
        (
            "leeg",
            BibliotheekPage(
                summary: "", ownerless: nil, sources: [], paging: nil, empty: sample.empty, problems: nil, upload: nil,
                filter: nil, refused: nil,
                meanings: nil)
        ),
        (
            "gevuld",
            BibliotheekPage(
                summary: sample.summary, ownerless: nil, sources: sample.sources, paging: nil, empty: nil,
                problems: nil, upload: sample.upload, filter: sample.filter,
                refused: sample.refused, meanings: sample.meanings)
        ),
    ]
}

extension BibliotheekPage {
    init(
        _ newest: [Bronversie], _ refused: [Boekenmap.Weigering], _ asked: BibliotheekAsked,
        _ meanings: BibliotheekMeanings?, problem: Problem?, upload: [Field]?, _ words: Words, _ today: Day
    ) {
        let found = asked.all(of: newest, on: today)
        let first = (asked.page - 1) * BibliotheekAsked.size
        let shown = found.dropFirst(first).prefix(BibliotheekAsked.size)
        let titles = Dictionary(grouping: newest.filter { $0.isValid(on: today) }, by: \.titel).mapValues(\.count)
        let ownerless = newest.count { $0.eigenaar == nil }
        self.init(
            summary: BibliotheekPage.summary(newest, words, today),
            ownerless: ownerless == 0
                ? nil
                : Way(
                    words("library.ownerless", count: ownerless),
                    LibraryPaths.list() + "?eigenaar=" + BibliotheekAsked.nobody),
            sources: shown.map { Source($0, alike: titles[$0.titel] ?? 0, words, today) },
            paging: Paging(asked, found.count, shown.count, words),
            empty: shown.isEmpty ? BibliotheekPage.empty(asked, words) : nil,
            problems: problem.map { ZaakPage.Problems(problems: [$0]) },
            upload: upload.map { Form(path: LibraryPaths.list(), fields: $0) },
            filter: newest.isEmpty ? nil : Filter(asked, newest, words),
            refused: refused.isEmpty
                ? nil
                : Refused(
                    files: refused.map {
                        File(
                            name: $0.naam, reason: words("library.refused_\($0.reden.rawValue)", ["tool": "", "n": ""]))
                    }), meanings: meanings)
    }

    private static func summary(_ all: [Bronversie], _ words: Words, _ today: Day) -> String {
        let over = all.count { $0.stand(on: today) == .vervallen }
        let lapsed = over == 0 ? "" : " " + words("library.lapsed", count: over)
        return words("library.count", count: all.count) + lapsed
    }

    private static func empty(_ asked: BibliotheekAsked, _ words: Words) -> Empty {
        asked.isFiltered
            ? Empty(
                title: words("library.none_found"), text: words("library.none_found_text"),
                way: Way(words("library.show_all"), LibraryPaths.list()))
            : Empty(title: words("library.none"), text: words("library.none_text"), way: nil)
    }

    /// What is told of a file besides, as it was typed.
    static func fields(_ keuzen: Bronkeuzen, _ typed: FormFields, _ words: Words) -> [Field] {
        [Field("naam", words("library.name"), .text(typed["naam"] ?? ""), hint: words("library.name_hint"))]
            + keuzen.fields(Bronopgaven(typed), id: "", words)
    }
}

extension BibliotheekPage.Filter {
    init(_ asked: BibliotheekAsked, _ all: [Bronversie], _ words: Words) {
        self.init(
            path: LibraryPaths.list(), search: asked.words, sort: asked.volgorde.rawValue,
            fields: asked.fields(all, words),
            sorts: BibliotheekAsked.Volgorde.allCases.map {
                Way(words("library.sort_\($0.rawValue)"), asked.path($0), current: $0 == asked.volgorde)
            })
    }
}

extension Paging {
    /// Where one is among the sources; nothing where all stand on one page.
    init?(_ asked: BibliotheekAsked, _ all: Int, _ shown: Int, _ words: Words) {
        guard all > BibliotheekAsked.size, shown > 0 else { return nil }
        let first = (asked.page - 1) * BibliotheekAsked.size + 1
        let last = first + shown - 1
        self.init(
            text: words(
                "common.range", ["from": words.number(first), "to": words.number(last), "all": words.number(all)]),
            previous: asked.page > 1 ? asked.path(page: asked.page - 1) : nil,
            next: last < all ? asked.path(page: asked.page + 1) : nil)
    }
}

extension BibliotheekPage.Source {
    init(_ one: Bronversie, alike: Int, _ words: Words, _ today: Day) {
        self.init(
            title: one.titel, name: one.bron.naam, path: LibraryPaths.source(one.bron.id), version: one.label(words),
            owner: one.eigenaar, validity: one.validity(words),
            meant: one.meant(words),
            state: one.state(words, today),
            alike: alike > 1 && one.isValid(on: today)
                ? words("library.alike", ["n": words.number(alike)]) : nil)
    }
}

extension Bronversie {
    func label(_ words: Words) -> String {
        let number = words("library.version_n", ["n": String(nummer)])
        return uitgave.map { words("library.version_edition", ["version": number, "edition": $0]) } ?? number
    }

    /// For which zaaktypes and steps it is meant.
    func meant(_ words: Words) -> String {
        let names = Bronversie.list(zaaktypen) + Bronversie.list(stappen)
        return names.isEmpty ? words("library.for_all") : names.joined(separator: ", ")
    }

    func validity(_ words: Words) -> String {
        let from = geldigVan.map { words("library.valid_from", ["day": words.date($0)]) }
        let to = geldigTot.map { words("library.valid_to", ["day": words.date($0)]) }
        let both = [from, to].compactMap { $0 }
        return both.isEmpty ? words("library.always") : both.joined(separator: " ")
    }

    /// How it stands beside the other versions of its source: only the newest that has begun is cited.
    func state(among all: [Bronversie], _ words: Words, _ today: Day) -> Chip {
        let begun = all.filter { ($0.geldigVan ?? today) <= today }
        guard let newer = begun.max(by: { $0.nummer < $1.nummer }), newer.nummer > nummer, isValid(on: today) else {
            return state(words, today)
        }
        return Chip(words("library.replaced", ["version": newer.label(words)]), "attention")
    }

    func state(_ words: Words, _ today: Day) -> Chip {
        if isValid(on: today) { return Chip(words("library.valid"), "calm") }
        let isOver = geldigTot.map { $0 < today } ?? false
        return isOver ? Chip(words("library.expired"), "attention") : Chip(words("library.not_yet"), "note")
    }
}
