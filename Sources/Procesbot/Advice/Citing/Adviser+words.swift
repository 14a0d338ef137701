extension Adviser {
    /// Whether a word is one of the house's own: of the language, of its word lists or of its library.
    public func knows(_ word: String) -> Bool {
        let tokens = Tokenizer.tokens(of: word)
        return !tokens.isEmpty
            && tokens.allSatisfy { token in
                let lexicon = library.lexicon
                if token.isNumeric { return false }
                if FunctionWords.all.contains(token.text) || lexicon.knownWords.contains(token.text) { return true }
                let root = lexicon.root(of: token.text)
                return lexicon.isEveryday(root) || lexicon.hasConcept(root)
                    || library.index.contains(lexicon.symbol(of: root))
            }
    }
}
