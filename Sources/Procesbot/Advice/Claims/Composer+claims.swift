extension Composer {
    /// Sentences anywhere in the library that give what is asked another number, under no other condition.
    func claimConflicts(_ chosen: [Candidate]) -> [SourceConflict] {
        let asking = asked.query.filter {
            $0.weight >= 0.3 && asked.form.asking.indices.contains($0.term.tokens.lowerBound)
        }
        for candidate in chosen.prefix(2) {
            for (rule, claim) in claims(of: candidate)
            where asked.form.mayAsk(for: claim.quantity)
                && asking.contains(where: { wanted in claim.names.contains { wanted.term.likeness(to: $0) >= 0.6 } })
            {
                let conflicts = rivals(of: claim, candidate, rule).map { other, place in
                    SourceConflict(
                        about: adviser.phrases("tegenspraak", ["kop": candidate.heading]),
                        sources: [
                            source(candidate, candidate.rules[rule].range), source(other, other.rules[place].range),
                        ])
                }
                if !conflicts.isEmpty { return conflicts }
            }
        }
        return allowanceConflicts(chosen)
    }

    /// Whether the sources disagree on the very number that is asked.
    func disagree(_ conflicts: [SourceConflict]) -> Bool {
        let asksValue =
            asked.form.wants.map { $0 != .person && $0 != .contact } ?? false || asked.form.asksValue
            || asked.form.asksMoment
        return asksValue && !conflicts.isEmpty
    }

    private func claims(of candidate: Candidate) -> [(Int, Claim)] {
        let heading = adviser.library.lexicon.terms(of: candidate.passage.heading)
        return candidate.applicable.compactMap { rule in
            guard candidate.rules[rule].condition == nil, candidate.rules[rule].sentences.count == 1 else { return nil }
            let sentence = candidate.sentences[candidate.rules[rule].sentences.lowerBound]
            let often = Claim.frequency(sentence, under: heading, behind: beside(rule, candidate))
            return (often ?? Claim.value(sentence) ?? Claim.deadline(sentence, under: heading)).map { (rule, $0) }
        }
    }

    private func around(_ candidate: Candidate, _ claim: Claim, _ rule: Int) -> [Term] {
        claim.subject + beside(rule, candidate)
            + candidate.passage.trail.flatMap { adviser.library.lexicon.terms(of: $0) }
            + adviser.library.lexicon.terms(of: candidate.document.title)
    }

    /// `Neem het gesprek op. De opname blijft …`: the sentence before it in its own bullet or paragraph says of what it is.
    private func beside(_ rule: Int, _ candidate: Candidate) -> [Term] {
        let place = candidate.rules[rule].sentences.lowerBound
        guard place > 0, candidate.sentences[place - 1].block == candidate.sentences[place].block else { return [] }
        return candidate.sentences[place - 1].terms
    }

    private func rivals(of claim: Claim, _ candidate: Candidate, _ rule: Int) -> [(Candidate, Int)] {
        let words = adviser.library.query(claim.subject.map(\.token)) + asked.query
        let found = adviser.library.search(words, on: asked.facts.today, for: asked.scope, limit: 12).filter {
            $0.number != candidate.number && !$0.document.isModel
        }
        return found.flatMap { hit -> [(Candidate, Int)] in
            let other = candidates.first { $0.number == hit.number } ?? adviser.candidate(hit.number, score: 0, asked)
            return claims(of: other).filter { place, rival in
                Claim.isComparable(claim.quantity, rival.quantity) && Claim.differ(claim.quantity, rival.quantity)
                    && claim.isOfSameThing(as: rival, around(candidate, claim, rule), around(other, rival, place))
            }.map { (other, $0.0) }
        }
    }
}
