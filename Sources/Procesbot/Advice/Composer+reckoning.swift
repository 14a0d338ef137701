extension Composer {
    /// Works out dates, sums, shares and limits with the numbers of the case.
    mutating func reckon(_ chosen: [Candidate]) {
        for candidate in chosen.prefix(2) {
            let reckoner = Reckoner(adviser: adviser, asked: asked, candidate: candidate)
            for result in reckoner.results() {
                steps.append(
                    AdviceStep(
                        step: result.sentence,
                        why: adviser.phrases(
                            "waarom.berekend", ["feiten": result.facts.joined(separator: "; "), "kop": result.heading]),
                        sources: result.sources, facts: result.facts))
            }
        }
    }
}
