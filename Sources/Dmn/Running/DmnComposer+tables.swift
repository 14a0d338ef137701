import Basics
import Feel

extension DmnComposer {
    mutating func compose(_ table: DmnTable) -> FeelNodeID {
        var inputs: [FeelTable.Input] = []
        let values = table.inputs.map { clause in
            feel.typed(literal(clause.expression, clause.line), types.type(clause.type, line: clause.line))
        }
        let slots = table.inputs.map { _ in feel.declare(" input") }
        for (index, clause) in table.inputs.enumerated() {
            let allowed = clause.allowed.flatMap { tests(DmnCell(text: $0, line: clause.line), of: slots[index]) }
            inputs.append(FeelTable.Input(value: values[index], slot: slots[index], allowed: allowed))
        }
        let outputs = table.outputs.map { output($0) }
        let rules = table.rules.map { rule($0, table, slots) }
        feel.forget(slots.count)
        return feel.table(FeelTable(inputs: inputs, outputs: outputs, rules: rules, policy: table.policy.compiled))
    }

    /// Tests of the value in a local; `nil` for those that anything passes.
    private mutating func tests(_ cell: DmnCell, of slot: Int32) -> FeelNodeID? {
        guard !cell.text.allSatisfy(\.isWhitespace) else { return nil }
        do throws(FeelSyntaxError) {
            return try feel.tests(cell.text, of: slot, line: cell.line)
        } catch {
            return refused(error)
        }
    }

    private mutating func rule(_ rule: DmnRule, _ table: DmnTable, _ slots: [Int32]) -> FeelTable.Rule {
        if rule.tests.count != table.inputs.count || rule.outputs.count != table.outputs.count {
            diagnostics.append(
                Diagnostic(
                    .error, "cell-count", "the rule has not as many cells as the table has columns", line: rule.line))
        }
        let conditions = zip(rule.tests, slots).map { tests($0, of: $1) }
        let outputs = zip(rule.outputs, table.outputs).map { cell, clause in
            feel.typed(literal(cell.text, cell.line), types.type(clause.type, line: clause.line))
        }
        let missing = table.outputs.count - outputs.count
        return FeelTable.Rule(
            tests: conditions, outputs: outputs + (0..<max(0, missing)).map { _ in feel.constant(.null) })
    }

    private mutating func output(_ clause: DmnOutputClause) -> FeelTable.Output {
        let slot = feel.declare(" output")
        defer { feel.forget(1) }
        let fallback = clause.fallback.flatMap { text in
            text.allSatisfy(\.isWhitespace) ? nil : literal(text, clause.line)
        }
        var ranking: [FeelNodeID] = []
        if let allowed = clause.allowed ?? types.allowedValues(of: clause.type) {
            do throws(FeelSyntaxError) {
                ranking = try feel.testList(allowed, of: slot, line: clause.line)
            } catch {
                _ = refused(error)
            }
        }
        return FeelTable.Output(name: clause.name ?? "", fallback: fallback, ranking: ranking, slot: slot)
    }
}

extension DmnHitPolicy {
    var compiled: FeelTable.HitPolicy {
        switch self {
        case .unique: .unique
        case .any: .any
        case .priority: .priority
        case .first: .first
        case .outputOrder: .outputOrder
        case .ruleOrder: .ruleOrder
        case .collect(nil): .collect(nil)
        case .collect(.sum): .collect(.sum)
        case .collect(.count): .collect(.count)
        case .collect(.min): .collect(.min)
        case .collect(.max): .collect(.max)
        }
    }
}
