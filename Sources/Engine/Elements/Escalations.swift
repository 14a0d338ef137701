import Basics

extension Run {
    /// An escalation goes outwards until something catches it; what threw it goes on, unless that was stopped (BPMN 10.5.6).
    mutating func escalate(_ code: String, by id: ElementInstance.ID) {
        emit(.escalationThrown(code: code, by: id))
        var next = Optional(id)
        while let current = next.flatMap({ instance.elements[$0] }) {
            if let boundary = escalationBoundary(code, on: current) {
                guard case .boundary(_, _, let isInterrupting) = boundary.kind else { return }
                return happen(
                    boundary, on: current, isInterrupting: isInterrupting, variables: [:],
                    local: ["escalationCode": .string(code)])
            }
            guard let scope = current.parent.flatMap({ instance.elements[$0] }) else { return }
            if let start = best(eventStarts(of: scope, below: current), { $0.catches(escalation: code) }) {
                guard case .start(_, let isInterrupting) = start.kind else { return }
                return startEvent(
                    start, in: scope, isInterrupting: isInterrupting, variables: [:],
                    local: ["escalationCode": .string(code)])
            }
            next = current.parent
        }
    }

    private func escalationBoundary(_ code: String, on element: ElementInstance) -> Node? {
        if case .round = element.role { return nil }
        let nodes = graphs[element.process].nodes
        guard let node = node(of: element) else { return nil }
        return best(node.boundaries.map { nodes[$0] }) { $0.catches(escalation: code) }
    }
}
