/// A word, number or section mark of a text, in lower case without accents, and where it stands.
public struct Token: Hashable, Sendable {
    /// Lower case, accents folded, apostrophes and short hyphens left out.
    public let text: String
    /// The bytes of the source that the token was read from.
    public let range: Range<Int>
    public let isCapitalised: Bool
    /// Written with an accent: `één` is a number, `een` is not.
    public let isAccented: Bool
    /// Starts with a digit: an amount, a count, a date.
    public let isNumeric: Bool
    /// The mark that stands directly behind it (`,` `;` `:` `.` `?` `!`), when there is one.
    public var mark: Character?

    /// Without the mark behind it.
    var unmarked: Token {
        var token = self
        token.mark = nil
        return token
    }
}
