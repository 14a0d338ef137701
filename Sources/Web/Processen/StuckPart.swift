import Basics
import Engine
import Zaken

/// The zaken that are stuck in a process: at which step, why, since when, and who asked about it.
struct StuckPart: Sendable {
    let count: String
    let rows: [Row]
    /// That more are stuck than are shown.
    let more: String?

    struct Row: Sendable {
        let number: String
        /// Nothing for who may not see zaken.
        let path: String?
        let step: String
        let why: String
        let version: String
        let since: String
        let asked: String?
    }

    static let sample = StuckPart(
        count: "2 zaken zijn vastgelopen",
        rows: [
            Row(
                number: "ZAAK-2026-000048", path: "/zaken/1", step: "Registreren betalingsregeling",
                why: "De tekening vraagt om werk dat Ontknoop niet kent.", version: "versie 3", since: "vandaag",
                asked: "Anja Voorbeeld vraagt u te kijken, vandaag"),
            Row(
                number: "ZAAK-2026-000076", path: nil, step: "A.3.3", why: "Geen weg paste.", version: "versie 2",
                since: "gisteren", asked: nil),
        ], more: "Er zijn er nog 12.")
}

extension StuckPart {
    /// Nothing where nothing is stuck.
    init?(
        _ stuck: [Storing], of all: Int, maySee: Bool, _ library: ProcessLibrary, _ colleagues: Colleagues,
        _ words: Words, _ today: Day
    ) {
        guard all > 0 else { return nil }
        self.init(
            count: words("processes.stuck", count: all),
            rows: stuck.map { one in
                let drawn = library[one.tekening]?.nodes.first { $0.id == one.stap }?.name
                let name = drawn.map { Stap.name(words.drawn($0)) } ?? words("work.unnamed_step")
                let asked = one.gevraagd.map { when in
                    words(
                        "processes.stuck_asked",
                        [
                            "who": one.vrager.map(colleagues.name) ?? "",
                            "when": words.ago(when.day, today: today),
                        ])
                }
                return Row(
                    number: one.zaaknummer, path: maySee ? ZaakPaths.zaak(one.zaak) : nil, step: name,
                    why: words.mishap(one.oorzaak, one.woord) ?? "",
                    version: words("processes.version_n", ["n": words.number(one.tekening.version)]),
                    since: words.ago(one.sinds.day, today: today), asked: asked)
            }, more: all > stuck.count ? words("processes.stuck_more", count: all - stuck.count) : nil)
    }
}
