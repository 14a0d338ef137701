/// Of a long list one item may be the answer.
extension Composer {
    /// The item of a list of instructions that the question is about much more than about the others, behind its announcement.
    func item(of number: Int, _ candidate: Candidate) -> Draft? {
        let rule = candidate.rules[number]
        guard rule.cells.isEmpty, rule.condition == nil, rule.sentences.count > 2,
            case let intro = candidate.sentences[rule.sentences.lowerBound], intro.tokens.last?.mark == ":"
        else { return nil }
        let items = rule.sentences.dropFirst().map { sentence in
            (sentence: sentence, fit: adviser.matched(asked.query, by: candidate.sentences[sentence].terms))
        }.sorted { ($0.fit, -$0.sentence) > ($1.fit, -$1.sentence) }
        guard let best = items.first, items[1].fit <= 0.6 * best.fit,
            best.fit >= 0.35 * adviser.matched(asked.query, by: rule.terms)
        else { return nil }
        let sources = [intro.range, candidate.sentences[best.sentence].range].map { source(candidate, $0) }
        let words = sources.map { $0.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let step = AdviceStep(
            step: words.joined(separator: " "),
            why: adviser.phrases("waarom.onderwerp", ["kop": candidate.heading]), sources: sources)
        return Draft(step: step, passage: candidate.number, weight: weight(of: number, candidate) + 0.3, kind: .rule)
    }
}
