import Basics
import Bpmn

extension Compiler {
    /// A formula as the standard writes them: always computed.
    mutating func formula(_ expression: ModelExpression, of element: String) -> Formula? {
        read(element, expression.line) { () throws(FormulaFault) in try Formula(expression: expression.text) }
    }

    /// A setting: text, unless it says that it is to be computed.
    mutating func setting(_ text: String, of node: some Described) -> Formula? {
        read(node.id.text, node.line) { () throws(FormulaFault) in try Formula(setting: text) }
    }

    mutating func setting(_ expression: ModelExpression, of node: some Described) -> Formula? {
        read(node.id.text, expression.line) { () throws(FormulaFault) in
            try Formula(setting: Formula.trimmed(expression.text))
        }
    }

    mutating func computed(_ text: String, of node: some Described) -> Formula? {
        read(node.id.text, node.line) { () throws(FormulaFault) in try Formula(expression: text) }
    }

    private mutating func read(_ element: String, _ line: Int, _ formula: () throws(FormulaFault) -> Formula) -> Formula? {
        do throws(FormulaFault) {
            return try formula()
        } catch {
            refuse("formula", error.reason, line, element)
            return nil
        }
    }

    mutating func mappings(_ mappings: [Mapping], of node: some Described) -> [DataMapping] {
        mappings.compactMap { mapping in
            setting(mapping.source, of: node).map { DataMapping(source: $0, target: VariablePath(mapping.target)) }
        }
    }
}
