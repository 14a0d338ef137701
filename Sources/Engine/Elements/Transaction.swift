extension Run {
    /// A transaction is cancelled: all else in it stops, what was done is undone, then its cancel event happens (BPMN 13.5.2).
    mutating func cancelTransaction(by id: ElementInstance.ID) {
        guard let scope = instance.elements[id]?.parent else { return }
        interrupt(scope, sparing: id)
        if compensate(nil, by: id, waits: true), let thrower = instance.elements[id] { endCancelled(thrower) }
    }

    /// All is undone: the boundary event for cancelling takes over; without one that is an error nobody catches.
    mutating func endCancelled(_ thrower: ElementInstance) {
        guard let transaction = thrower.parent.flatMap({ instance.elements[$0] }), let node = node(of: transaction)
        else { return }
        let nodes = graphs[transaction.process].nodes
        guard let boundary = node.boundaries.first(where: { nodes[$0].catchesCancel }) else {
            return raise(Fault(.uncaughtError(code: "cancel", message: nil)), at: thrower.id)
        }
        happen(nodes[boundary], on: transaction, isInterrupting: true, variables: [:])
    }
}

extension Node {
    fileprivate var catchesCancel: Bool {
        catching?.triggers.contains { if case .cancel = $0 { true } else { false } } ?? false
    }
}
