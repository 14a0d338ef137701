import Basics

extension FeelValue {
    /// What the function `string` makes of a value; null is no text.
    public var text: String? {
        switch self {
        case .null, .unknown: nil
        case .string(let text): text
        default: literal
        }
    }

    /// The value as FEEL would write it inside a list or context.
    public var literal: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let value): value.reduced.plain
        case .string(let value): "\"" + value.map { FeelValue.escaped($0) }.joined() + "\""
        case .date(let value): value.description
        case .time(let value): value.description
        case .dateTime(let value): value.description
        case .daysDuration(let value): value.description
        case .yearsDuration(let value): value.description
        case .list(let values): "[" + values.map(\.literal).joined(separator: ", ") + "]"
        case .context(let context): context.literal
        case .range(let range): range.literal
        case .function(let function): function.literal
        case .unknown(let unknown): "unknown(" + unknown.names.sorted().joined(separator: ", ") + ")"
        }
    }

    private static func escaped(_ character: Character) -> String {
        switch character {
        case "\"": "\\\""
        case "\\": "\\\\"
        default: String(character)
        }
    }
}

extension FeelContext {
    var literal: String {
        "{" + entries.map { FeelContext.key($0) + ": " + $1.literal }.joined(separator: ", ") + "}"
    }

    private static func key(_ key: String) -> String {
        let needsQuotes = key.isEmpty || key.unicodeScalars.contains { ",{}\":".unicodeScalars.contains($0) }
        return needsQuotes ? FeelValue.string(key).literal : key
    }
}

extension FeelRange {
    var literal: String {
        switch form {
        case .interval: (includesStart ? "[" : "(") + start.literal + ".." + end.literal + (includesEnd ? "]" : ")")
        case .less: "< " + end.literal
        case .atMost: "<= " + end.literal
        case .greater: "> " + start.literal
        case .atLeast: ">= " + start.literal
        case .equal: "= " + start.literal
        case .notEqual: "!= " + start.literal
        }
    }
}

extension FeelFunction {
    var literal: String { "function(" + parameters.map(\.name).joined(separator: ", ") + ")" }
}

extension FeelValue: CustomStringConvertible {
    public var description: String { literal }
}
