import Basics

extension Run {
    /// Waits in the flow (BPMN 10.5.4); a link is arrived at and waits for nothing.
    mutating func catchEvent(_ id: ElementInstance.ID, _ node: Node, _ catching: Catching) throws(Fault) {
        if catching.isNone || node.linkIn != nil { return complete(id, node) }
        emit(.workBegun(id))
        try listen(for: catching, as: node, on: id)
    }

    /// What a catching event or receive task awaits came; a parallel multiple goes on when all have.
    mutating func caught(_ node: Node, by id: ElementInstance.ID, variables: [String: JSON]) {
        guard let index = instance.elements.index(of: id) else { return }
        let others = instance.elements[at: index].waits.filter { $0.node == node.ref }
        if node.catching?.needsAll == true, !others.isEmpty {
            return propagate(variables, from: instance.elements[at: index].parent ?? id)
        }
        for wait in others { emit(.waitDropped(wait)) }
        complete(id, node, variables: variables)
    }

    /// A boundary event happens: instead of its activity, or beside it.
    mutating func happen(
        _ boundary: Node, on host: ElementInstance, isInterrupting: Bool, variables: [String: JSON],
        local: [String: JSON] = [:]
    ) {
        guard let scope = host.parent else { return }
        if isInterrupting { cancel(host.id) }
        touch(scope)
        let id = open(boundary, process: host.process, scope: scope, flow: nil, role: .single)
        if !local.isEmpty { emit(.variablesSet(local, scope: id)) }
        complete(id, boundary, variables: variables)
    }

    /// The start event of an event sub-process happens in its scope (BPMN 10.3.5, 13.5.4).
    mutating func startEvent(
        _ start: Node, in scope: ElementInstance, isInterrupting: Bool, variables: [String: JSON],
        local: [String: JSON] = [:]
    ) {
        let graph = graphs[scope.process]
        guard let event = graph.scopes.lazy.flatMap(\.eventStarts).first(where: { $0.start == start.index }) else {
            return
        }
        if isInterrupting {
            interrupt(scope.id)
            clearIncidents(of: scope.id)
            dropEventStarts(of: scope.id)
        }
        let id = open(graph.nodes[event.subProcess], process: scope.process, scope: scope.id, flow: nil, role: .single)
        beginEventSubProcess(id, at: start, variables: variables, local: local)
    }

    /// A scope that was interrupted no longer listens to its other event sub-processes.
    private mutating func dropEventStarts(of scope: ElementInstance.ID) {
        guard let element = instance.elements[scope] else { return }
        for wait in element.waits {
            guard let node = graphs[element.process].node(wait.node), case .start = node.kind else { continue }
            emit(.waitDropped(wait))
        }
    }

    /// Begins the inside of an event sub-process at the start event that happened.
    mutating func beginEventSubProcess(
        _ id: ElementInstance.ID, at start: Node, variables: [String: JSON], local: [String: JSON]
    ) {
        guard let element = instance.elements[id], let node = node(of: element),
            case .subProcess(let place, _) = node.kind
        else { return }
        emit(.workBegun(id))
        do throws(Fault) {
            try openScope(place, of: element.process, on: id)
        } catch {
            raise(error, at: id)
        }
        if !local.isEmpty { emit(.variablesSet(local, scope: id)) }
        let begun = open(start, process: element.process, scope: id, flow: nil, role: .single)
        complete(begun, start, variables: variables)
    }
}
