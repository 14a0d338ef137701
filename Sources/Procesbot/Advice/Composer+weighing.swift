/// What speaks for a passage, added up.
extension Composer {
    /// The candidates by all that speaks for them, best first.
    func weighed(_ found: [Candidate]) -> [Candidate] {
        let top = max(0.001, found.first?.score ?? 1)
        let hasYear = found.contains(where: isOfAskedYear)
        let inWords = found.lazy.filter { !$0.document.isModel }.map(\.coverage).max() ?? 0
        let shares = documentShares(found)
        return found.map { candidate in
            var candidate = candidate
            candidate.reckons = Reckoner(adviser: adviser, asked: asked, candidate: candidate).canReckon
            candidate.isPassing =
                !candidate.reckons && !writesWanted(candidate) && adviser.isPassing(candidate, asked, inWords: inWords)
            let isOther = hasYear && isOfOtherYear(candidate)
            let spoken = voices(for: candidate, inWords, share: shares[candidate.document.name] ?? 0)
            candidate.score = (spoken + [isOther ? Weight.otherYear : 0]).reduce(candidate.score / top, +)
            return candidate
        }.sorted { ($0.score, -$0.number) > ($1.score, -$1.number) }
    }

    /// What each thing that tells for or against a passage weighs, beside its place among what was found.
    private func voices(for candidate: Candidate, _ inWords: Float, share: Float) -> [Float] {
        let evidence = candidate.verdicts.map { weight(of: $0, candidate) }.max() ?? 0
        let isNear = asked.isNear(candidate)
        // A drawing names in passing what an instruction explains: it comes behind, unless the facts choose a way in it.
        let isSecond =
            candidate.document.isModel && !candidate.hasDecidedRow && !isNear && inWords >= 0.7 * candidate.coverage
        return [
            Weight.coverage * candidate.coverage, answersWanted(candidate) ? Weight.wanted : 0,
            Weight.relevance * (candidate.relevance.max() ?? 0) / max(1, asked.weight(adviser)),
            Weight.fact * Float(min(3, evidence)), answersLimit(candidate) ? Weight.limit : 0,
            isSecond ? Weight.second : 0, isNear && candidate.coverage > 0 ? Weight.near : 0,
            candidate.isPassing ? Weight.passing : 0,
            candidate.reckons ? candidate.coverage > 0 ? Weight.sum : Weight.onlySum : 0,
            Weight.document * share, Weight.fit * bestFit(candidate),
        ]
    }

    /// Which share of all that was found each document holds: a question is mostly about one matter, and a document too.
    private func documentShares(_ found: [Candidate]) -> [String: Float] {
        let all = max(0.001, found.reduce(0) { $0 + $1.score })
        return found.reduce(into: [:]) { $0[$1.document.name, default: 0] += $1.score / all }
    }

    /// How much of what the question waits for stands in the rules that fit it best.
    private func bestFit(_ candidate: Candidate) -> Float {
        let best = candidate.relevance.max() ?? 0
        return candidate.rules.indices.filter { candidate.relevance[$0] >= 0.6 * best }
            .map { asked.form.fit(of: candidate.rules[$0], candidate) }.max() ?? 0
    }

    /// How many facts speak for a rule that holds.
    private func weight(of verdict: Verdict?, _ candidate: Candidate) -> Int {
        guard let verdict, !candidate.grounds(verdict).isEmpty || verdict.truth == .yes && verdict.evidence.isEmpty
        else {
            return 0
        }
        return Set((verdict.evidence + verdict.touching).map(\.text)).count
    }

    /// Sets a bound to the very number that the question asks leave for, or that the case goes beyond.
    private func answersLimit(_ candidate: Candidate) -> Bool {
        candidate.limits.values.contains { $0.truth == .no || asked.form.isPolar }
    }

    /// Holds the kind of number that is asked for.
    private func answersWanted(_ candidate: Candidate) -> Bool {
        let best = candidate.relevance.max() ?? 0
        return candidate.rules.indices.contains {
            candidate.relevance[$0] >= 0.6 * best && givesWanted(candidate.rules[$0], candidate)
        }
    }
}

/// What tells for a passage and against it; chosen by how often the right passage comes first on libraries left out of the choice.
private enum Weight {
    /// How much of the question stands in it, and how much its best rule has to do with the question.
    static let coverage: Float = 0.7
    static let relevance: Float = 0.25
    /// Holds the kind of number that is asked for, or a bound to the one that is told.
    static let wanted: Float = 0.15
    static let limit: Float = 0.25
    /// Each fact that speaks for a rule in it, up to three.
    static let fact: Float = 0.16
    /// Something can be worked out by it; that alone weighs more where no word is shared.
    static let sum: Float = 0.6
    static let onlySum: Float = 0.9
    /// Its document holds much of what was found; a rule holds what is waited for.
    static let document: Float = 0.6
    static let fit: Float = 0.3
    /// Stands at the step where the zaak is.
    static let near: Float = 0.35
    static let otherYear: Float = -0.4
    static let second: Float = -0.3
    static let passing: Float = -2
}
