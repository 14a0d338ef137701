/// One kind of letter (`sjabloon.yaml`): its name, its subject and the facts it needs beside those of every letter.
public struct LetterTemplate: Hashable, Sendable, Decodable {
    public let code: String
    /// What people call it, by language.
    public let naam: [String: String]
    /// The subject by language, with the names of facts between double braces.
    let onderwerp: [String: String]
    public let velden: [Fact]
}

/// The facts that every letter needs (`velden.yaml`).
struct CommonFacts: Decodable {
    let velden: [Fact]
}
