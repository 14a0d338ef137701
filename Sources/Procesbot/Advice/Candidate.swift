/// A passage that may support an answer, read as rules and held against the facts.
struct Candidate {
    let number: Int
    let document: LibraryDocument
    let passage: Passage
    let sentences: [Sentence]
    let rules: [Rule]
    let verdicts: [Verdict?]
    /// How well each rule fits the words of the question.
    let relevance: [Float]
    /// The share of the question's weight that the passage knows.
    let coverage: Float
    /// Whether the heading names a subject of the question.
    let headingMatch: Bool
    /// Whether it holds a sum that the case has the numbers for.
    var reckons = false
    var score: Float

    /// Rules that the facts do not rule out, best first.
    var applicable: [Int] {
        rules.indices.filter { verdicts[$0]?.truth != .no }
    }

    var heading: String { passage.heading.isEmpty ? document.title : passage.heading }
    /// `§2.4` or `3.1`, when the heading starts with a number.
    var section: String? {
        guard let first = Tokenizer.tokens(of: passage.heading).first, first.text.contains(where: \.isNumber) else {
            return nil
        }
        return first.text
    }
}

extension Adviser {
    func candidate(_ number: Int, score: Float, _ asked: Inquiry) -> Candidate {
        let (document, passage) = library.passage(number)
        let sentences = passage.sentences(in: document.text, library.lexicon)
        let read = rules.rules(of: passage, sentences, in: document.text)
        let heading = passage.trail.flatMap { library.lexicon.terms(of: $0) }
        let own = passage.trail.dropFirst(passage.trail.first == document.title ? 1 : 0).flatMap {
            library.lexicon.terms(of: $0)
        }
        let judge = Judge(facts: asked.facts, heading: heading)
        return Candidate(
            number: number, document: document, passage: passage, sentences: sentences, rules: read,
            verdicts: read.map { $0.condition.map(judge.verdict) },
            relevance: read.map { relevance(of: $0, asked) },
            coverage: coverage(by: own + sentences.flatMap(\.terms), title: heading, asked.query),
            headingMatch: headingMatch(own, asked.query), score: score)
    }

    private func relevance(of rule: Rule, _ asked: Inquiry) -> Float {
        matched(asked.query, by: rule.terms) + matched(asked.context, by: rule.terms) * 0.4
            + agreement(of: rule, asked.facts)
    }

    /// A rule that names the very number of the case is about the case: `werkdag 6`.
    private func agreement(of rule: Rule, _ facts: CaseFacts) -> Float {
        let known = facts.statements.flatMap(\.quantities)
        return QuantityReader.quantities(in: rule.action).contains { one in
            one.exact != nil && one.measure != .count
                && known.contains { $0.measure == one.measure && $0.exact == one.exact }
        } ? 2 : 0
    }

    func matched(_ query: [QueryTerm], by terms: [Term]) -> Float {
        query.reduce(0) { sum, wanted in
            sum + importance(of: wanted) * (terms.map(wanted.term.likeness).max() ?? 0)
        }
    }

    /// What a word of the question weighs: rare words of the library more, and words it does not know most.
    func importance(of wanted: QueryTerm) -> Float {
        wanted.weight * library.index.rarity(of: wanted.keys.map(\.symbol))
    }

    /// The share of the question that stands in some words; the title of the document says little of one passage.
    func coverage(by terms: [Term], title: [Term] = [], _ query: [QueryTerm]) -> Float {
        let total = query.reduce(0) { $0 + importance(of: $1) }
        guard total > 0 else { return 0 }
        let found = query.reduce(Float(0)) { sum, wanted in
            let likeness = max(
                terms.map(wanted.term.likeness).max() ?? 0, 0.4 * (title.map(wanted.term.likeness).max() ?? 0))
            return sum + importance(of: wanted) * likeness
        }
        return found / total
    }

    private func headingMatch(_ heading: [Term], _ query: [QueryTerm]) -> Bool {
        query.contains { wanted in
            wanted.weight >= 0.8 && heading.contains { $0.weight >= 0.6 && $0.likeness(to: wanted.term) >= 0.6 }
        }
    }
}
