import Basics
import Incasso
import Recht

extension Toestand {
    /// What must be seen before anything is done: that the state holds, since when, and whether someone must decide.
    func banner(_ words: Words, today: Day, _ recht: RechtTables) -> Banner {
        let isOver = state.awaitsDecision(on: today)
        let text = verwachtEinde.map {
            words(isOver ? "states.decide" : "states.until", ["day": words.date($0)])
        }
        let title = words(
            "states.banner", ["state": words("states.\(soort.rawValue)"), "day": words.date(begin)])
        return Banner(
            tone: isOver ? "urgent" : "", title: title,
            text: [forbidden(words, today, recht), instead(words), text, words("states.proof_is", ["proof": bewijs])]
                .compactMap(\.self)
                .joined(separator: " "))
    }

    /// What people do every day that it forbids, such as calling and letters that ask for money.
    private func forbidden(_ words: Words, _ today: Day, _ recht: RechtTables) -> String? {
        let rule = recht.states.rules[soort]?.value(on: max(today, begin))
        let acts = (rule?.prohibitions ?? []).reduce(into: Set<CollectionAct>()) { $0.formUnion($1.acts) }
        let told = [CollectionAct.bellen, .huisbezoek, .herinnering, .regeling, .kosten].filter(acts.contains)
        let names = told.map { words("states.act_\($0.rawValue)") }.joined(separator: ", ")
        return told.isEmpty ? nil : words("states.not_now", ["acts": names])
    }

    /// Whom to speak to instead, where that is known.
    func instead(_ words: Words) -> String? {
        guard let aan else { return nil }
        let reach = [aan.naam, aan.email].compactMap(\.self).joined(separator: ", ")
        return words("states.speak_to", ["who": reach])
    }
}
