/// A word or sentence for people, in each language of the screens.
public struct Woorden: Hashable, Sendable, Decodable {
    public let nl: String
    public let en: String

    public init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    /// In the language asked for; Dutch where it is another.
    public subscript(language: String) -> String { language == "en" ? en : nl }
}
