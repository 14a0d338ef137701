import Basics

/// What can happen at the edge of an activity (table 10.90).
func boundaryTriggersFit(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.flatMap { node -> [Diagnostic] in
        guard let event = node.boundaryEvent else { return [] }
        if event.triggers.list.isEmpty {
            return [Diagnostic(place.whenRun, "boundary-without-trigger", node, "waits for nothing; give it a trigger")]
        }
        return event.triggers.list.compactMap { flaw(node, event, $0, place) }
    }
}

private func flaw(_ node: FlowNode, _ event: BoundaryEvent, _ trigger: Trigger, _ place: CheckedScope) -> Diagnostic? {
    switch trigger {
    case .error where !event.isInterrupting:
        Diagnostic(.error, "error-not-interrupting", node, "catches an error, which always interrupts; make it solid")
    case .cancel where !place.isTransaction(event.host):
        Diagnostic(.error, "cancel-outside-transaction", node, "catches a cancel; only a transaction can be cancelled")
    case .compensation where !node.outgoing.isEmpty:
        Diagnostic(
            .error, "compensation-flow", node,
            "is a compensation event with a flow; join it to its handler by an association instead")
    case .compensation where place.scope.handlers(of: node.id).isEmpty:
        Diagnostic(
            .warning, "compensation-without-handler", node, "has no handler; associate an activity for compensation")
    case .link: Diagnostic(.error, "misplaced-event", node, "is a link; links stand in the flow, not on an edge")
    case .message, .timer, .error, .escalation, .signal, .conditional, .compensation, .cancel: nil
    }
}

extension CheckedScope {
    fileprivate func isTransaction(_ host: ElementID) -> Bool {
        if case .transaction = scope.nodes[host]?.subProcessKind { true } else { false }
    }
}
