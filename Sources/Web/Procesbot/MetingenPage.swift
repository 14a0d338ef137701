import Basics
import Bibliotheek
import Zaken

/// How the adviser did, per version of library and rules; and what differed the last time.
struct MetingenPage: Page {
    let rows: [Row]
    let empty: Empty?
    /// What became worse since the measurement before.
    let worse: Worse?
    let differences: Differences?
    let measure: Measure?

    struct Row: Sendable {
        let when: String
        let who: String
        let routes: String
        let share: String
        let refusals: String
        let sources: String
        let library: String
        /// What is other than at the measurement before.
        let changed: String?
        let trend: Chip
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
        rows: [
            Row(
                when: "di 9 juni 11:05", who: "Cora", routes: "47 van 48", share: "47", refusals: "8 van 8",
                sources: "96%, 92%", library: "a1b2c3 · d4e5f6",
                changed: "de bibliotheek veranderde", trend: Chip("slechter", "urgent"))
        ], empty: Empty(title: "Nog niet gemeten", text: "Meet nu.", way: nil),
        worse: Worse(text: "Deze vraag ging eerst goed.", questions: [sampleItem]),
        differences: Differences(items: [sampleItem]),
        measure: Measure(path: "/procesbot/metingen"))

    private static let sampleItem = Item(
        question: "Tot wanneer loopt de pauze?", path: "/procesbot?test=V05", text: "mist: 30 april")

    static let variants: [(name: String, page: MetingenPage)] = [
        ("leeg", MetingenPage(rows: [], empty: sample.empty, worse: nil, differences: nil, measure: nil)),
        (
            "gevuld",
            MetingenPage(
                rows: sample.rows, empty: nil, worse: nil, differences: sample.differences, measure: sample.measure)
        ),
    ]
}

extension MetingenPage {
    /// `questions` are the words of the test questions by their id.
    init(
        _ all: [Meting], asking questions: [String: String], _ colleagues: Colleagues, mayMeasure: Bool, _ words: Words,
        _ today: Day
    ) {
        let wrong = all.first.map { MetingenPage.wrong($0) } ?? [:]
        let before = Set(all.dropFirst().first.map { MetingenPage.right($0) } ?? [])
        let lost = wrong.keys.filter(before.contains).sorted()
        let items = wrong.mapValues { $0.map(words.difference).joined(separator: "; ") }.map { id, text in
            (
                id,
                Item(question: questions[id] ?? id, path: AdvicePaths.ask() + "?test=\(id.formEncoded)", text: text)
            )
        }.sorted { $0.0 < $1.0 }
        self.init(
            rows: all.indices.map { number in
                Row(
                    all[number], before: all.indices.contains(number + 1) ? all[number + 1] : nil, colleagues, words,
                    today)
            },
            empty: all.isEmpty
                ? Empty(title: words("measures.none"), text: words("measures.none_text"), way: nil) : nil,
            worse: lost.isEmpty
                ? nil
                : Worse(
                    text: words("measures.worse", count: lost.count),
                    questions: items.filter { lost.contains($0.0) }.map(\.1)),
            differences: wrong.isEmpty ? nil : Differences(items: items.map(\.1)),
            measure: mayMeasure ? Measure(path: AdvicePaths.measures()) : nil)
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
    fileprivate func difference(_ text: String) -> String {
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

extension MetingenPage.Row {
    init(_ one: Meting, before: Meting?, _ colleagues: Colleagues, _ words: Words, _ today: Day) {
        let routes = one.uitkomst["routes"], refusals = one.uitkomst["refusals"], sources = one.uitkomst["sources"]
        func of(_ part: JSON) -> String {
            words("measures.of", ["right": "\(part["right"].integer ?? 0)", "all": "\(part["of"].integer ?? 0)"])
        }
        self.init(
            when: words.moment(one.moment, today: today), who: colleagues.name(of: Medewerker(one.door)),
            routes: of(routes), share: "\(one.right * 100 / max(1, one.all))", refusals: of(refusals),
            sources:
                "\(MetingenPage.Row.percent(sources["recallAt1"])) · \(MetingenPage.Row.percent(sources["recallAt5"]))",
            library: words(
                "measures.versions",
                ["library": String(one.bibliotheek.prefix(6)), "rules": String(one.regels.prefix(6))]),
            changed: before.map { MetingenPage.Row.changed(one, $0, words) },
            trend: MetingenPage.Row.trend(one, before, words))
    }

    private static func changed(_ one: Meting, _ before: Meting, _ words: Words) -> String {
        switch (one.bibliotheek == before.bibliotheek, one.regels == before.regels) {
        case (true, true): words("measures.changed_nothing")
        case (false, true): words("measures.changed_library")
        case (true, false): words("measures.changed_rules")
        case (false, false): words("measures.changed_both")
        }
    }

    private static func percent(_ share: JSON) -> String {
        share.number.flatMap { ($0 * Decimal128(100))?.rounded(toPlaces: 0)?.integer }.map { "\($0)%" } ?? "-"
    }

    private static func trend(_ one: Meting, _ before: Meting?, _ words: Words) -> Chip {
        guard let before else { return Chip(words("measures.first"), "note") }
        let (now, then) = (one.right * max(1, before.all), before.right * max(1, one.all))
        if now == then { return Chip(words("measures.same"), "") }
        return now > then ? Chip(words("measures.better"), "calm") : Chip(words("measures.less"), "urgent")
    }
}

extension Meting {
    fileprivate var right: Int {
        (uitkomst["routes"]["right"].integer ?? 0) + (uitkomst["refusals"]["right"].integer ?? 0)
    }
    fileprivate var all: Int { (uitkomst["routes"]["of"].integer ?? 0) + (uitkomst["refusals"]["of"].integer ?? 0) }
}
