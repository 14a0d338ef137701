import Basics

/// After an event-based gateway stand events that wait, or receive tasks, reached by this way alone (10.6.6).
func eventGatewaysLeadToEvents(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.flatMap { node -> [Diagnostic] in
        guard case .eventBased(let gateway) = node.gateway else { return [] }
        var flaws: [Diagnostic] = []
        if node.outgoing.count < 2 {
            flaws.append(
                Diagnostic(.warning, "event-gateway", node, "has fewer than two ways; draw another, or take it away"))
        }
        if gateway.isParallel, !gateway.instantiates {
            let message: Phrase =
                "waits for all its events but does not start the process; only then may it be parallel"
            flaws.append(Diagnostic(.error, "event-gateway", node, message))
        }
        let targets = place.scope.outgoing(of: node.id).compactMap { place.scope.nodes[$0.target] }
        return flaws + targets.compactMap { flaw($0, after: node) } + mixedReceivers(targets, node)
    }
}

private func flaw(_ target: FlowNode, after gateway: FlowNode) -> Diagnostic? {
    let place: Phrase = "follows the event-based gateway \(gateway.title)"
    guard target.canFollowEventGateway else {
        let message: Phrase = "\(place); only message, timer, signal and conditional events and receive tasks may"
        return Diagnostic(.error, "event-gateway", target, message)
    }
    if target.incoming.count > 1 {
        return Diagnostic(.error, "event-gateway", target, "\(place) and may have no other way that leads to it")
    }
    if !target.boundary.isEmpty {
        return Diagnostic(.error, "event-gateway", target, "\(place) and may have no boundary events")
    }
    return nil
}

private func mixedReceivers(_ targets: [FlowNode], _ gateway: FlowNode) -> [Diagnostic] {
    let tasks = targets.contains { $0.isReceiveTask }
    let events = targets.contains { $0.triggers.contains { if case .message = $0 { true } else { false } } }
    guard tasks, events else { return [] }
    let message: Phrase = "leads to receive tasks and to message events; use one of the two"
    return [Diagnostic(.error, "event-gateway", gateway, message)]
}

extension FlowNode {
    var isReceiveTask: Bool {
        if case .task(.receive) = activity?.kind { true } else { false }
    }

    fileprivate var canFollowEventGateway: Bool {
        guard case .catching(let event) = kind else { return isReceiveTask }
        return event.triggers.list.allSatisfy {
            switch $0 {
            case .message, .timer, .signal, .conditional: true
            case .error, .escalation, .compensation, .link, .cancel: false
            }
        }
    }
}
