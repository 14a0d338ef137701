import Basics
import Dmn

/// Turns a DMN model into text to advise from: a heading per decision and its table with one row per rule.
enum DmnDocument {
    static func text(of bytes: [UInt8]) throws -> String {
        var flaws: [Diagnostic] = []
        guard let model = DmnFile(bytes, diagnostics: &flaws)?.model else {
            throw LibraryFault.unreadableModel(flaws.first?.description ?? "")
        }
        return "# \(ModelText.line(model.name))\n\n" + model.decisions.map(text).joined()
    }

    private static func text(_ decision: DmnDecision) -> String {
        let question = decision.question.map { ModelText.paragraph($0) } ?? ""
        guard case .table(let table)? = decision.logic?.kind else { return "" }
        let headers =
            table.inputs.map { $0.label ?? $0.expression }
            + table.outputs.enumerated().map { number, output in
                output.label ?? output.name ?? (number == 0 ? decision.name : "")
            }
        // The last columns answer, whatever they are called.
        let marked = headers.enumerated().map { $0 >= table.inputs.count ? $1 + ModelText.answerMark : $1 }
        let rows = table.rules.map { rule in
            rule.tests.map { FeelWords.test($0.text) } + rule.outputs.map { ModelText.cell($0.text) }
        }
        return "## \(ModelText.line(decision.name)) (\(decision.id))\n\n" + question + ModelText.table(marked, rows)
    }
}
