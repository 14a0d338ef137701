import Basics
import Bibliotheek
import Procesbot
import Zaken

/// One version of a source: its text in passages, a quote in it when one is looked for, and what changed.
struct BronPage: Page {
    let title: String
    let line: String
    let state: Chip
    let filePath: String
    /// Whose it is, how long it holds and what it is meant for.
    let facts: [PersonPart.Fact]
    /// Changing that, without a new file.
    let describing: Sheet?
    let passages: [Passage]
    let versions: [Version]
    let changes: Changes?
    /// A newer version of the same source.
    let renewal: Sheet?
    let expiry: Expiry?
    /// Said when the quote that was asked for is shown.
    let quoted: String?
    /// Other sources that say the same under the same title.
    var doubles: [Way] = []
    /// Others with this title of which the text differs a little.
    var alike: [Way] = []

    struct Passage: Sendable {
        let id: String
        let trail: String
        let pieces: [Piece]
        let page: String?
    }

    struct Piece: Sendable {
        let text: String
        let isQuote: Bool
    }

    struct Version: Sendable {
        let label: String
        let path: String
        let when: String
        let who: String
        let current: Bool
    }

    struct Changes: Sendable {
        let summary: String
        let lines: [Line]
    }

    struct Line: Sendable {
        let pieces: [Word]
        let gone: Bool
        let come: Bool
    }

    /// A part of a line; marked where it differs from the line in its place.
    struct Word: Sendable {
        let text: String
        let marked: Bool
    }

    struct Expiry: Sendable {
        let path: String
        let day: String
        /// Until when it may be cited now; it can be cited again.
        let ended: String?
        /// Until when it would hold once it is cited again.
        let again: String
        /// How many test questions expect it.
        let expected: String?
    }

    static let template = "bibliotheek/bron"
    static let area: Area? = .procesbot

    static let sample = BronPage(
        title: "Routekeuze: intern of extern", line: "bibliotheek/02-routekeuze.md · procescoördinator",
        state: Chip("geldig", "calm"), filePath: "/bibliotheek/1/versies/2/bestand",
        facts: [PersonPart.Fact(name: "Eigenaar", value: "procescoördinator", link: "mailto:x@voorbeeld.example")],
        describing: .sample,
        passages: [
            Passage(
                id: "p1", trail: "Routekeuze › §2.3 Route B: Geldfit",
                pieces: [
                    Piece(text: "Past als de klant buiten Rotterdam woont. ", isQuote: true),
                    Piece(text: "Geef het telefoonnummer niet alleen mee.", isQuote: false),
                ], page: "bladzijde 2")
        ],
        versions: [
            Version(
                label: "versie 2", path: "/bibliotheek/1/versies/2", when: "1 juni 2026", who: "Cora", current: true),
            Version(
                label: "versie 1", path: "/bibliotheek/1/versies/1", when: "1 mei 2026", who: "Cora", current: false),
        ],
        changes: Changes(
            summary: "1 regel weg, 1 regel nieuw",
            lines: [
                Line(
                    pieces: [Word(text: "Hooguit ", marked: false), Word(text: "14", marked: true)], gone: true,
                    come: false),
                Line(
                    pieces: [Word(text: "Hooguit ", marked: false), Word(text: "21", marked: true)], gone: false,
                    come: true),
            ]), renewal: .sample,
        expiry: Expiry(
            path: "/bibliotheek/1/einde", day: "2026-06-09", ended: "tot en met 9 juni 2026",
            again: "zonder einddatum", expected: "3 testvragen verwachten deze bron."),
        quoted: "Het citaat is gemarkeerd.", doubles: [Way("uitstel.docx", "/bibliotheek/2")],
        alike: [Way("uitstel-oud.docx", "/bibliotheek/3")])
}

/// The bytes of a version's text that a link points at: `120-184`.
struct CitedRange: Sendable {
    let range: Range<Int>

    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, parts[0] >= 0, parts[0] < parts[1], parts[1] < 1_000_000_000 else { return nil }
        range = parts[0]..<parts[1]
    }
}

extension BronPage {
    init(
        _ shown: Bronversie, _ all: [Bronversie], text: [UInt8], before: [UInt8]?, quote: CitedRange?,
        colleagues: Colleagues, keuzen: Bronkeuzen?, sent: Sent?, expected: Int, earlier: Day?, _ words: Words,
        _ today: Day
    ) {
        let document = shown.document(text)
        let keuzen = shown.nummer == all.first?.nummer ? keuzen : nil
        let passages = document.passages.enumerated().map { number, one in
            Passage(one, number + 1, in: document, quote: quote?.range, words)
        }
        self.init(
            title: shown.titel,
            line: [shown.bron.naam, shown.label(words)].joined(separator: " · "),
            state: shown.state(among: all, words, today),
            filePath: LibraryPaths.file(shown.bron.id.text, String(shown.nummer)), facts: shown.facts(words),
            describing: keuzen.map {
                Sheet(
                    LibraryPaths.description(shown.bron.id), $0.fields(Bronopgaven(shown), id: "is-", words), sent: sent
                )
            }, passages: passages,
            versions: all.map { Version($0, shown: shown.nummer, colleagues, words) },
            changes: before.map {
                Changes(String(decoding: $0, as: UTF8.self), String(decoding: text, as: UTF8.self), words)
            },
            renewal: keuzen.map { shown.renewal($0, words) },
            expiry: keuzen == nil ? nil : Expiry(shown, expected, earlier, words, today),
            quoted: passages.contains { $0.pieces.contains(where: \.isQuote) } ? words("library.quoted") : nil)
    }
}

extension BronPage.Passage {
    init(_ passage: Procesbot.Passage, _ number: Int, in document: LibraryDocument, quote: Range<Int>?, _ words: Words)
    {
        let range = passage.range
        let marked = quote.map { $0.clamped(to: range) } ?? range.lowerBound..<range.lowerBound
        let parts = [
            (range.lowerBound..<marked.lowerBound, false), (marked, true),
            (marked.upperBound..<range.upperBound, false),
        ]
        self.init(
            id: "p\(number)", trail: passage.trail.joined(separator: " › "),
            pieces: parts.filter { !$0.0.isEmpty }.map { .init(text: document.text.quote($0.0), isQuote: $0.1) },
            page: passage.page.map { words("library.page", ["n": String($0)]) })
    }
}

extension BronPage.Version {
    init(_ one: Bronversie, shown: Int, _ colleagues: Colleagues, _ words: Words) {
        self.init(
            label: one.label(words), path: LibraryPaths.version(one.bron.id.text, String(one.nummer)),
            when: words.date(one.moment.day),
            who: words.text("actors.\(one.door)") ?? colleagues.name(of: Medewerker(one.door)),
            current: one.nummer == shown)
    }
}

extension BronPage.Changes {
    private static let longest = 400

    init(_ old: String, _ new: String, _ words: Words) {
        let difference = Verschil(van: old, naar: new)
        let gone = difference.regels.count { $0.soort == .weg }
        let come = difference.regels.count { $0.soort == .nieuw }
        self.init(
            summary: words("library.changed", ["gone": words.number(gone), "come": words.number(come)]),
            lines: difference.regels.filter { $0.soort != .gelijk }.prefix(Self.longest).map {
                BronPage.Line(
                    pieces: $0.delen.map { .init(text: $0.tekst, marked: $0.isAnders) }, gone: $0.soort == .weg,
                    come: $0.soort == .nieuw)
            })
    }
}

extension BronPage.Expiry {
    init(_ shown: Bronversie, _ expected: Int, _ earlier: Day?, _ words: Words, _ today: Day) {
        self.init(
            path: LibraryPaths.expiry(shown.bron.id), day: (shown.geldigTot ?? today).description,
            ended: shown.geldigTot.map { words("library.valid_to", ["day": words.date($0)]) },
            again: earlier.map { words("library.valid_to", ["day": words.date($0)]) } ?? words("library.always"),
            expected: expected == 0 ? nil : words("library.expected", count: expected))
    }
}

extension Bronversie {
    fileprivate func facts(_ words: Words) -> [PersonPart.Fact] {
        let all = [
            ("owner", eigenaar ?? words("library.nobody")), ("validity", validity(words)), ("meant", meant(words)),
        ]
        return all.map { PersonPart.Fact(name: words("library.\($0.0)"), value: $0.1) }
    }

    /// The form of a newer version: the same name, and what holds for this one as it stands.
    fileprivate func renewal(_ keuzen: Bronkeuzen, _ words: Words) -> Sheet {
        Sheet(
            LibraryPaths.list(),
            [Field("bestand", words("library.file"), .file, id: "nieuwe-versie", isRequired: true)]
                + keuzen.fields(Bronopgaven(self).undated, id: "nieuwe-", words),
            hidden: [.init(name: "naam", value: bron.naam)])
    }
}
