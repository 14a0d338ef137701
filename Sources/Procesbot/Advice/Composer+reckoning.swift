extension Composer {
    /// Works out dates, sums, shares and limits with the numbers of the case.
    mutating func reckon(_ chosen: [Candidate]) {
        for (place, candidate) in chosen.prefix(2).enumerated() {
            let reckoner = Reckoner(adviser: adviser, asked: asked, candidate: candidate)
            for result in reckoner.results() + (place == 0 ? reckoner.rows() : []) {
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
