import Basics

extension ProcessDefinition {
    /// The same process with everything left open: people decide at every gateway, and whatever can come may come.
    var explorable: ProcessDefinition {
        let nodes = graph.nodes.map { node in
            Node(NodeDraft(exploring: node), kind: node.kind.explorable(node))
        }
        let flows = graph.flows.map {
            Flow(ref: $0.ref, name: $0.name, source: $0.source, target: $0.target, condition: nil)
        }
        return ProcessDefinition(
            key: key, graph: Graph(name: graph.name, nodes: nodes, flows: flows, scopes: graph.scopes))
    }
}

extension NodeDraft {
    /// A node without what only data decides; rounds of a loop are one.
    fileprivate init(exploring node: Node) {
        self.init(ref: node.ref, line: node.line, scope: node.scope)
        incoming = node.incoming
        outgoing = node.outgoing
        boundaries = node.boundaries
        startQuantity = node.startQuantity
        completionQuantity = node.completionQuantity
        undo = node.undo
    }
}

extension NodeKind {
    fileprivate func explorable(_ node: Node) -> NodeKind {
        switch self {
        case .start(let catching, let isInterrupting): .start(catching.explorable(node), isInterrupting: isInterrupting)
        case .catching(let catching): .catching(catching.explorable(node))
        case .boundary(let catching, let host, let isInterrupting):
            .boundary(catching.explorable(node), host: host, isInterrupting: isInterrupting)
        case .userTask, .serviceTask, .scriptTask, .ruleTask, .callActivity, .emptyTask, .sendTask:
            .serviceTask(Shared(.anything))
        case .receiveTask: .receiveTask(message: "comes at \(node.id)")
        case .exclusiveGateway: .exclusiveGateway(byPerson: node.outgoing.count > 1)
        case .inclusiveGateway: .inclusiveGateway(byPerson: node.outgoing.count > 1)
        case .complexGateway: .complexGateway(activation: nil)
        case .subProcess(let scope, .adHoc): .subProcess(scope: scope, .adHoc(.anything))
        case .throwing(let outcomes): .throwing(outcomes.filter { !$0.isService })
        case .end(let outcomes): .end(outcomes.filter { !$0.isService })
        case .parallelGateway, .eventGateway, .subProcess(_, .embedded), .subProcess(_, .event),
            .subProcess(_, .transaction):
            self
        }
    }
}

extension Catching {
    /// Timers, messages and conditions as messages that may come at any time.
    fileprivate func explorable(_ node: Node) -> Catching {
        let rules = triggers.enumerated().map { index, trigger -> TriggerRule in
            switch trigger {
            case .message, .timer, .condition: .message("comes at \(node.id) \(index)")
            case .signal, .error, .escalation, .compensation, .cancel, .link: trigger
            }
        }
        return Catching(triggers: rules, needsAll: needsAll)
    }
}

extension ServiceWork {
    fileprivate static let anything = ServiceWork(
        type: Formula(constant: .string("anything")), headers: [:], retries: nil, resultVariable: nil)
}

extension AdHocRule {
    fileprivate static let anything = AdHocRule(
        isSequential: true, completion: nil, cancelsRemaining: true, activities: nil)
}
