extension Composer {
    /// Works out dates, sums, shares and limits with the numbers of the case.
    mutating func reckon(_ chosen: [Candidate]) {
        for (place, candidate) in chosen.prefix(2).enumerated() {
            // Of one date one is counted: that of the passage which says most.
            let isDated = place > 0 && steps.contains { $0.step.contains(where: \.isNumber) }
            let reckoner = Reckoner(adviser: adviser, asked: asked, candidate: candidate)
            for result in reckoner.results(isDated: isDated) + (place == 0 ? reckoner.rows() : []) {
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
