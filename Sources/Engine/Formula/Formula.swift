import Basics

/// A value of a model that is computed, or just stands there.
public struct Formula: Sendable {
    /// As the file has it.
    public let source: String
    private let body: Body

    private enum Body: Sendable {
        case constant(JSON)
        case variable(String)
        case expression(SmallExpression)
    }

    /// Text as it stands, unless it says that it is to be computed: `=x`, `${x}`.
    init(setting text: String) throws(FormulaFault) {
        if let expression = Formula.expression(in: text) {
            try self.init(expression: expression)
        } else {
            self.init(constant: .string(text))
        }
    }

    /// Always computed, with or without a sign that says so.
    init(expression text: String) throws(FormulaFault) {
        source = Formula.trimmed(text)
        body = .expression(try SmallExpression(Formula.expression(in: source) ?? source))
    }

    init(constant: JSON) {
        if case .string(let text) = constant { source = text } else { source = "constant" }
        body = .constant(constant)
    }

    init(variable name: String) {
        source = name
        body = .variable(name)
    }

    func value(_ facts: Facts) throws(Fault) -> JSON {
        switch body {
        case .constant(let value): return value
        case .variable(let name): return facts.value(name) ?? .null
        case .expression(let expression):
            do throws(FormulaFault) {
                return try expression.value(facts)
            } catch {
                throw Fault(.formula(source, reason: error.reason))
            }
        }
    }
}

/// Why a formula cannot be read or computed.
struct FormulaFault: Error {
    let reason: String
}

extension Formula {
    /// The formula inside `=…`, `${…}` or `#{…}`; nothing for plain text.
    static func expression(in text: String) -> String? {
        let text = trimmed(text)
        if text.hasPrefix("=") { return String(text.dropFirst()) }
        guard (text.hasPrefix("${") || text.hasPrefix("#{")) && text.hasSuffix("}") else { return nil }
        return unified(String(text.dropFirst(2).dropLast()))
    }

    static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// The signs of the Unified Expression Language, as FEEL writes them.
    private static func unified(_ text: String) -> String {
        let pieces = text.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
        return pieces.enumerated().map { index, piece in
            guard index.isMultiple(of: 2) else { return piece }
            return piece.replacing("==", with: "=").replacing("&&", with: " and ").replacing("||", with: " or ")
                .replacing(" eq ", with: " = ").replacing(" ne ", with: " != ").replacing(" gt ", with: " > ")
                .replacing(" ge ", with: " >= ").replacing(" lt ", with: " < ").replacing(" le ", with: " <= ")
        }.joined(separator: "\"")
    }
}
