import Bpmn
import Feel

extension Definitions {
    /// The outcome of a decision by which the drawing goes to a step, with nothing but gateways and events in between; as FEEL.
    func outcome(of decision: String, leadingTo step: ElementID) -> String? {
        let nodes = processes.flatMap(\.scope.allNodes)
        let variables = Set(
            nodes.filter { $0.settings.calledDecision == decision }.compactMap(\.settings.resultVariable))
        for scope in processes.flatMap(\.scope.allScopes) {
            for flow in scope.flows where scope.leads(from: flow.target, to: step) {
                if let outcome = flow.outcome(of: variables) { return outcome }
            }
        }
        return nil
    }
}

extension SequenceFlow {
    /// The one value of one of these variables for which it is taken.
    fileprivate func outcome(of variables: Set<String>) -> String? {
        guard let text = condition?.text.asFormula,
            let statement = try? FeelExpression(parsing: UnifiedExpression.feel(in: text) ?? text).statement,
            case .compares(.name(let name), .equal, let value) = statement, variables.contains(name)
        else { return nil }
        return switch value {
        case .text(let text): "\"\(text)\""
        case .number(let number): number
        case .boolean(let flag): flag ? "true" : "false"
        case .name, .date, .days, .months, .today, .now, .count, .sum, .calculation: nil
        }
    }
}

extension Scope {
    /// Whether a node is the step, or leads to it before any work is done.
    fileprivate func leads(from node: ElementID, to step: ElementID) -> Bool {
        var (open, seen) = ([node], Set([node]))
        while let next = open.popLast() {
            if next == step { return true }
            guard nodes[next]?.activity == nil else { continue }
            open += outgoing(of: next).map(\.target).filter { seen.insert($0).inserted }
        }
        return false
    }
}
