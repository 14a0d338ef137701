/// Reads a text as roots, sentence by sentence, for rooms that look for words and not for advice.
public final class RootReader: Sendable {
    private let stemmer = Stemmer()

    public init() {}

    /// The sentences of a text; an empty line ends one too.
    public func sentences(in text: String) -> [[RootWord]] {
        text.split(separator: "\n\n").flatMap { part -> [[RootWord]] in
            let source = SourceText(String(part))
            return SentenceCutter.ranges(in: source, source.bytes.indices).map { words(in: source.quote($0)) }
        }.filter { !$0.isEmpty }
    }

    /// The words of a saying, all of them.
    public func words(in text: String) -> [RootWord] {
        Tokenizer.tokens(of: text).map { token in
            RootWord(
                text: token.text, root: stemmer.root(of: token.text), isNumber: token.isNumeric,
                isSmall: FunctionWords.all.contains(token.text), isDenial: Denial.contains(token.text))
        }
    }
}

/// A word of a text with what it is recognised by.
public struct RootWord: Hashable, Sendable {
    /// Lower case without accents.
    public let text: String
    public let root: String
    public let isNumber: Bool
    /// One of the words that say how others hang together, such as `de` and `omdat`.
    public let isSmall: Bool
    /// `niet`, `geen` and the like.
    public let isDenial: Bool
}
