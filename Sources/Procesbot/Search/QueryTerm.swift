/// A word of the question as it is looked up.
struct QueryTerm: Sendable {
    let term: Term
    let keys: [Term.Key]
    let weight: Float
    /// The word the library knows, when the question seems to misspell it.
    let meant: String?
    /// Whether the library has any word like it.
    let isKnown: Bool

    /// The same word, of which the library knows a part only.
    var knownInPart: QueryTerm { QueryTerm(term: term, keys: keys, weight: weight, meant: meant, isKnown: false) }

    func weighing(_ factor: Float) -> QueryTerm {
        QueryTerm(term: term, keys: keys, weight: weight * factor, meant: meant, isKnown: isKnown)
    }
}

extension Library {
    /// The content words of a question, misspelled ones mended towards words that the library or the table knows.
    func query(_ tokens: [Token]) -> [QueryTerm] {
        lexicon.terms(of: tokens).compactMap { term in
            let keys = term.keys.filter { index.contains($0.symbol) }
            if term.isJoined || term.weight < 1 && term.tokens.count > 1, keys.isEmpty { return nil }
            // A single long word that is nowhere may be a slip.
            if keys.isEmpty, term.tokens.count == 1, !term.isName, let mended = mended(term) { return mended }
            let weight = keys.isEmpty ? weight(ofUnknown: term, in: tokens) : weight(ofKnown: term, by: keys)
            return QueryTerm(term: term, keys: keys, weight: weight, meant: nil, isKnown: !keys.isEmpty)
        }
    }

    /// A word that is known only as another way to say something may be left out of an answer.
    private func weight(ofKnown term: Term, by keys: [Term.Key]) -> Float {
        let isOwn = keys.contains { $0.share == 1 } || term.tokens.count > 1
        return term.weight * (isOwn || !lexicon.isEveryday(lexicon.root(of: term.token.text)) ? 1 : 0.4)
    }

    /// An everyday word that the library lacks says nothing about its subject, and what is done says less than what it is
    /// done with: a library that lacks `doornemen` may still hold what is gone through.
    private func weight(ofUnknown term: Term, in tokens: [Token]) -> Float {
        let root = lexicon.root(of: term.token.text)
        if lexicon.isEveryday(root) || PeriodUnit(word: term.token.text) != nil { return 0.03 }
        if lexicon.hasConcept(root) { return term.weight * 0.6 }
        if lexicon.isIdle(root) { return 0.03 }
        return term.weight * (tokens.isVerb(at: term.tokens.lowerBound) ? 0.3 : 1)
    }

    /// A compound whose head the library does not know is another thing than its first part: `huurtoeslag` is no `huur`.
    func lacksHead(of term: Term) -> Bool {
        guard term.tokens.count == 1, let word = lexicon.compound(term.token.text) else { return false }
        return !word.whole.contains(where: index.contains) && !word.head.contains(where: index.contains)
    }

    /// The first word near a misspelled one that the library has; an everyday word counts as read, but as nothing more.
    private func mended(_ term: Term) -> QueryTerm? {
        // A compound of words that are known is spelled as it should be.
        guard !lexicon.isCompound(term.token.text) else { return nil }
        let whole = spelling.guesses(term.token.text)
        let longer =
            term.token.isCapitalised ? [] : spelling.completions(term.token.text, isCut: term.token.mark == ".")
        let guesses = !longer.isEmpty ? longer : whole.isEmpty ? spelling.guessesOfEnd(term.token.text) : whole
        for meant in guesses.prefix(5) where !FunctionWords.all.contains(meant) {
            let analysis = lexicon.analysis(of: meant)
            let keys = analysis.keys.filter { index.contains($0.symbol) }
            if keys.isEmpty && !lexicon.isIdle(analysis.root) { continue }
            let term = Term(token: term.token, keys: analysis.keys, weight: analysis.weight * 0.9, tokens: term.tokens)
            return QueryTerm(
                term: term, keys: keys, weight: keys.isEmpty ? 0.03 : term.weight, meant: meant, isKnown: !keys.isEmpty)
        }
        return nil
    }
}

extension Term {
    /// A short word with a capital inside the question is what it is: `Parijs` is no slip for `prijs`.
    fileprivate var isName: Bool { token.isCapitalised && tokens.lowerBound > 0 && token.text.utf8.count <= 6 }
}
