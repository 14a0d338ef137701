import Basics
import Dmn
import Feel

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
        return "## \(ModelText.line(decision.name)) (\(decision.id))\n\n" + question
            + ModelText.table(marked, table.rules.map(row))
    }

    private static func row(of rule: DmnRule) -> [String] {
        rule.tests.map { FeelWords.test($0.text) } + rule.outputs.map { ModelText.cell($0.text) }
    }
}

extension DmnDocument {
    /// The tests of its tables, by the rows that ``text(of:)`` writes for them.
    static func logic(of model: DmnModel) -> ModelLogic {
        var logic = ModelLogic()
        let names = FeelNames(model.inputs.map(\.variable.name) + model.decisions.map(\.variable.name))
        for decision in model.decisions {
            guard case .table(let table)? = decision.logic?.kind else { continue }
            logic.add(choice(of: table, names), as: decision.id)
        }
        return logic
    }

    private static func choice(of table: DmnTable, _ names: FeelNames) -> ModelLogic.Choice {
        var choice = ModelLogic.Choice(isExclusive: table.policy.isExclusive, takesFirst: table.policy == .first)
        for rule in table.rules {
            let tests = zip(rule.tests, table.inputs).map { test(of: $0.text, $1, names) }
            choice.add(ModelLogic.Row(tests: tests), as: ModelText.row(row(of: rule)))
        }
        return choice
    }

    private static func test(of cell: String, _ column: DmnInputClause, _ names: FeelNames) -> ModelLogic.Column {
        if ["", "-"].contains(cell.trimmed(of: "")) { return .anything }
        return ModelTest(cell: cell, of: column, names: names).map { .test($0) } ?? .unread
    }
}

extension DmnHitPolicy {
    /// Whether one rule at most gives the answer.
    fileprivate var isExclusive: Bool {
        switch self {
        case .unique, .any, .first, .priority: true
        case .outputOrder, .ruleOrder, .collect: false
        }
    }
}
