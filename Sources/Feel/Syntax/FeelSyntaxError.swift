public import Basics

/// Why a text is no FEEL expression, and where.
public struct FeelSyntaxError: Error, Hashable, Sendable {
    /// What was wrong.
    public enum Reason: Hashable, Sendable {
        case expected(Phrase)
        case unexpectedText(String)
        case unexpectedEnd
        case unknownName(String)
        case unknownType(String)
        case unterminated(Phrase)
        case badLiteral(String)
        case tooDeep(limit: Int)
        case tooLong(limit: Int)
    }

    public let reason: Reason
    public let position: FeelPosition

    public init(_ reason: Reason, at position: FeelPosition) {
        self.reason = reason
        self.position = position
    }
}

/// A place in a text, counted from 1 as people do.
public struct FeelPosition: Hashable, Sendable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension FeelSyntaxError: CustomStringConvertible {
    public var description: String { phrase.description }

    /// What was wrong and where.
    public var phrase: Phrase { "\(position.phrase): \(reason.sentence)" }
}

extension FeelPosition: CustomStringConvertible {
    public var description: String { phrase.description }

    var phrase: Phrase { "line \(line), column \(column)" }
}

extension FeelSyntaxError.Reason: CustomStringConvertible {
    public var description: String { sentence.description }

    /// What was wrong.
    public var sentence: Phrase {
        switch self {
        case .expected(let what): "expected \(what)"
        case .unexpectedText(let text): "\"\(text)\" cannot stand here"
        case .unexpectedEnd: "the expression ends too early"
        case .unknownName(let name): "there is no name \"\(name)\""
        case .unknownType(let name): "there is no type \"\(name)\""
        case .unterminated(let what): "\(what) is not closed"
        case .badLiteral(let text): "\"\(text)\" is no valid literal"
        case .tooDeep(let limit): "more than \(limit) levels of nesting"
        case .tooLong(let limit): "more than \(limit) characters"
        }
    }
}
