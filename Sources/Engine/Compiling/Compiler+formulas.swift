import Basics
import Bpmn
import Feel

extension Compiler {
    /// A formula as the standard writes them: always computed.
    mutating func formula(_ expression: ModelExpression, of element: String) -> Formula? {
        guard speaksFeel(expression, of: element) else { return nil }
        return read(expression.text, element, expression.line) { names throws(FeelSyntaxError) in
            try Formula(expression: expression.text, names: names)
        }
    }

    /// A setting: text, unless it says that it is to be computed.
    mutating func setting(_ text: String, of node: some Described) -> Formula? {
        read(text, node.id.text, node.line) { names throws(FeelSyntaxError) in
            try Formula(setting: text, names: names)
        }
    }

    mutating func setting(_ expression: ModelExpression, of node: some Described) -> Formula? {
        guard Formula.expression(in: expression.text) == nil || speaksFeel(expression, of: node.id.text) else {
            return nil
        }
        return read(expression.text, node.id.text, expression.line) { names throws(FeelSyntaxError) in
            try Formula(setting: Formula.trimmed(expression.text), names: names)
        }
    }

    mutating func computed(_ text: String, of node: some Described) -> Formula? {
        read(text, node.id.text, node.line) { names throws(FeelSyntaxError) in
            try Formula(expression: text, names: names)
        }
    }

    /// Refuses what is written in a language that would be taken for FEEL.
    private mutating func speaksFeel(_ expression: ModelExpression, of element: String) -> Bool {
        guard let language = expression.foreignLanguage else { return true }
        refuse("expression-language", "write this in FEEL instead of \(language)", expression.line, element)
        return false
    }

    private mutating func read(
        _ text: String, _ element: String, _ line: Int, _ formula: (FeelNames) throws(FeelSyntaxError) -> Formula
    ) -> Formula? {
        do throws(FeelSyntaxError) {
            return try formula(names)
        } catch {
            let message: Phrase =
                UnifiedExpression.callsOutside(text)
                ? "\(error.phrase); write it in FEEL, or use a service task with a topic" : error.phrase
            refuse("formula", message, line, element)
            return nil
        }
    }

    /// The formulas that tell for whom a message is, as `zeebe:subscription` gives them.
    mutating func correlations() -> [String: Formula] {
        var found: [String: Formula] = [:]
        for message in definitions.messages {
            guard let text = message.correlationKey else { continue }
            found[message.name ?? message.id.text] = read(text, message.id.text, message.line) {
                names throws(FeelSyntaxError) in
                try Formula(setting: text, names: names)
            }
        }
        return found
    }

    mutating func mappings(_ mappings: [Mapping], of node: some Described) -> [DataMapping] {
        mappings.compactMap { mapping in
            setting(mapping.source, of: node).map { DataMapping(source: $0, target: VariablePath(mapping.target)) }
        }
    }
}
