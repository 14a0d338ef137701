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
                let tokens = Passage.unnumbered(Tokenizer.tokens(of: text.quote(range), offset: range.lowerBound))
                return Sentence(range: range, block: number, tokens: tokens, terms: lexicon.terms(of: tokens))
            }
        }
    }

    /// Without the number of a paragraph before it (`2.2 Is het inkomen …`): that is a place, and no word of the sentence.
    private static func unnumbered(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 1, tokens[0].isNumeric, tokens[0].text.contains("."), tokens[1].isCapitalised,
            tokens[0].text.split(separator: ".").allSatisfy({ $0.count <= 2 })
        else { return tokens }
        return Array(tokens.dropFirst())
    }
}
