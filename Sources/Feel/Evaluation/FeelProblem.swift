public import Basics

/// Why a part of an expression had no value, and where it stands.
public struct FeelProblem: Hashable, Sendable {
    /// What was wrong.
    public enum Reason: Hashable, Sendable {
        case noVariable(String)
        case noMember(String)
        case notComparable(FeelKind, FeelKind)
        case notCalculable(FeelKind, FeelKind)
        case outOfRange
        case notAFunction(FeelKind)
        /// What a function was given is of the right kinds, and makes no value.
        case badArguments(function: String)
        /// A function was given more or fewer arguments than it takes.
        case badCount(function: String, given: Int, form: String)
        /// An argument of a function is of another kind than it takes.
        case badKind(function: String, argument: String, FeelKind, expected: FeelKind)
        case doubleKey(String)
        case badArgument(name: String)
        case badResult
        case notIterable(FeelKind)
        case badIndex
        case notACondition
        case external
        /// More rules of a decision table matched than its hit policy allows.
        case severalRules([Int])
        case tooManySteps, tooDeep, tooManyCalls, tooMuchRoom
        /// Told by the surroundings, such as a decision that failed.
        case other(Phrase)
    }

    public let reason: Reason
    public let position: FeelPosition

    public init(_ reason: Reason, at position: FeelPosition) {
        self.reason = reason
        self.position = position
    }
}

extension FeelProblem: CustomStringConvertible {
    public var description: String { phrase.description }

    /// What was wrong and where.
    public var phrase: Phrase { "\(position.phrase): \(reason.sentence)" }
}

extension FeelProblem.Reason {
    /// What was wrong.
    public var sentence: Phrase {
        switch self {
        case .noVariable(let name): "there is no variable \"\(name)\""
        case .noMember(let name): "there is no entry \"\(name)\""
        case .notComparable(let left, let right): "\(left.phrase) cannot be compared with \(right.phrase)"
        case .notCalculable(let left, let right): "cannot calculate with \(left.phrase) and \(right.phrase)"
        case .outOfRange: "the result does not exist or is too large"
        case .notAFunction(let kind): "\(kind.phrase) cannot be called"
        case .badArguments(let function): "the arguments do not suit \(function)"
        case .badCount(let function, let given, let form):
            "the arguments do not suit \(function): there are \(given), and it takes (\(form))"
        case .badKind(let function, let argument, let kind, let expected):
            "the argument \"\(argument)\" of \(function) is \(kind.phrase), should be \(expected.phrase)"
        case .doubleKey(let name): "two entries have the name \"\(name)\""
        case .badArgument(let name): "the argument \"\(name)\" has another type"
        case .badResult: "the result has another type than declared"
        case .notIterable(let kind): "\(kind.phrase) cannot be walked through"
        case .notACondition: "the condition is neither true nor false"
        case .badIndex: "there is no element with that number"
        case .severalRules(let rules):
            "rules \(rules.map { "\($0)" }.joined(separator: ", ")) match at once"
        case .external: "functions of other languages are not supported"
        case .tooManySteps: "the evaluation takes too many steps"
        case .tooDeep: "the evaluation nests too deep"
        case .tooManyCalls: "functions call each other too many levels deep"
        case .tooMuchRoom: "the evaluation makes too much data"
        case .other(let text): text
        }
    }
}

extension FeelKind {
    /// The kind of a value as a sentence names it: `a number`.
    public var phrase: Phrase { Phrase(pattern: "a " + rawValue) }
}
