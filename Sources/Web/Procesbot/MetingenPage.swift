import Basics
import Bibliotheek
import Database
import Journal
import Procesbot
import Zaken

/// How the adviser did, per version of library and rules; and what differed the last time.
struct MetingenPage: Page {
    /// How far the measurement under way is.
    let busy: Busy?
    /// Said where measuring went wrong.
    let failing: String?
    /// How the newest measurement went by list: on which the adviser was tuned, and on which not.
    let lists: [Listed]
    /// Of what was called clear or likely, how much was right.
    let certainty: Certainty?
    /// Changes that were proposed and wait for a decision.
    let proposals: [Proposal]
    /// The share that went right, over time; the table beside it says the same.
    let course: SafeMarkup?
    let rows: [Row]
    let empty: Empty?
    /// What became worse since the measurement before.
    let worse: Worse?
    let differences: Differences?
    /// How many more went wrong of the list that is held out, and why they do not stand there.
    let heldOut: String?
    let measure: Measure?

    struct Busy: Sendable {
        let text: String
        let asked: String
        let all: String
        /// Where a person stops it, who may.
        let stop: Stop?
    }

    struct Stop: Sendable {
        let path: String
    }

    /// One list of test questions.
    struct Listed: Sendable {
        let name: String
        /// What its figures are worth.
        let text: String
        let routes: String
        let first: String
        let refusals: String
    }

    struct Certainty: Sendable {
        let picture: SafeMarkup?
        let sentences: [Change]
    }

    struct Row: Sendable {
        let when: String
        let who: String
        let routes: String
        /// The stricter figure: those of which the first step alone is right.
        let first: String
        let share: String
        let refusals: String
        let sources: String
        /// What is other than at the measurement before: which sources, words and rules, by whom, when.
        let changes: [Change]
        let trend: Chip
    }

    struct Change: Sendable {
        let text: String
    }

    struct Proposal: Sendable {
        let title: String
        let path: String
        let who: String
        let state: Chip
    }

    struct Worse: Sendable {
        let text: String
        let questions: [Item]
    }

    struct Differences: Sendable {
        let items: [Item]
    }

    /// A test question that went wrong, in words, with a way to ask it now.
    struct Item: Sendable {
        let question: String
        let path: String
        let text: String
    }

    struct Measure: Sendable {
        let path: String
    }

    static let template = "procesbot/metingen"
    static let area: Area? = .procesbot

    static let sample = MetingenPage(
        busy: Busy(
            text: "20 van 96 testvragen gesteld.", asked: "20", all: "96", stop: Stop(path: "/procesbot/metingen/stop")),
        failing: "Het meten lukt nu niet.",
        lists: [
            Listed(
                name: "Niet afgesteld", text: "Reken op dit cijfer.", routes: "17 van 30", first: "15 van 30",
                refusals: "9 van 10")
        ],
        certainty: Certainty(
            picture: Zekerheidsbeeld.sample.markup, sentences: [Change(text: "Van 14 antwoorden waren er 9 goed.")]),
        proposals: [
            Proposal(
                title: "Nieuwe versie van 05-betalingsregeling.md", path: "/procesbot/voorstellen/1",
                who: "Cora Voorbeeld, vandaag 11:05", state: Chip("wordt gemeten", "note"))
        ],
        course: Meetlijn.sample,
        rows: [
            Row(
                when: "di 9 juni 11:05", who: "Cora", routes: "47 van 48", first: "40 van 48", share: "47",
                refusals: "8 van 8",
                sources: "96%, 92%",
                changes: [Change(text: "“Uitstel” kreeg versie 2 (Cora Voorbeeld, di 9 juni 10:58)")],
                trend: Chip("slechter", "urgent"))
        ], empty: Empty(title: "Nog niet gemeten", text: "Meet nu.", way: nil),
        worse: Worse(text: "Deze vraag ging eerst goed.", questions: [sampleItem]),
        differences: Differences(items: [sampleItem]),
        heldOut: "Van de lijst “Niet afgesteld” gingen er nog 13 niet goed.",
        measure: Measure(path: "/procesbot/metingen"))

    private static let sampleItem = Item(
        question: "Tot wanneer loopt de pauze?", path: "/procesbot?test=V05", text: "mist: 30 april")

    static let variants: [(name: String, page: MetingenPage)] = [
        (
            "leeg",
            MetingenPage(
                busy: nil, failing: nil, lists: [], certainty: nil, proposals: [], course: nil, rows: [],
                empty: sample.empty, worse: nil, differences: nil,
                heldOut: nil, measure: nil)
        ),
        (
            "gevuld",
            MetingenPage(
                busy: nil, failing: nil, lists: sample.lists, certainty: sample.certainty, proposals: sample.proposals,
                course: sample.course, rows: sample.rows, empty: nil, worse: nil,
                differences: sample.differences, heldOut: sample.heldOut, measure: sample.measure)
        ),
    ]
}

/// The measurements with all that is told of them, read in one transaction.
struct MetingenLook: Sendable {
    let all: [Meting]
    /// The one under way.
    let opdracht: Meetopdracht?
    let isFailing: Bool
    /// What happened to sources and words since the oldest of them, the oldest first.
    let changes: [JournalEntry]
    let proposals: [(one: Wijzigingsvoorstel, name: Wijzigingsnaam)]
    let stand: String
    /// The words of the test questions by their id.
    let questions: [String: String]
    /// The questions of the list that nobody tunes on.
    let heldOut: Set<String>
    let colleagues: Colleagues

    init(_ bot: BotDesk, in tx: Transaction) throws {
        all = try tx.metingen.newest(limit: 50)
        opdracht = try tx.meetopdracht.find()
        isFailing = try opdracht != nil && Meetwerk.isFailing(tx)
        changes =
            try all.last.map { try tx.journal.entries(about: ["bron", "woordgroep"], after: $0.moment, limit: 2_000) }
            ?? []
        proposals = try tx.voorstellen.open(limit: 50).map { ($0, try Wijzigingsnaam($0.wijziging, in: tx)) }
        stand = try bot.plank.measured(tx)
        let tests = bot.testvragen.all + (try tx.testvragen.all().map(\.test))
        questions = Dictionary(tests.map { ($0.id, $0.vraag) }) { first, _ in first }
        heldOut = Set(bot.testvragen.vers.map(\.id))
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }
}

extension MetingenPage {
    init(_ look: MetingenLook, mayMeasure: Bool, _ words: Words, _ today: Day) {
        let all = look.all
        let wrong = all.first.map { MetingenPage.wrong($0) } ?? [:]
        let before = Set(all.dropFirst().first.map { MetingenPage.right($0) } ?? [])
        let lost = wrong.keys.filter(before.contains).sorted()
        let items = wrong.mapValues { $0.map(words.difference).joined(separator: "; ") }.map { id, text in
            (
                id,
                Item(
                    question: look.questions[id] ?? id, path: AdvicePaths.ask() + "?test=\(id.formEncoded)",
                    text: text)
            )
        }.sorted { $0.0 < $1.0 }
        // Who mends what they see there has used that list up.
        let shown = items.filter { !look.heldOut.contains($0.0) }.map(\.1)
        let picture = all.first.map { Zekerheidsbeeld($0, words) }
        self.init(
            busy: look.opdracht.map { Busy($0, mayStop: mayMeasure, words) },
            failing: look.isFailing ? words("proposal.failing") : nil,
            lists: (all.first?.uitkomst["lists"].elements ?? []).map { Listed($0, words) },
            certainty: picture.flatMap { picture in
                picture.markup.map {
                    Certainty(picture: $0, sentences: picture.sentences.map { Change(text: $0) })
                }
            },
            proposals: look.proposals.map { Proposal($0.one, $0.name, look, words, today) },
            course: Meetlijn(all.reversed(), words).markup,
            rows: all.indices.map { number in
                Row(
                    all[number], before: all.indices.contains(number + 1) ? all[number + 1] : nil, look, words, today)
            },
            empty: all.isEmpty
                ? Empty(title: words("measures.none"), text: words("measures.none_text"), way: nil) : nil,
            worse: lost.isEmpty
                ? nil
                : Worse(
                    text: words("measures.worse", count: lost.count),
                    questions: items.filter { lost.contains($0.0) }.map(\.1)),
            differences: shown.isEmpty ? nil : Differences(items: shown),
            heldOut: shown.count == items.count
                ? nil : words("measures.held_out", count: items.count - shown.count),
            measure: mayMeasure && look.opdracht == nil ? Measure(path: AdvicePaths.measures()) : nil)
    }

    /// The questions that went wrong, with what differed.
    private static func wrong(_ one: Meting) -> [String: [String]] {
        (one.uitkomst["questions"].elements ?? []).reduce(into: [:]) { wrong, question in
            guard question["right"].flag == false, let id = question["id"].text else { return }
            wrong[id] = (question["differences"].elements ?? []).compactMap(\.text)
        }
    }

    private static func right(_ one: Meting) -> [String] {
        (one.uitkomst["questions"].elements ?? []).filter { $0["right"].flag == true }.compactMap { $0["id"].text }
    }
}

extension Words {
    /// What differed, as the evaluation says it, in the reader's language.
    func difference(_ text: String) -> String {
        let kinds = [
            ("lacks: ", "lacks"), ("has: ", "has"), ("refused: ", "refused"), ("not refused; first: ", "not_refused"),
            ("refused as ", "refused_as"), ("source ", "source"),
        ]
        guard let (prefix, key) = kinds.first(where: { text.hasPrefix($0.0) }) else { return text }
        let what = text.dropFirst(prefix.count).replacing(" not cited", with: "").replacing(", not ", with: " / ")
        let reason = text.contains("refused") ? self.text("advice.refused_\(what.replacing("-", with: "_"))") : nil
        return self("measures.\(key)", ["what": reason ?? String(what)])
    }
}

extension MetingenPage.Busy {
    init(_ one: Meetopdracht, mayStop: Bool, _ words: Words) {
        let text = one.vragen.map {
            words("proposal.asked", ["n": words.number(one.gesteld), "all": words.number($0)])
        }
        self.init(
            text: text ?? words("proposal.waits"), asked: String(one.gesteld), all: String(one.vragen ?? 1),
            stop: mayStop ? .init(path: AdvicePaths.measuresStop()) : nil)
    }
}

extension MetingenPage.Listed {
    init(_ list: JSON, _ words: Words) {
        let name = list["list"].text ?? ""
        self.init(
            name: words("measures.list_\(name)"), text: words("measures.list_\(name)_text"),
            routes: words.of(list["routes"]), first: words.of(list["firstSteps"]),
            refusals: words.of(list["refusals"]))
    }
}

extension MetingenPage.Proposal {
    init(
        _ one: Wijzigingsvoorstel, _ name: Wijzigingsnaam, _ look: MetingenLook, _ words: Words, _ today: Day
    ) {
        let who = look.colleagues.name(of: Medewerker(one.door))
        self.init(
            title: name.said(words), path: AdvicePaths.proposal(one.id),
            who: words("proposal.by", ["who": who, "when": words.moment(one.moment, today: today)]),
            state: Chip(one, look.stand, words))
    }
}

extension MetingenPage.Row {
    init(_ one: Meting, before: Meting?, _ look: MetingenLook, _ words: Words, _ today: Day) {
        let sources = one.uitkomst["sources"]
        self.init(
            when: words.moment(one.moment, today: today), who: look.colleagues.name(of: Medewerker(one.door)),
            routes: words.of(one.uitkomst["routes"]), first: words.of(one.uitkomst["firstSteps"]),
            share: "\(one.right * 100 / max(1, one.all))",
            refusals: words.of(one.uitkomst["refusals"]),
            sources: words(
                "measures.cited",
                ["first": "\(sources["recallAt1"].percent)", "five": "\(sources["recallAt5"].percent)"]),
            changes: before.map { MetingenPage.Row.changes(one, $0, look, words, today) } ?? [],
            trend: MetingenPage.Row.trend(one, before, words))
    }

    /// What became other between two measurements, in words; the newest first.
    private static func changes(
        _ one: Meting, _ before: Meting, _ look: MetingenLook, _ words: Words, _ today: Day
    ) -> [MetingenPage.Change] {
        let since = look.changes.filter { $0.moment > before.moment && $0.moment <= one.moment }.reversed()
        var lines = since.compactMap { words.change($0, look.colleagues, today) }
        let rest = lines.count - most
        if rest > 0 { lines = Array(lines.prefix(most)) + [words("measures.more_changes", count: rest)] }
        if one.bibliotheek != before.bibliotheek, lines.isEmpty { lines.append(words("measures.changed_library")) }
        if one.regels != before.regels { lines.append(words("measures.changed_rules")) }
        if one.all != before.all { lines.append(words("measures.other_questions", count: one.all)) }
        if lines.isEmpty { lines.append(words("measures.changed_nothing")) }
        return lines.map { .init(text: $0) }
    }

    private static let most = 5

    private static func trend(_ one: Meting, _ before: Meting?, _ words: Words) -> Chip {
        guard let before else { return Chip(words("measures.first"), "note") }
        let (now, then) = (one.right * max(1, before.all), before.right * max(1, one.all))
        if now != then {
            return now > then ? Chip(words("measures.better"), "calm") : Chip(words("measures.less"), "urgent")
        }
        let cited = [one, before].map {
            $0.uitkomst["sources"]["recallAt1"].percent + $0.uitkomst["sources"]["recallAt5"].percent
        }
        if cited[0] == cited[1] { return Chip(words("measures.same"), "") }
        return cited[0] > cited[1]
            ? Chip(words("measures.sources_better"), "calm") : Chip(words("measures.sources_less"), "attention")
    }
}

extension Words {
    /// What happened to a source or to words, by whom and when; nothing for what does not change advice.
    fileprivate func change(_ entry: JournalEntry, _ colleagues: Colleagues, _ today: Day) -> String? {
        guard text("measures.event_\(entry.kind)") != nil else { return nil }
        let content = entry.content
        let what = content["naam"].text ?? content["woorden"].text ?? ""
        return self(
            "measures.event_\(entry.kind)",
            [
                "what": what, "n": content["versie"].integer.map { number($0) } ?? "",
                "day": content["tot"].text.flatMap(Day.init(written:)).map(date) ?? "",
                "who": colleagues.name(of: entry.actor.description, self),
                "when": moment(entry.moment, today: today),
            ])
    }
}

extension Meting {
    var right: Int {
        (uitkomst["routes"]["right"].integer ?? 0) + (uitkomst["refusals"]["right"].integer ?? 0)
    }
    var all: Int { (uitkomst["routes"]["of"].integer ?? 0) + (uitkomst["refusals"]["of"].integer ?? 0) }
}
