import Basics

/// A message, signal, error or escalation that is waited for or sent needs a name to be known by.
func eventsSayWhat(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.flatMap { node in
        let silent = node.triggers.compactMap(\.missingName) + node.outcomes.compactMap(\.missingName) + node.silentTask
        return silent.map {
            let severity: Diagnostic.Severity = place.process.isExecutable ? .warning : .note
            return Diagnostic(
                severity, "unnamed-\($0)", node, "does not say which \(Phrase(pattern: $0)); refer to one by name")
        }
    }
}

extension Trigger {
    /// An error or escalation event that names none catches all, and needs no name.
    fileprivate var missingName: String? {
        switch self {
        case .message(let use): use.message == nil && use.operation == nil ? "message" : nil
        case .signal(let signal): signal == nil ? "signal" : nil
        case .conditional(let condition): condition.text.isEmpty ? "condition" : nil
        case .timer, .error, .escalation, .compensation, .link, .cancel: nil
        }
    }
}

extension Outcome {
    fileprivate var missingName: String? {
        switch self {
        case .signal(let signal): signal == nil ? "signal" : nil
        case .error(let error): error == nil ? "error" : nil
        case .escalation(let escalation): escalation == nil ? "escalation" : nil
        case .message, .compensation, .link, .cancel, .terminate: nil
        }
    }
}

extension FlowNode {
    fileprivate var silentTask: [String] {
        guard case .task(.receive(let use, _)) = activity?.kind else { return [] }
        return use.message == nil && use.operation == nil ? ["message"] : []
    }
}
