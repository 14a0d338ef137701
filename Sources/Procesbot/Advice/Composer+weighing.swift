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
            let best = candidate.relevance.max() ?? 0
            let evidence = candidate.verdicts.map { weight(of: $0, candidate) }.max() ?? 0
            let isOther = hasYear && isOfOtherYear(candidate)
            // A drawing names in passing what an instruction explains: it comes behind, unless the facts choose a way in it.
            let isNear = asked.isNear(candidate)
            let isSecond =
                candidate.document.isModel && !candidate.hasDecidedRow && !isNear && inWords >= 0.7 * candidate.coverage
            candidate.score =
                candidate.score / top + 0.7 * candidate.coverage + (answersWanted(candidate) ? 0.15 : 0) + 0.25 * best
                / max(1, asked.weight(adviser))
                + 0.16 * Float(min(3, evidence)) + (answersLimit(candidate) ? 0.25 : 0) - (isOther ? 0.4 : 0)
                - (isSecond ? 0.3 : 0) + (isNear && candidate.coverage > 0 ? 0.35 : 0) - (candidate.isPassing ? 2 : 0)
                + (candidate.reckons ? candidate.coverage > 0 ? 0.6 : 0.9 : 0)
                + Self.weightOfDocument * (shares[candidate.document.name] ?? 0) + Self.weightOfFit * bestFit(candidate)
            return candidate
        }.sorted { ($0.score, -$0.number) > ($1.score, -$1.number) }
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

    /// What it weighs that a document holds much of what was found, and that a rule holds what is waited for; chosen by how often the right
    /// passage comes first on libraries left out of the choice.
    private static let weightOfDocument: Float = 0.6
    private static let weightOfFit: Float = 0.3
}
