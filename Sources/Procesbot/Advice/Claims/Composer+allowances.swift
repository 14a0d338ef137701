extension Composer {
    /// Allowances elsewhere that let the same go further or less far, where the question asks for one of them.
    func allowanceConflicts(_ chosen: [Candidate]) -> [SourceConflict] {
        for candidate in chosen.prefix(2) {
            for (rule, claim) in allowances(of: candidate)
            where asked.query.count(where: { wanted in
                wanted.weight >= 0.6 && claim.subject.contains { wanted.term.likeness(to: $0) >= 0.45 }
            }) >= 2 {
                let words = adviser.library.query(claim.subject.map(\.token))
                let found = adviser.library.search(words, on: asked.facts.today, for: asked.scope, limit: 8)
                for hit in found where hit.document.name != candidate.document.name && !hit.document.isModel {
                    let other =
                        candidates.first { $0.number == hit.number } ?? adviser.candidate(hit.number, score: 0, asked)
                    let rival = allowances(of: other).first { _, rival in
                        Claim.isComparable(claim.quantity, rival.quantity)
                            && Claim.differ(claim.quantity, rival.quantity) && claim.allowsSame(as: rival)
                    }
                    guard let rival else { continue }
                    return [
                        SourceConflict(
                            about: adviser.phrases("tegenspraak", ["kop": candidate.heading]),
                            sources: [
                                source(candidate, candidate.rules[rule].range),
                                source(other, other.rules[rival.0].range),
                            ])
                    ]
                }
            }
        }
        return []
    }

    private func allowances(of candidate: Candidate) -> [(Int, Claim)] {
        candidate.applicable.compactMap { rule in
            guard candidate.rules[rule].sentences.count == 1, candidate.rules[rule].cells.isEmpty else { return nil }
            return Claim.allowance(candidate.sentences[candidate.rules[rule].sentences.lowerBound]).map { (rule, $0) }
        }
    }
}
