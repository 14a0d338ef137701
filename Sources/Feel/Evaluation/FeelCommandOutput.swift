public import Basics

/// What the command `ontknoop feel` shows: the value in FEEL and in JSON, and what went wrong and where.
public struct FeelCommandOutput: Hashable, Sendable {
    public let value: FeelValue
    /// Problems of the evaluation, or the fault for which the text is no expression.
    public let problems: [String]
    public let isExpression: Bool

    /// Parses and evaluates an expression in a context, an object of JSON.
    public init(_ text: String, context: JSON, now: FeelNow, limits: FeelLimits = FeelLimits()) {
        let values = (context.fields ?? [:]).mapValues { FeelValue($0) }
        do throws(FeelSyntaxError) {
            let expression = try FeelExpression(parsing: text, names: FeelNames(of: values))
            let result = expression.evaluate(in: FeelScope(values, now: now), limits: limits)
            (value, problems, isExpression) = (result.value, result.problems.map(\.description), true)
        } catch {
            (value, problems, isExpression) = (.null, [error.description], false)
        }
    }

    /// `{"value": …, "feel": "…", "problems": […]}`.
    public var json: JSON {
        ["value": value.json, "feel": .string(value.literal), "problems": .array(problems.map { .string($0) })]
    }
}
