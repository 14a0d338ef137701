extension Composer {
    /// The steps that the drawing has ahead, each with what led there; what a choice still waits for is asked.
    mutating func follow(_ walk: ModelWalk) {
        for stop in walk.stops {
            switch stop {
            case .choice(let candidate, let rule): add(rule, of: candidate, leads: false, [])
            case .step(let candidate):
                for rule in candidate.applicable.prefix(4) { add(rule, of: candidate, leads: false, []) }
            }
        }
        for candidate in walk.open { ask(candidate) }
    }

    /// A choice is shown with its ways, and its question is the question.
    private mutating func ask(_ candidate: Candidate) {
        for rule in candidate.applicable.prefix(4) { add(rule, of: candidate, leads: false, []) }
        let name = candidate.heading.prefix { $0 != "(" }.trimmed(of: "")
        guard !name.isEmpty else { return }
        let question = name.hasSuffix("?") ? name : adviser.phrases("ontbreekt.keuze", ["keuze": name])
        guard !missing.contains(where: { $0.question == question }) else { return }
        missing.append(MissingFact(fact: name.trimmed(of: "?"), question: question))
    }

    /// What was told of the zaak, where only drawings have anything to say: no instruction knows it.
    mutating func nameUnknown() {
        for told in asked.told.prefix(3) {
            let question = adviser.phrases("ontbreekt.steun", ["deel": told.text])
            missing.append(MissingFact(fact: told.text, question: question))
        }
    }
}
