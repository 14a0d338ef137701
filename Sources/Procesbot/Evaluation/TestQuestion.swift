public import Basics
import Yams

/// A question with what a good advice must hold: sources, words, or a refusal.
public struct TestQuestion: Decodable, Sendable {
    public let id: String
    public let vraag: String
    /// Text, a list of texts, or named values.
    public let feiten: JSON?
    public let datum: String?
    /// `02 §2.4`: a part of the document's name and the start of its heading.
    public let bronnen: [String]?
    /// Parts of words that must occur in the steps; `a|b` is one of them.
    public let woorden: [String]?
    /// Parts of words that must not occur.
    public let niet: [String]?
    /// `ja`, or the reason of the refusal that is right.
    public let weigering: String?
    /// A reason that may be given beside the steps.
    public let magWeigeren: String?

    /// A question that a person made on the screen.
    public init(
        id: String, vraag: String, feiten: JSON? = nil, bronnen: [String] = [], woorden: [String] = [],
        weigering: String? = nil
    ) {
        self.id = id
        self.vraag = vraag
        self.feiten = feiten
        self.bronnen = bronnen
        self.woorden = woorden
        self.weigering = weigering
        (datum, niet, magWeigeren) = (nil, nil, nil)
    }

    /// Reads a list of questions from YAML or JSON; a key that nothing reads is an error, as a check that never runs is believed.
    public static func list(from text: String) throws -> [TestQuestion] {
        try refuseUnknownKeys(in: text)
        return try YAMLDecoder().decode([TestQuestion].self, from: text)
    }

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id, vraag, feiten, datum, bronnen, woorden, niet, weigering, magWeigeren
    }

    private static func refuseUnknownKeys(in text: String) throws {
        let known = CodingKeys.allCases.map(\.rawValue)
        for question in try Yams.compose(yaml: text)?.sequence ?? [] {
            for (key, _) in question.mapping ?? [:] {
                guard let name = key.string, !known.contains(name) else { continue }
                throw UnknownQuestionKey(key: name, line: key.mark?.line ?? 0, known: known)
            }
        }
    }
}

/// A key in a list of test questions that means nothing.
public struct UnknownQuestionKey: Error, CustomStringConvertible, Equatable {
    public let key: String
    /// From 1.
    public let line: Int
    public let known: [String]

    public var description: String {
        "regel \(line): onbekende sleutel '\(key)'; bekend zijn \(known.joined(separator: ", "))"
    }
}
