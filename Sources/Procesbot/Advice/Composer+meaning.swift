/// What the question means reorders and adds to what its words found; whether there is an answer at all was decided before.
extension Composer {
    /// The candidates with those that lie near in meaning, fused by reciprocal rank; nothing when it is not known what the question means.
    ///
    /// Only a passage whose own words would carry an answer has a second vote. Each takes the score of the place that it gets.
    func fused(_ found: [Candidate]) -> [Candidate]? {
        guard let meaning = asked.meaning, let vectors = adviser.library.vectors, let last = found.last else {
            return nil
        }
        let near = vectors.nearest(to: meaning, limit: Self.breadth, allows: adviser.library.allows(asked))
        var known = Dictionary(uniqueKeysWithValues: found.map { ($0.number, $0) })
        let voting = near.filter { number in
            let candidate = known[number] ?? adviser.candidate(number, score: 0, asked)
            known[number] = candidate
            return carriesAnswer(candidate)
        }
        guard !voting.isEmpty else { return nil }
        let order = ReciprocalRank.fused([found.map(\.number), voting]).prefix(Self.breadth).compactMap { known[$0] }
        let scores = found.map(\.score)
        return weighed(
            order.enumerated().map { place, candidate in
                var candidate = candidate
                candidate.score = scores.indices.contains(place) ? scores[place] : last.score
                return candidate
            })
    }

    private func carriesAnswer(_ candidate: Candidate) -> Bool {
        Support([candidate], [], asked, adviser)?.isEnough == true
    }
}

extension Library {
    /// Whether a passage may be cited in the answer to a question.
    func allows(_ asked: Inquiry) -> (Int) -> Bool {
        { number in asked.allows(documents[places[number].document]) }
    }
}
