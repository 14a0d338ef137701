import Basics

/// In a process that runs, a service task names its work and a business-rule task its decision.
func workIsNamed(_ place: CheckedScope) -> [Diagnostic] {
    guard place.process.isExecutable else { return [] }
    return place.nodes.compactMap { node in
        guard case .task(let kind) = node.activity?.kind else { return nil }
        let settings = node.settings
        switch kind {
        case .service where settings.taskType == nil && settings.expression == nil:
            return Diagnostic(.warning, "unnamed-work", node, "names no work to do; give it a task type")
        case .businessRule where settings.calledDecision == nil && settings.taskType == nil:
            return Diagnostic(.warning, "unnamed-decision", node, "names no decision; give it one")
        case .script(let script) where script.text == nil:
            return Diagnostic(.warning, "empty-script", node, "has no script")
        case .none, .user, .manual, .service, .send, .receive, .script, .businessRule: return nil
        }
    }
}
