extension Passage {
    /// The sentences of a passage with their words; items and rows are one sentence each, or more when they hold several.
    func sentences(in text: SourceText, _ lexicon: Lexicon) -> [Sentence] {
        blocks.enumerated().flatMap { number, block -> [Sentence] in
            let ranges =
                switch block.kind {
                case .paragraph, .item: SentenceCutter.ranges(in: text, block.range)
                case .row, .header: [block.range]
                }
            return ranges.map { range in
                let tokens = Tokenizer.tokens(of: text.quote(range), offset: range.lowerBound)
                return Sentence(range: range, block: number, tokens: tokens, terms: lexicon.terms(of: tokens))
            }
        }
    }
}
