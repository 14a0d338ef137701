extension Composer {
    /// Works out dates, sums, shares and limits with the numbers of the case.
    mutating func reckon(_ chosen: [Candidate]) {
        // Of one date one is counted: that of the passage whose period fits it best.
        let dated = chosen.map { ($0.number, Reckoner(adviser: adviser, asked: asked, candidate: $0).fitOfDate) }
            .filter { $0.1 > 0 }.max { $0.1 < $1.1 }?.0
        for (place, candidate) in chosen.enumerated() where place < 2 || candidate.number == dated {
            let reckoner = Reckoner(adviser: adviser, asked: asked, candidate: candidate)
            for result in reckoner.results(isDated: dated != candidate.number) + (place == 0 ? reckoner.rows() : []) {
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
