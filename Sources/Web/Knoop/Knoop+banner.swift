import Basics
import Incasso

extension Knoop {
    /// What must be seen first: who the fixed contact is, and until when everything stands still.
    func banner(_ words: Words, _ colleagues: Colleagues) -> Banner {
        let who = colleagues.name(of: contact)
        let text =
            afgesloten == nil
            ? words("knoop.banner_text", ["who": who, "day": words.date(einde)])
            : words("knoop.banner_care", ["who": who])
        return Banner(tone: "note", title: words("knoop.banner"), text: text)
    }
}
