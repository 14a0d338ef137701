import Basics
import Bibliotheek

/// The sources that advice may cite.
struct BibliotheekPage: Page {
    let sources: [Source]
    let empty: Empty?
    let problems: ZaakPage.Problems?
    let upload: Form?
    let filter: Form?
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
        let owner: String
        let validity: String
        let meant: String
        let state: Chip
        /// Said when other sources in force go by the same title.
        let alike: String?
    }

    /// Putting a file in, or choosing what to see.
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
                meant: "huurincasso",
                state: Chip("geldig", "calm"), alike: "Er zijn 2 geldige bronnen met deze titel.")
        ], empty: Empty(title: "Nog geen bronnen", text: "Voeg een werkinstructie toe.", way: nil),
        problems: ZaakPage.Problems(problems: [Problem(text: "Dit bestand is leeg.", anchor: "bestand")]),
        upload: Form(path: "/bibliotheek", fields: [Field("naam", "Naam in de bibliotheek", .text(""))]),
        filter: Form(
            path: "/bibliotheek", fields: [Field("zaaktype", "Zaaktype", .list([Option("", "alle", chosen: true)]))]),
        refused: Refused(files: [File(name: "scan.pdf", reason: "Dit bestand is niet te lezen.")]),
        meanings: .sample)

    static let variants: [(name: String, page: BibliotheekPage)] = [
        (
            "leeg",
            BibliotheekPage(
                sources: [], empty: sample.empty, problems: nil, upload: nil, filter: nil, refused: nil,
                meanings: nil)
        ),
        (
            "gevuld",
            BibliotheekPage(
                sources: sample.sources, empty: nil, problems: nil, upload: sample.upload, filter: sample.filter,
                refused: sample.refused, meanings: sample.meanings)
        ),
    ]
}

extension BibliotheekPage {
    init(
        _ newest: [Bronversie], _ refused: [Boekenmap.Weigering], _ filter: BibliotheekFilter,
        _ meanings: BibliotheekMeanings?, problem: Problem?, typed: FormFields,
        mayManage: Bool, _ words: Words, _ today: Day
    ) {
        let shown = newest.filter(filter.includes)
        let choices = filter.fields(newest, words)
        let titles = Dictionary(grouping: newest.filter { $0.isValid(on: today) }, by: \.titel).mapValues(\.count)
        self.init(
            sources: shown.map { Source($0, alike: titles[$0.titel] ?? 0, words, today) },
            empty: shown.isEmpty
                ? Empty(title: words("library.none"), text: words("library.none_text"), way: nil) : nil,
            problems: problem.map { ZaakPage.Problems(problems: [$0]) },
            upload: mayManage ? Form(path: LibraryPaths.list(), fields: BibliotheekPage.fields(words, typed)) : nil,
            filter: choices.isEmpty ? nil : Form(path: LibraryPaths.list(), fields: choices),
            refused: refused.isEmpty
                ? nil
                : Refused(
                    files: refused.map {
                        File(
                            name: $0.naam, reason: words("library.refused_\($0.reden.rawValue)", ["tool": "", "n": ""]))
                    }), meanings: meanings)
    }

    /// What is told of a file besides, as it was typed.
    static func fields(_ words: Words, _ typed: FormFields) -> [Field] {
        let text = { (name: String) in typed[name] ?? "" }
        return [
            Field("naam", words("library.name"), .text(text("naam")), hint: words("library.name_hint")),
            Field("eigenaar", words("library.owner"), .text(text("eigenaar"))),
            Field("van", words("library.from"), .date(text("van"))),
            Field("tot", words("library.to"), .date(text("tot"))),
            Field(
                "zaaktypen", words("library.zaaktypes"), .text(text("zaaktypen")), hint: words("library.commas_hint")),
            Field("stappen", words("library.steps"), .text(text("stappen")), hint: words("library.commas_hint")),
        ]
    }
}

extension BibliotheekPage.Source {
    init(_ one: Bronversie, alike: Int, _ words: Words, _ today: Day) {
        self.init(
            title: one.titel, name: one.bron.naam, path: LibraryPaths.source(one.bron.id), version: one.label(words),
            owner: one.eigenaar ?? words("library.no_owner"), validity: one.validity(words),
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

    func state(_ words: Words, _ today: Day) -> Chip {
        if isValid(on: today) { return Chip(words("library.valid"), "calm") }
        let isOver = geldigTot.map { $0 < today } ?? false
        return isOver ? Chip(words("library.expired"), "attention") : Chip(words("library.not_yet"), "note")
    }
}
