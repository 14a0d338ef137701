import Basics
import Bibliotheek
import Database
import Journal
import Procesbot
import Zaken

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
        // Of other questions a better or a worse share says nothing.
        if one.all != before.all { return Chip(words("measures.others"), "note") }
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
