import Basics

extension ProcessDefinition {
    /// The same process with everything left open: people decide at every gateway, and whatever can come may come. Only a condition
    /// that is the same whatever the facts closes a way.
    var explorable: ProcessDefinition {
        let nodes = graph.nodes.map { node -> Node in
            let draft = NodeDraft(exploring: node, leaving: graph.openFlows(from: node))
            return Node(draft, kind: node.kind.explorable(node, ways: draft.outgoing.count))
        }
        let flows = graph.flows.map {
            Flow(ref: $0.ref, name: $0.name, source: $0.source, target: $0.target, condition: nil)
        }
        return ProcessDefinition(
            key: key, graph: Graph(name: graph.name, nodes: nodes, flows: flows, scopes: graph.scopes))
    }
}

extension Graph {
    /// The flows that some facts can take: none whose condition never holds, and at a choice of one none behind a condition that
    /// always does. Where nothing is left all of them, as the process is stuck there by itself.
    fileprivate func openFlows(from node: Node) -> [Int] {
        let fixed = node.outgoing.map { $0 == node.defaultFlow ? nil : flows[$0].condition?.fixedTruth }
        guard fixed.contains(where: { $0 != nil }) else { return node.outgoing }
        let certain = fixed.firstIndex(of: true)
        var open: [Int] = []
        for (place, flow) in node.outgoing.enumerated() {
            if fixed[place] == false { continue }
            if certain != nil, flow == node.defaultFlow { continue }
            if let certain, place > certain, case .exclusiveGateway = node.kind { continue }
            open.append(flow)
        }
        return open.isEmpty ? node.outgoing : open
    }
}

extension NodeDraft {
    /// A node without what only data decides; rounds of a loop are one.
    fileprivate init(exploring node: Node, leaving flows: [Int]) {
        // With a name of its own no step has to look for the nearest that has one.
        self.init(ref: node.ref, name: node.name ?? node.id, line: node.line, scope: node.scope)
        incoming = node.incoming
        outgoing = flows
        boundaries = node.boundaries
        startQuantity = node.startQuantity
        completionQuantity = node.completionQuantity
        undo = node.undo
    }
}

extension NodeKind {
    fileprivate func explorable(_ node: Node, ways: Int) -> NodeKind {
        switch self {
        case .start(let catching, let isInterrupting):
            .start(catching.explorable(node, isBeside: comesBeside), isInterrupting: isInterrupting)
        case .catching(let catching): .catching(catching.explorable(node, isBeside: false))
        case .boundary(let catching, let host, let isInterrupting):
            .boundary(
                catching.explorable(node, isBeside: comesBeside), host: host, isInterrupting: isInterrupting)
        case .userTask, .serviceTask, .scriptTask, .ruleTask, .callActivity, .emptyTask, .sendTask:
            .serviceTask(Shared(.anything))
        case .receiveTask: .receiveTask(message: "comes at \(node.id)")
        case .exclusiveGateway: .exclusiveGateway(byPerson: ways > 1)
        case .inclusiveGateway: .inclusiveGateway(byPerson: ways > 1)
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
    /// Messages, conditions and what a cycle brings as messages that may come at any time. A moment comes once, and so does what stops
    /// nothing of the work that it stands beside: that a second message can come before the first is dealt with is no fault of a drawing.
    fileprivate func explorable(_ node: Node, isBeside: Bool) -> Catching {
        let rules = triggers.enumerated().map { index, trigger -> TriggerRule in
            switch trigger {
            case .timer(_, repeats: false): .once
            case .message where isBeside, .condition where isBeside: .once
            case .message, .timer, .condition: .message("comes at \(node.id) \(index)")
            case .signal, .error, .escalation, .compensation, .cancel, .link: trigger
            }
        }
        return Catching(triggers: rules, needsAll: needsAll)
    }
}

extension TriggerRule {
    /// What comes at a moment, and not again.
    fileprivate static let once = TriggerRule.timer(Formula(constant: .string("PT0S")), repeats: false)
}

extension ServiceWork {
    fileprivate static let anything = ServiceWork(
        type: Formula(constant: .string("anything")), headers: [:], retries: nil, resultVariable: nil)
}

extension AdHocRule {
    fileprivate static let anything = AdHocRule(
        isSequential: true, completion: nil, cancelsRemaining: true, activities: nil)
}
