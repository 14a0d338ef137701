/// A boxed expression (DMN 1.5, 10.2) with the type that its value must have.
public struct DmnExpression: Sendable, Hashable {
    public var kind: DmnExpressionKind
    public var type: String?
    public var line: Int
}

/// The kinds of boxes.
public indirect enum DmnExpressionKind: Sendable, Hashable {
    case literal(String)
    case table(DmnTable)
    case context([DmnEntry])
    case list([DmnExpression])
    case relation(columns: [DmnVariable], rows: [[DmnExpression]])
    case function(DmnFunction)
    case invocation(DmnExpression, [DmnEntry])
    case conditional(DmnExpression, then: DmnExpression, otherwise: DmnExpression)
    case filter(DmnExpression, match: DmnExpression)
    case iteration(DmnIteration)
}

/// A named part: an entry of a context, or an argument; the result of a context has no name.
public struct DmnEntry: Sendable, Hashable {
    public var variable: DmnVariable?
    public var value: DmnExpression?
}

/// A function: its parameters, its language and its body.
public struct DmnFunction: Sendable, Hashable {
    /// What the body is written in.
    public enum Language: String, Sendable, Hashable {
        case feel = "FEEL"
        case java = "Java"
        case pmml = "PMML"
    }

    public var language: Language
    public var parameters: [DmnVariable]
    public var body: DmnExpression?
    public var line: Int
}

/// Walks through a list (DMN 1.4, 10.2.2.15 and 10.2.2.16).
public struct DmnIteration: Sendable, Hashable {
    public enum Kind: Sendable, Hashable { case `for`, some, every }

    public var kind: Kind
    public var variable: String
    public var domain: DmnExpression
    public var body: DmnExpression
}

/// A decision table as its author wrote it (DMN 1.5, chapter 8).
public struct DmnTable: Sendable, Hashable {
    public var policy: DmnHitPolicy
    public var inputs: [DmnInputClause]
    public var outputs: [DmnOutputClause]
    public var annotations: [String]
    public var rules: [DmnRule]
    public var line: Int
}

/// What a table makes of the rules that match.
public enum DmnHitPolicy: Sendable, Hashable {
    /// What COLLECT makes of the outputs it collects.
    public enum Aggregator: String, Sendable, Hashable {
        case sum = "SUM"
        case count = "COUNT"
        case min = "MIN"
        case max = "MAX"
    }

    case unique, any, priority, first, outputOrder, ruleOrder
    case collect(Aggregator?)
}

/// A column of facts: the expression that is tested, with the values it may have.
public struct DmnInputClause: Sendable, Hashable {
    public var label: String?
    public var expression: String
    public var type: String?
    public var allowed: String?
    public var line: Int

    /// A new column.
    public static let empty = DmnInputClause(expression: "", line: 0)
}

/// A column of outcomes, with the values it may have, most important first.
public struct DmnOutputClause: Sendable, Hashable {
    public var label: String?
    public var name: String?
    public var type: String?
    public var allowed: String?
    public var fallback: String?
    public var line: Int

    /// A new column.
    public static let empty = DmnOutputClause(line: 0)
}

/// A row: a test for each input and a value for each output.
public struct DmnRule: Sendable, Hashable {
    public var id: String?
    public var tests: [DmnCell]
    public var outputs: [DmnCell]
    public var annotations: [String]
    public var line: Int
}

/// The text of a cell and where it stands.
public struct DmnCell: Sendable, Hashable {
    public var text: String
    public var line: Int
}
