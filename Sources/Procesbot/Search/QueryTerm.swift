/// A word of the question as it is looked up.
struct QueryTerm: Sendable {
    let term: Term
    let keys: [Term.Key]
    let weight: Float
    /// The word the library knows, when the question seems to misspell it.
    let meant: String?
    /// Whether the library has any word like it.
    let isKnown: Bool

    func weighing(_ factor: Float) -> QueryTerm {
        QueryTerm(term: term, keys: keys, weight: weight * factor, meant: meant, isKnown: isKnown)
    }
}

extension Library {
    /// The content words of a question, misspelled ones mended towards words that the library or the table knows.
    func query(_ tokens: [Token]) -> [QueryTerm] {
        lexicon.terms(of: tokens).map { term in
            let keys = term.keys.filter { index.contains($0.symbol) }
            // A single long word that is nowhere may be a slip.
            if keys.isEmpty, term.tokens.count == 1, let meant = spelling.guess(term.token.text) {
                let analysis = lexicon.analysis(of: meant)
                let mended = analysis.keys.filter { index.contains($0.symbol) }
                if !mended.isEmpty {
                    let term = Term(
                        token: term.token, keys: analysis.keys, weight: analysis.weight * 0.9, tokens: term.tokens)
                    return QueryTerm(term: term, keys: mended, weight: term.weight, meant: meant, isKnown: true)
                }
            }
            // An everyday word that the library lacks says nothing about its subject.
            let weight = keys.isEmpty && term.weight < 0.5 ? 0.03 : term.weight
            return QueryTerm(term: term, keys: keys, weight: weight, meant: nil, isKnown: !keys.isEmpty)
        }
    }
}
