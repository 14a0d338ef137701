import Basics

extension Run {
    /// Keeps an activity that ended well, when something can undo it (BPMN 13.5.5); of several rounds each is kept by itself.
    mutating func keepForCompensation(_ element: ElementInstance, _ node: Node) {
        guard element.role != .body, let scope = keeper(of: element), node.undo != nil || !element.compensable.isEmpty
        else { return }
        emit(
            .compensationKept(
                Compensable(
                    element: element.id, node: element.node, process: element.process, variables: element.variables.all,
                    inner: element.compensable), scope: scope))
    }

    /// A called process hands what can be undone in it to its call activity.
    mutating func keepForCall(_ process: ElementInstance, call: ElementInstance.ID) {
        for record in process.compensable { emit(.compensationKept(record, scope: call)) }
    }

    /// The scope that keeps it: for a round that of the whole.
    private func keeper(of element: ElementInstance) -> ElementInstance.ID? {
        guard case .round = element.role else { return element.parent }
        return element.parent.flatMap { instance.elements[$0]?.parent }
    }

    /// Undoes an activity, or all of the scope, the newest first; says whether the thrower goes on at once.
    mutating func compensate(_ activity: Int?, by id: ElementInstance.ID, waits: Bool) -> Bool {
        guard let thrower = instance.elements[id], let scope = compensationScope(of: thrower) else { return true }
        let name = activity.map { graphs[thrower.process].nodes[$0].ref }
        let records = (instance.elements[scope]?.compensable ?? []).filter { name == nil || $0.node == name }
        guard !records.isEmpty else { return true }
        emit(.compensationBegun(id, records, scope: scope))
        plan(.undo(by: id))
        return false
    }

    /// What a thrower can undo: its own scope; inside an event sub-process for compensation what that one undoes.
    private func compensationScope(of thrower: ElementInstance) -> ElementInstance.ID? {
        guard let scope = thrower.parent.flatMap({ instance.elements[$0] }) else { return nil }
        guard let node = node(of: scope), case .subProcess(_, .event) = node.kind, scope.compensable.isEmpty else {
            return scope.id
        }
        if case .handler = scope.role { return scope.id }
        return scope.parent
    }

    /// Begins what undoes the next activity; when there is none left the thrower goes on.
    mutating func undoNext(_ id: ElementInstance.ID) {
        guard let thrower = instance.elements[id] else { return }
        guard let record = thrower.undo.last else { return endUndoing(thrower) }
        guard let scope = thrower.parent, graphs.indices.contains(record.process) else { return }
        let graph = graphs[record.process]
        guard let undo = graph.node(record.node)?.undo else {
            emit(.compensationStepped(id, inner: record.inner))
            return plan(.undo(by: id))
        }
        emit(.compensationStepped(id, inner: []))
        let handler = open(
            graph.nodes[undo], process: record.process, scope: scope, flow: nil, role: .handler(of: id.number))
        if !record.variables.isEmpty { emit(.variablesSet(record.variables, scope: handler)) }
        for inner in record.inner { emit(.compensationKept(inner, scope: handler)) }
        beginHandler(handler, graph.nodes[undo])
    }

    /// An event sub-process begins at its compensation start event, an activity as always.
    private mutating func beginHandler(_ id: ElementInstance.ID, _ node: Node) {
        guard case .subProcess(let place, .event) = node.kind, let process = instance.elements[id]?.process else {
            return begin(id, node)
        }
        let graph = graphs[process]
        guard let start = graph.scopes[place].nodes.first(where: { graph.nodes[$0].startsUndoing }) else {
            return begin(id, node)
        }
        beginEventSubProcess(id, at: graph.nodes[start], variables: [:], local: [:])
    }

    /// What undid an activity is done: on to the next.
    mutating func leaveHandler(_ id: ElementInstance.ID, _ node: Node, of thrower: ElementInstance.ID) {
        guard let element = instance.elements[id] else { return }
        dropWaits(of: element)
        emit(.elementLeft(id, node: node.ref))
        plan(.undo(by: thrower))
    }

    /// A thrower that does not wait for what it undoes takes its flows at once, and is left when all is undone (BPMN 10.5.5.4). It undoes
    /// nothing before it knows that it can go on.
    mutating func goOnWhileUndoing(_ id: ElementInstance.ID, _ node: Node, _ outcomes: [Throwing]) throws(Fault) {
        try writeOutputs(of: node, on: id)
        let flows = node.takesAll ? node.outgoing : try allowedFlows(node, from: id)
        if try bringAbout(outcomes, by: id, node) { return leave(id, node, by: flows) }
        guard let element = instance.elements[id], let scope = element.parent else { return }
        for flow in flows { follow(flow, process: element.process, scope: scope) }
    }

    private mutating func endUndoing(_ thrower: ElementInstance) {
        guard let node = node(of: thrower) else { return }
        if case .throwing(let outcomes) = node.kind, outcomes.undoBeside { return leave(thrower.id, node, by: []) }
        if case .end(let outcomes) = node.kind, outcomes.contains(where: \.isCancel) {
            endCancelled(thrower)
        } else {
            complete(thrower.id, node)
        }
    }
}

extension Node {
    fileprivate var startsUndoing: Bool {
        guard case .start = kind else { return false }
        return catching?.triggers.contains { if case .compensation = $0 { true } else { false } } ?? false
    }
}

extension [Throwing] {
    /// Whether it only undoes, and goes on meanwhile.
    var undoBeside: Bool {
        !isEmpty && allSatisfy { if case .compensation(_, waits: false) = $0 { true } else { false } }
    }
}

extension Throwing {
    fileprivate var isCancel: Bool {
        if case .cancel = self { true } else { false }
    }
}
