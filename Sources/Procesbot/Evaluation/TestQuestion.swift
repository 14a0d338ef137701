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

    /// The steps at which the zaak stands from which it is asked; none for a question by itself.
    public var steps: [String] {
        let step = feiten?["zaak"]["stap"] ?? .null
        return step.elements?.compactMap(\.text) ?? [step.text].compactMap(\.self)
    }

    /// Sources for other steps than its own are left aside, as in the zaak.
    var scope: SourceScope {
        steps.isEmpty ? .all : SourceScope(zaaktype: feiten?["zaak"]["zaaktype"].text, steps: steps)
    }

    /// Reads a list of questions from YAML or JSON; a key that nothing reads is an error, as a check that never runs is believed.
    public static func list(from text: String) throws -> [TestQuestion] {
        try check(text)
        return try YAMLDecoder().decode([TestQuestion].self, from: text)
    }

    fileprivate enum CodingKeys: String, CodingKey, CaseIterable {
        case id, vraag, feiten, datum, bronnen, woorden, niet, weigering, magWeigeren
    }

    /// Whoever typed the list hears where it goes wrong, and what was expected there.
    private static func check(_ text: String) throws {
        guard let root = try Yams.compose(yaml: text) else { return }
        guard let questions = root.sequence else {
            throw QuestionListFault(
                line: root.mark?.line ?? 1, key: nil, expected: "a list of questions, each with - id:")
        }
        for question in questions {
            guard let fields = question.mapping else {
                throw QuestionListFault(
                    line: question.mark?.line ?? 1, key: nil, expected: "a question with id: and vraag:")
            }
            try refuseUnknownKeys(in: fields)
            try refuseOddValues(in: fields, at: question.mark?.line ?? 1)
        }
    }

    private static func refuseUnknownKeys(in fields: Node.Mapping) throws {
        let known = CodingKeys.allCases.map(\.rawValue)
        for (key, _) in fields {
            guard let name = key.string, !known.contains(name) else { continue }
            throw UnknownQuestionKey(key: name, line: key.mark?.line ?? 0, known: known)
        }
    }

    private static func refuseOddValues(in fields: Node.Mapping, at line: Int) throws {
        for key in [CodingKeys.id, .vraag] where fields[key.rawValue] == nil {
            throw QuestionListFault(line: line, key: key.rawValue, expected: "this key in every question")
        }
        for (key, value) in fields {
            guard let name = key.string.flatMap(CodingKeys.init(rawValue:)), let expected = name.expected(value) else {
                continue
            }
            throw QuestionListFault(line: key.mark?.line ?? line, key: name.rawValue, expected: expected)
        }
    }
}

extension TestQuestion.CodingKeys {
    /// What should have stood there; nothing where it fits.
    fileprivate func expected(_ value: Node) -> String? {
        switch self {
        case .feiten: nil
        case .id, .vraag, .datum, .weigering, .magWeigeren: value.scalar == nil ? "a text" : nil
        case .bronnen, .woorden, .niet:
            value.sequence?.allSatisfy { $0.scalar != nil } == true ? nil : "a list of texts, such as [a, b]"
        }
    }
}

/// A list of test questions that cannot be read: where, and what was expected.
public struct QuestionListFault: Error, CustomStringConvertible, Equatable {
    /// From 1.
    public let line: Int
    public let key: String?
    public let expected: String

    public var description: String {
        "line \(line)\(key.map { ", key '\($0)'" } ?? ""): expected is \(expected)"
    }
}

/// A key in a list of test questions that means nothing.
public struct UnknownQuestionKey: Error, CustomStringConvertible, Equatable {
    public let key: String
    /// From 1.
    public let line: Int
    public let known: [String]

    public var description: String {
        "line \(line): unknown key '\(key)'; known are \(known.joined(separator: ", "))"
    }
}
