import Basics

extension Statement {
    /// A state of the person that bars acts, as the house has it on record: `toestand bewind`.
    var isState: Bool { origin != .question && tokens.count > 1 && tokens.first?.text == "toestand" }
}

/// A state on record that bars acts is told of before anything else, whatever is asked: dead, under bewind, in debt settlement.
extension Adviser {
    func states(_ asked: Inquiry) -> [MissingFact] {
        asked.facts.statements.filter(\.isState).map { state in
            let name = state.tokens.dropFirst().map(\.text).joined(separator: " ")
            let first = phrases("toestand.eerst", ["toestand": name])
            let said = source(onState: name, asked).map {
                " " + phrases("nood.bron", ["zin": $0.quote, "kop": $0.heading])
            }
            return MissingFact(fact: name, question: first + (said ?? ""), isDanger: true)
        }
    }

    /// The first rules of the passage that has the state as its heading.
    func source(onState name: String, _ asked: Inquiry) -> QuotedSource? {
        let words = library.query(Tokenizer.tokens(of: name))
        let found = library.search(words, on: asked.facts.today, for: asked.scope, limit: Composer.breadth)
        let candidates = found.lazy.map { candidate($0.number, score: Float($0.score), asked) }
        guard let best = candidates.first(where: { !$0.document.isModel && isHeaded($0, by: words) }),
            case let rules = best.rules.prefix(while: { $0.cells.isEmpty }).prefix(3), let first = rules.first,
            let last = rules.last
        else { return nil }
        return Composer(self, asked).source(best, first.range.lowerBound..<last.range.upperBound)
    }

    private func isHeaded(_ candidate: Candidate, by words: [QueryTerm]) -> Bool {
        let heading = library.lexicon.terms(of: candidate.passage.heading)
        return words.contains { word in heading.contains { $0.likeness(to: word.term) >= 0.6 } }
    }
}
