import Bibliotheek

/// How many zaken go by the drawing, where they wait and how long a step takes.
struct ZaakloopPart: Sendable {
    let share: String
    let told: String
    let steps: [Step]

    struct Step: Sendable {
        let name: String
        let waiting: String
        let since: String
        let takes: String
    }

    static let sample = ZaakloopPart(
        share: "83 %", told: "50 van 60 zaken gingen volgens de tekening; in 10 week iemand af.",
        steps: [Step(name: "A.2.2 Belronde", waiting: "12", since: "4 dagen", takes: "3 dagen")])
}

extension ZaakloopPart {
    /// The steps that are shown: where most waits.
    private static let shown = 10

    init?(_ loop: Zaakloop, called: [String: String], _ words: Words) {
        guard let share = loop.deel else { return nil }
        self.share = words("deviations.share", ["n": words.number(share)])
        told = words(
            loop.afgeweken == 0 ? "deviations.course_all" : "deviations.course",
            ["n": words.number(loop.volgens), "all": words.number(loop.zaken), "other": words.number(loop.afgeweken)])
        steps = loop.stappen.prefix(ZaakloopPart.shown).map { one in
            Step(
                name: called[one.stap].map(words.drawn) ?? one.stap, waiting: words.number(one.wachten),
                since: one.wachten == 0 ? "–" : words("deviations.days", count: one.wachtdagen),
                takes: one.gedaan == 0 ? "–" : words("deviations.days", count: one.duur))
        }
    }
}
