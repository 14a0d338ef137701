import Basics
import Feel

/// A value of a model that is computed, or just stands there.
public struct Formula: Sendable {
    /// As the file has it.
    public let source: String
    private let body: Body

    private enum Body: Sendable {
        case constant(JSON)
        case variable(String)
        case expression(FeelExpression, readsClock: Bool)
    }

    /// Text as it stands, unless it says that it is to be computed: `=x`, `${x}`.
    init(setting text: String, names: FeelNames) throws(FeelSyntaxError) {
        if Formula.expression(in: text) != nil {
            try self.init(expression: text, names: names)
        } else {
            self.init(constant: .string(text))
        }
    }

    /// Always computed, with or without a sign that says so.
    init(expression text: String, names: FeelNames) throws(FeelSyntaxError) {
        source = Formula.trimmed(text)
        let plain = Formula.expression(in: source) ?? source
        let readsClock = plain.contains("now") || plain.contains("today")
        body = .expression(try FeelExpression(parsing: plain, names: names), readsClock: readsClock)
    }

    /// What it always gives, where that stands in the drawing.
    var constant: JSON? { if case .constant(let value) = body { value } else { nil } }

    /// The names that it takes from its surroundings.
    var variables: [String] {
        switch body {
        case .constant: []
        case .variable(let name): [name]
        case .expression(let expression, _): expression.variables
        }
    }

    /// The facts that it takes from its surroundings, each down to the part that it asks for.
    var paths: [FactPath] {
        switch body {
        case .constant: []
        case .variable(let name): [FactPath([name])]
        case .expression(let expression, _): expression.factPaths.map { FactPath($0) }.unique
        }
    }

    /// The texts that it holds facts against for being the same.
    var comparedTexts: [FeelExpression.ComparedText] {
        switch body {
        case .constant, .variable: []
        case .expression(let expression, _): expression.comparedTexts
        }
    }

    /// The texts that it may give, where that can be told from the expression alone.
    var textOutcomes: Set<String>? {
        if case .expression(let expression, _) = body { expression.textOutcomes } else { nil }
    }

    init(constant: JSON) {
        if case .string(let text) = constant { source = text } else { source = "constant" }
        body = .constant(constant)
    }

    init(variable name: String) {
        source = name
        body = .variable(name)
    }

    /// What it gives whatever the facts; nothing where that hangs on them, or where it cannot be worked out.
    var fixedValue: JSON? {
        guard variables.isEmpty else { return nil }
        if case .expression(_, readsClock: true) = body { return nil }
        return try? value(Facts(elements: ElementStore(), scope: nil))
    }

    /// Whether it holds or not whatever the facts; nothing where that hangs on them.
    var fixedTruth: Bool? {
        guard variables.isEmpty else { return nil }
        if case .expression(_, readsClock: true) = body { return nil }
        return try? isTrue(Facts(elements: ElementStore(), scope: nil), strictly: true)
    }

    /// What it gives; null where a name is not there, a fault where the evaluation itself failed.
    func value(_ facts: Facts) throws(Fault) -> JSON {
        switch body {
        case .constant(let value): return value
        case .variable(let name): return facts.value(name) ?? .null
        case .expression(let expression, let readsClock):
            let result = Formula.evaluate(expression, facts, readsClock)
            if case .null = result.value, let problem = result.problems.first(where: { !$0.isAbsence }) {
                throw Fault(.formula(source, reason: problem.phrase))
            }
            return result.value.json
        }
    }

    /// Whether a condition holds. An answer that is no truth is a fault where the way depends on it; elsewhere null is *not yet*.
    func isTrue(_ facts: Facts, strictly: Bool = false) throws(Fault) -> Bool {
        guard case .expression(let expression, let readsClock) = body else {
            let value = try value(facts)
            if case .bool(let flag) = value { return flag }
            throw unusable(value, needed: "true or false")
        }
        let result = Formula.evaluate(expression, facts, readsClock)
        switch result.value {
        case .boolean(let flag): return flag
        case .null where !strictly: return false
        case .null: throw Fault(.formula(source, reason: result.problems.first?.phrase ?? "gives null"))
        default: throw unusable(result.value.json, needed: "true or false")
        }
    }

    private static func evaluate(_ expression: FeelExpression, _ facts: Facts, _ readsClock: Bool) -> FeelResult {
        expression.evaluate(now: readsClock ? FeelNow(facts.now) : .unset) { facts.value($0).map { FeelValue($0) } }
    }
}

extension FeelProblem {
    /// Whether something simply is not there.
    fileprivate var isAbsence: Bool {
        switch reason {
        case .noVariable, .noMember: true
        case .notComparable, .notCalculable, .outOfRange, .notAFunction, .badArguments, .badArgument, .badResult,
            .badCount, .badKind, .doubleKey,
            .notIterable, .badIndex, .external, .tooManySteps, .tooDeep, .tooManyCalls, .tooMuchRoom, .notACondition,
            .severalRules,
            .other:
            false
        }
    }
}
