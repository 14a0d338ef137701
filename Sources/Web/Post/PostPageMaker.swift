import Basics
import Database
import Klanten
import Postvak
import Zaken

/// The queue as read in one transaction.
struct PostLook: Sendable {
    let rows: [(one: Poststuk, best: Vondst?)]
    let files: [Identifier<Poststuk>: Int]
    let counts: [Poststuk.Staat: Int]
    let kinds: [Mailsoort: Int]
    let languages: [Mailtaal: Int]
    /// Placed mails that wait for an answer.
    let unanswered: Int
    let count: Int
    let crises: Int
    /// Zaak numbers and names of those that have a place.
    let places: [Identifier<Poststuk>: String]

    init(_ asked: PostAsked, in tx: Transaction) throws {
        let first = (asked.page - 1) * PostAsked.size
        let without = asked.zonderZaak ? try asked.list.zonderZaak(in: tx, among: PostAsked.most) : nil
        let found =
            try without.map { Array($0.dropFirst(first).prefix(PostAsked.size)) }
            ?? asked.list.all(in: tx, limit: PostAsked.size, offset: first)
        rows = try found.map { one in (one, one.staat == .nieuw ? try one.vondsten(in: tx).first : nil) }
        files = try tx.poststukken.filecounts(of: found.map(\.id))
        counts = try Poststuk.Staat.allCases.reduce(into: [:]) { $0[$1] = try Postlijst(staat: $1).count(in: tx) }
        kinds = try asked.list.kinds(in: tx)
        languages = try asked.list.talen(in: tx)
        unanswered = try Postlijst(staat: .geplaatst, beantwoord: false).count(in: tx)
        count = try without?.count ?? asked.list.count(in: tx)
        crises = try Postlijst(crisis: true).count(in: tx)
        places = try found.reduce(into: [:]) { places, one in
            guard let zaak = try one.zaak.flatMap(tx.zaken.find), let person = try tx.partijen.find(zaak.partij) else {
                return
            }
            places[one.id] = "\(zaak.nummer) · \(person.naam)"
        }
    }
}

/// Makes the page of the queue.
struct PostPageMaker {
    let look: PostLook
    let asked: PostAsked
    let problems: [Problem]
    let mayTake: Bool
    let words: Words
    let today: Day

    func page() -> PostPage {
        PostPage(
            summary: words("post.waiting", count: look.counts[.nieuw] ?? 0),
            tabs: Poststuk.Staat.allCases.map(tab), state: asked.list.staat.rawValue, kinds: kinds, fields: fields,
            search: asked.list.zoek ?? "",
            sort: asked.list.volgorde.rawValue,
            sorts: Postlijst.Volgorde.allCases.map {
                Way(words("post.sort_\($0.rawValue)"), asked.path(sort: $0), current: asked.list.volgorde == $0)
            },
            crisis: look.crises == 0 || asked.list.crisis
                ? nil : Way(words("post.crises", count: look.crises), PostPaths.list() + "?crisis=ja"),
            rows: look.rows.map { row($0.one, $0.best) }, empty: look.rows.isEmpty ? empty : nil, paging: paging,
            intake: mayTake
                ? PostPage.Intake(path: PostPaths.list(), isOpen: look.rows.isEmpty || !problems.isEmpty) : nil,
            problems: problems.isEmpty ? nil : ZaakPage.Problems(problems: problems), figures: PostPaths.figures())
    }

    private func tab(_ staat: Poststuk.Staat) -> Way {
        Way(
            words("post.tab_\(staat.rawValue)"), asked.path(staat: staat), current: asked.list.staat == staat,
            count: words.number(look.counts[staat] ?? 0))
    }

    /// What else can be chosen: the language, mails without a zaak, and whether there is an answer.
    private var fields: [Field] {
        let languages = Mailtaal.allCases.filter { look.languages[$0, default: 0] > 0 || $0 == asked.list.taal }
        let language = Field(
            "taal", words("post.head_language"),
            .list(
                languages.map {
                    let count = words.number(look.languages[$0] ?? 0)
                    return Option(
                        $0.rawValue, "\(words("post.language_\($0.rawValue)")) (\(count))",
                        chosen: $0 == asked.list.taal)
                }))
        return switch asked.list.staat {
        case .nieuw:
            [
                language,
                Field(
                    "zaak", words("post.belongs"),
                    .list([Option("geen", words("post.no_place"), chosen: asked.zonderZaak)])),
            ]
        case .geplaatst:
            [
                language,
                Field(
                    "antwoord", words("post.answer"),
                    .list([
                        Option(
                            "nee", "\(words("post.not_answered")) (\(words.number(look.unanswered)))",
                            chosen: asked.list.beantwoord == false),
                        Option("ja", words("post.answered"), chosen: asked.list.beantwoord == true),
                    ])),
            ]
        case .terzijde: [language]
        }
    }

    private var kinds: [Option] {
        [Option("", words("post.all_kinds"), chosen: asked.list.soort == nil)]
            + Mailsoort.allCases.filter { look.kinds[$0, default: 0] > 0 || $0 == asked.list.soort }.map { kind in
                let count = words.number(look.kinds[kind] ?? 0)
                return Option(
                    kind.rawValue, "\(words("post.kind_\(kind.rawValue)")) (\(count))",
                    chosen: kind == asked.list.soort)
            }
    }

    private func row(_ one: Poststuk, _ best: Vondst?) -> PostPage.Row {
        PostPage.Row(
            path: PostPaths.mail(one.id), subject: one.title(words),
            from: one.vanNaam.isEmpty ? one.vanAdres : one.vanNaam,
            excerpt: String(one.tekst.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(140)),
            received: words.moment(one.ontvangen, today: today), kinds: one.chips(words), due: due(one),
            files: look.files[one.id].map { words("post.files", count: $0) },
            place: place(one, best), certainty: certainty(one, best))
    }

    private func due(_ one: Poststuk) -> Chip {
        one.staat == .nieuw ? words.due(one.uiterlijk, today: today) : Chip(words("post.state_\(one.staat.rawValue)"))
    }

    private func place(_ one: Poststuk, _ best: Vondst?) -> String {
        if let place = look.places[one.id] { return place }
        return best.map { "\($0.zaak.nummer) · \($0.klant.naam)" } ?? words("post.no_place")
    }

    private func certainty(_ one: Poststuk, _ best: Vondst?) -> Chip {
        switch one.staat {
        case .nieuw: best.map { Chip($0.zekerheid, words) } ?? Chip(words("post.certainty_geen"), "unknown")
        case .geplaatst where one.beantwoord != nil: Chip(words("post.answered"), "calm")
        case .geplaatst: Chip(words("post.not_answered"))
        case .terzijde: Chip(words("post.state_terzijde"))
        }
    }

    private var empty: Empty {
        if asked.isFiltered {
            return Empty(
                title: words("post.none_found"), text: words("post.none_found_text"),
                way: Way(words("post.show_all"), asked.path(staat: asked.list.staat)))
        }
        let state = asked.list.staat.rawValue
        return Empty(title: words("post.none_\(state)"), text: words("post.none_\(state)_text"), way: nil)
    }

    private var paging: Paging? {
        guard look.count > PostAsked.size, !look.rows.isEmpty else { return nil }
        let first = (asked.page - 1) * PostAsked.size + 1
        let last = first + look.rows.count - 1
        return Paging(
            text: words(
                "common.range",
                ["from": words.number(first), "to": words.number(last), "all": words.number(look.count)]),
            previous: asked.page > 1 ? asked.path(page: asked.page - 1) : nil,
            next: last < look.count ? asked.path(page: asked.page + 1) : nil)
    }
}

extension Poststuk {
    /// Its subject; words for a mail that has none.
    func title(_ words: Words) -> String { onderwerp.isEmpty ? words("post.no_subject") : onderwerp }

    /// Its kinds, those that ask for care with a tone.
    func chips(_ words: Words) -> [Chip] {
        (sortering.crisis.isEmpty ? [] : [Chip(words("post.crisis"), "urgent")])
            + (sortering.isGelezen ? sortering.voorstellen.map { Chip($0.soort, words) } : [unread(words)])
    }

    /// Says that the rules could not read it, with the language where that is known.
    private func unread(_ words: Words) -> Chip {
        switch sortering.taal {
        case .anders, .onbekend: Chip(words("post.uncertain"), "attention")
        case .nederlands, .engels, .duits, .frans, .spaans, .portugees, .italiaans, .pools, .roemeens, .bulgaars,
            .turks, .arabisch, .oekraiens, .russisch:
            Chip(
                words("post.uncertain_in", ["language": words("post.language_\(sortering.taal.rawValue)")]),
                "attention")
        }
    }
}

extension Chip {
    init(_ kind: Mailsoort, _ words: Words) {
        let tone =
            switch kind {
            case .overleden, .problematiek, .klacht: "attention"
            case .betwist, .gegevens, .hulpverlener: "note"
            case .regeling, .betaald, .verhuisd, .vraag, .overig: ""
            }
        self.init(words("post.kind_\(kind.rawValue)"), tone)
    }

    init(_ sure: Vondst.Zekerheid, _ words: Words) {
        let tone =
            switch sure {
            case .zeker: "calm"
            case .waarschijnlijk: "attention"
            case .mogelijk: "unknown"
            }
        self.init(words("post.certainty_\(sure.rawValue)"), tone)
    }
}
