extension Run {
    /// Ends a way through the process, with what that brings about (BPMN 10.5.3, 13.5.6).
    mutating func end(_ id: ElementInstance.ID, _ node: Node, _ outcomes: [Throwing]) throws(Fault) {
        guard !outcomes.isEmpty else { return leave(id, node, by: []) }
        if try bringAbout(outcomes, by: id, node) { complete(id, node) }
    }

    /// Makes something known in the flow and goes on (BPMN 10.5.4).
    mutating func throwEvent(_ id: ElementInstance.ID, _ node: Node, _ outcomes: [Throwing]) throws(Fault) {
        if outcomes.undoBeside { return try goOnWhileUndoing(id, node, outcomes) }
        if try bringAbout(outcomes, by: id, node) { complete(id, node) }
    }

    /// Brings about each in turn; says whether the event can go on now.
    mutating func bringAbout(
        _ outcomes: [Throwing], by id: ElementInstance.ID, _ node: Node
    ) throws(Fault) -> Bool {
        var goesOn = true
        for outcome in outcomes {
            guard instance.elements.index(of: id) != nil else { return false }
            if try !bringAbout(outcome, by: id, node) { goesOn = false }
        }
        return goesOn && instance.elements.index(of: id) != nil
    }

    private mutating func bringAbout(
        _ outcome: Throwing, by id: ElementInstance.ID, _ node: Node
    ) throws(Fault) -> Bool {
        switch outcome {
        case .message(let name):
            try post(name, from: id, node, variables: instance.elements.variables(of: id))
            return true
        case .service(let work):
            try callService(id, node, work)
            return false
        case .signal(let name):
            throwSignal(name, by: id)
            return true
        case .error(let code):
            throwError(code, message: nil, by: id)
            return false
        case .escalation(let code):
            escalate(code, by: id)
            return true
        case .compensation(let activity, let waits):
            return compensate(activity, by: id, waits: waits)
        case .cancel:
            cancelTransaction(by: id)
            return false
        case .terminate:
            terminate(by: id)
            return true
        case .link(let name):
            try followLink(name, from: id)
            return false
        }
    }

    /// Stops all else in the scope (BPMN 13.5.6): what is left of it ends with this event.
    private mutating func terminate(by id: ElementInstance.ID) {
        guard let scope = instance.elements[id]?.parent else { return }
        interrupt(scope, sparing: id)
        clearIncidents(of: scope)
        if instance.elements[scope]?.parent == nil { isTerminated = true }
    }

    /// Goes on at the link event of that name in the same scope (BPMN 10.5.5.9).
    private mutating func followLink(_ name: String, from id: ElementInstance.ID) throws(Fault) {
        guard let element = instance.elements[id], let scope = element.parent, let node = node(of: element) else {
            return
        }
        let graph = graphs[element.process]
        guard let place = graph.scopes[node.scope].nodes.first(where: { graph.nodes[$0].linkIn == name }) else {
            throw Fault(.noLink(name))
        }
        emit(.elementLeft(id, node: element.node))
        enter(graph.nodes[place], process: element.process, scope: scope, flow: nil)
    }
}
