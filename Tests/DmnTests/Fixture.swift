import Basics
import Dmn
import Feel

/// Small models, made of text.
enum Fixture {
    static func program(_ body: String) throws -> DmnProgram {
        var diagnostics: [Diagnostic] = []
        let text = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="urn:test" name="test">
            \(body)
            </definitions>
            """
        guard let file = DmnFile(Array(text.utf8), diagnostics: &diagnostics) else { throw Flaw(diagnostics) }
        return DmnProgram(file.model)
    }

    struct Flaw: Error {
        let diagnostics: [Diagnostic]
        init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
    }

    static func input(_ name: String, _ type: String) -> String {
        "<inputData id=\"\(name)\" name=\"\(name)\"><variable name=\"\(name)\" typeRef=\"\(type)\"/></inputData>"
    }

    static func cell(_ text: String, _ element: String) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<\(element)><text>\(escaped)</text></\(element)>"
    }

    /// A decision `uitkomst` by a table over inputs; each rule is its tests and its output.
    static func table(
        _ policy: String, _ inputs: [(String, String)], _ rules: [[String]], outputValues: String? = nil
    ) -> String {
        let needs = inputs.map {
            "<informationRequirement><requiredInput href=\"#\($0.0)\"/></informationRequirement>"
        }
        let columns = inputs.map {
            "<input><inputExpression typeRef=\"\($0.1)\"><text>\($0.0)</text></inputExpression></input>"
        }
        let rows = rules.map { cells in
            "<rule>" + cells.dropLast().map { cell($0, "inputEntry") }.joined()
                + cell(cells.last ?? "", "outputEntry") + "</rule>"
        }
        let allowed = outputValues.map { cell($0, "outputValues") } ?? ""
        return inputs.map { input($0.0, $0.1) }.joined() + "<decision id=\"d\" name=\"uitkomst\">" + needs.joined()
            + "<decisionTable \(policy)>" + columns.joined() + "<output>\(allowed)</output>" + rows.joined()
            + "</decisionTable></decision>"
    }
}
