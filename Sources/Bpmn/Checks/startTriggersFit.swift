import Basics

/// What can start a process, a sub-process and an event sub-process (table 10.84 to 10.86).
func startTriggersFit(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.flatMap { node -> [Diagnostic] in
        guard let event = node.startEvent else { return [] }
        if place.owner?.isEventSubProcess ?? false { return inEventSubProcess(node, event) }
        if place.owner != nil { return inSubProcess(node, event) }
        return event.triggers.list.compactMap {
            $0.cannotStartProcess ? misfit(node, "start a process by itself") : nil
        }
    }
}

private func inSubProcess(_ node: FlowNode, _ event: StartEvent) -> [Diagnostic] {
    event.triggers.list.isEmpty ? [] : [misfit(node, "start a sub-process that flows lead to; use a plain start")]
}

private func inEventSubProcess(_ node: FlowNode, _ event: StartEvent) -> [Diagnostic] {
    if event.triggers.list.isEmpty {
        return [Diagnostic(.error, "start-trigger", node, "starts an event sub-process and waits for nothing")]
    }
    return event.triggers.list.compactMap { trigger in
        if case .error = trigger, !event.isInterrupting {
            return Diagnostic(.error, "error-not-interrupting", node, "starts on an error, which always interrupts")
        }
        return trigger.isOnlyInFlow ? misfit(node, "start an event sub-process") : nil
    }
}

private func misfit(_ node: FlowNode, _ what: Phrase) -> Diagnostic {
    Diagnostic(.error, "start-trigger", node, "has a trigger that cannot \(what)")
}

extension Trigger {
    fileprivate var cannotStartProcess: Bool {
        switch self {
        case .message, .timer, .signal, .conditional: false
        case .error, .escalation, .compensation, .link, .cancel: true
        }
    }

    fileprivate var isOnlyInFlow: Bool {
        switch self {
        case .link, .cancel: true
        case .message, .timer, .error, .escalation, .signal, .conditional, .compensation: false
        }
    }
}
