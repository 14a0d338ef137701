import Basics
import Bibliotheek
import Database
import Journal
import Procesbot
import Zaken

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
                    questions: items.filter { lost.contains($0.0) && !look.heldOut.contains($0.0) }.map(\.1)),
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
