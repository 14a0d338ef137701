/// A letter in its final words: the page, the mail that carries it, and the text message where there is one.
public struct Letter: Hashable, Sendable {
    public let subject: String
    /// A closed HTML document: style and all, nothing to fetch.
    public let html: String
    /// The mail in plain text.
    public let text: String
    public let sms: String?
}
