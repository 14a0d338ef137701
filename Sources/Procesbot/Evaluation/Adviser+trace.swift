public import Basics

extension Adviser {
    /// How a question was read and which passages came near: for those who tend the library and its words.
    public func trace(_ question: String, facts: JSON? = nil, on day: Day) -> [String] {
        let asked = Inquiry(question, given: facts, on: day, adviser: self)
        let words = asked.query.map { term in
            term.term.token.text + (term.meant.map { "→" + $0 } ?? "") + (term.isKnown ? "" : "?") + " "
                + Self.short(importance(of: term))
        }
        let composer = Composer(self, asked)
        let passages = composer.weighed(composer.retrieve()).prefix(5).map { candidate in
            candidate.heading + " " + Self.short(candidate.score) + " (" + Self.short(candidate.coverage) + ")"
        }
        return [words.joined(separator: ", "), passages.joined(separator: " | ")]
    }

    private static func short(_ value: Float) -> String { String((value * 100).rounded() / 100) }
}
