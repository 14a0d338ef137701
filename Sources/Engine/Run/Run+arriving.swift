extension Run {
    /// Takes a flow: from here on its token is in the scope, until its target begins.
    mutating func follow(_ flow: Int, process: Int, scope: ElementInstance.ID) {
        let graph = graphs[process]
        emit(.flowTaken(graph.flows[flow].ref, scope: scope))
        let step = Step.arrive(flow: flow, process: process, scope: scope)
        if graph.nodes[graph.flows[flow].target].throwsSignal { planLate(step) } else { plan(step) }
    }

    /// A flow reaches its target, which begins or waits for more.
    mutating func arrive(by flow: Int, process: Int, scope: ElementInstance.ID) {
        let graph = graphs[process]
        let flow = graph.flows[flow]
        guard let index = instance.elements.index(of: scope), instance.elements[at: index].hasToken(flow.ref) else {
            return
        }
        let node = graph.nodes[flow.target]
        switch node.arrival {
        case .enters: enter(node, process: process, scope: scope, flow: flow.ref)
        case .joins: join(node, tokens: instance.elements[at: index].tokens, process: process, scope: scope)
        case .gathers: gather(node, tokens: instance.elements[at: index].tokens, process: process, scope: scope)
        case .looksAhead: touch(scope)
        }
    }

    /// A parallel join goes on when each of its flows has come (BPMN 13.4.1).
    private mutating func join(
        _ node: Node, tokens: Few<ElementInstance.Token>, process: Int, scope: ElementInstance.ID
    ) {
        let flows = node.incoming.map { graphs[process].flows[$0].ref }
        guard flows.allSatisfy({ flow in tokens.contains { $0.flow == flow } }) else { return touch(scope) }
        emit(.flowsJoined(flows, scope: scope))
        enter(node, process: process, scope: scope, flow: nil)
    }

    /// An activity begins when as many flows have come as it asks for (BPMN 13.3.2).
    private mutating func gather(
        _ node: Node, tokens: Few<ElementInstance.Token>, process: Int, scope: ElementInstance.ID
    ) {
        let incoming = Set(node.incoming.map { graphs[process].flows[$0].ref })
        let here = tokens.filter { incoming.contains($0.flow) }.flatMap { Array(repeating: $0.flow, count: $0.count) }
        guard here.count >= node.startQuantity else { return touch(scope) }
        emit(.flowsJoined(Array(here.prefix(node.startQuantity)), scope: scope))
        enter(node, process: process, scope: scope, flow: nil)
    }
}

extension NodeKind {
    /// Whether reaching it makes a signal known to all who wait now.
    var throwsSignal: Bool {
        switch self {
        case .throwing(let outcomes), .end(let outcomes):
            outcomes.contains { if case .signal = $0 { true } else { false } }
        case .start, .catching, .boundary, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask,
            .emptyTask, .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway,
            .subProcess, .callActivity:
            false
        }
    }
}
