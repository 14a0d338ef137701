import Basics
import Incasso
import Recht

extension Toestand {
    /// What must be seen before anything is done: that the state holds, since when, and whether someone must decide.
    func banner(_ words: Words, today: Day) -> Banner {
        let isOver = state.awaitsDecision(on: today)
        let text = verwachtEinde.map {
            words(isOver ? "states.decide" : "states.until", ["day": words.date($0)])
        }
        let title = words(
            "states.banner", ["state": words("states.\(soort.rawValue)"), "day": words.date(begin)])
        return Banner(
            tone: isOver ? "urgent" : "", title: title, text: [text, bewijs].compactMap(\.self).joined(separator: " "))
    }
}
