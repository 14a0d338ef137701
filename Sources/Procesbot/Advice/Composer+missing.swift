extension Composer {
    /// Whether a clause can be asked by itself: it names a thing and says something of it, or counts.
    func isSubject(_ clause: Clause) -> Bool {
        if !clause.places.isEmpty, asked.facts.town == nil || clause.terms.count > 1 { return true }
        let names = clause.terms.contains { $0.weight >= 0.3 && !Self.comparing.contains($0.token.text) }
        return names && clause.places.isEmpty
    }

    static let comparing: Set<String> = [
        "ouder", "jonger", "meer", "minder", "hoger", "lager", "langer", "korter", "eerder", "later", "anders", "elk",
        "elke", "alle",
    ]

    /// Asks for what a condition depends on, once, and only where it could turn the advice.
    mutating func ask(_ clause: Clause, _ candidate: Candidate) {
        let wording = words(clause, candidate)
        // A few words that name nothing are no question.
        guard isSubject(clause) else { return }
        let reading = adviser.model.readings(of: clause.tokens, clause.terms, denied: false).first {
            FactModel.cover(adviser.library.lexicon.terms(of: $0.entry.name), by: clause.terms) >= 0.85
        }
        let question =
            if !clause.places.isEmpty, asked.facts.town == nil { adviser.phrases("ontbreekt.plaats") } else {
                reading?.entry.question ?? adviser.phrases(wording.question, ["voorwaarde": wording.text])
            }
        guard !missing.contains(where: { $0.question == question }) else { return }
        missing.append(MissingFact(fact: reading?.entry.name ?? wording.text, question: question))
    }
}
