/// A sentence, list item or table row of a passage: the smallest piece that is quoted.
public struct Sentence: Sendable {
    /// The bytes of the source it takes up.
    public let range: Range<Int>
    /// Which block of the passage it stands in.
    public let block: Int
    public let tokens: [Token]
    let terms: [Term]

    /// The words with their place, as a set of roots is too little to tell `twee dossiers` from `drie dossiers`.
    var words: [String] { tokens.map(\.text) }
}
