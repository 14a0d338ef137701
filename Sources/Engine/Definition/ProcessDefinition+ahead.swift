extension ProcessDefinition {
    /// A node that may come next, with the words on the way to it.
    public struct Ahead: Sendable {
        public let node: Node
        public let flow: Flow
        public var label: String? { flow.name }
    }

    /// What may come after a node: where its flows lead, and those of the boundary events on it.
    public func ahead(of node: String) -> [Ahead] {
        guard let node = self.node(node) else { return [] }
        let sources = [node] + node.boundaries.map { graph.nodes[$0] }
        return sources.flatMap(\.outgoing).map {
            Ahead(node: graph.nodes[graph.flows[$0].target], flow: graph.flows[$0])
        }
    }

    /// The ways in which an instance can begin.
    public var starts: [StartPoint] {
        let plain: [StartPoint] = graph.scopes[0].starts.isEmpty ? [] : [.none]
        return plain
            + graph.scopes[0].entries.flatMap { place -> [StartPoint] in
                let node = graph.nodes[place]
                if case .receiveTask(let message) = node.kind { return [.message(message)] }
                return (node.catching?.triggers ?? []).compactMap { trigger in
                    switch trigger {
                    case .message(let name): .message(name)
                    case .signal(let name): .signal(name)
                    case .timer: .timer(node.id)
                    case .condition: .node(node.id)
                    case .error, .escalation, .compensation, .cancel, .link: nil
                    }
                }
            }
    }
}

extension Node {
    /// The form that belongs to a person's task.
    public var form: String? {
        if case .userTask(let work) = kind { work.value.form } else { nil }
    }

    /// The work that a service task asks for, where the model names it without computing.
    public var taskType: String? {
        guard case .serviceTask(let work) = kind, Formula.expression(in: work.value.type.source) == nil else {
            return nil
        }
        return work.value.type.source
    }

    /// Groups that may take it, as the model names them.
    public var candidateGroups: [String] {
        if case .userTask(let work) = kind { work.value.candidateGroups.map(\.source) } else { [] }
    }
}
