import Basics

extension Run {
    /// Awaits what each of the ways begins with; what comes first decides (BPMN 10.6.6, 13.4.4).
    mutating func awaitFirst(_ id: ElementInstance.ID, _ node: Node) throws(Fault) {
        guard let element = instance.elements[id] else { return }
        emit(.workBegun(id))
        let graph = graphs[element.process]
        for flow in node.outgoing {
            let target = graph.nodes[graph.flows[flow].target]
            if case .receiveTask(let message) = target.kind {
                try listen(for: Catching(triggers: [.message(message)], needsAll: false), as: target, on: id)
            } else if let catching = target.catching {
                try listen(for: catching, as: target, on: id)
            }
        }
    }

    /// An event behind the gateway came: that way is taken, the others are not.
    mutating func choose(_ target: Node, at id: ElementInstance.ID, variables: [String: JSON]) {
        guard let element = instance.elements[id], let gateway = node(of: element), let scope = element.parent else {
            return
        }
        let graph = graphs[element.process]
        guard let flow = gateway.outgoing.first(where: { graph.flows[$0].target == target.index }) else { return }
        dropWaits(of: element)
        emit(.elementLeft(id, node: element.node))
        touch(scope)
        emit(.flowTaken(graph.flows[flow].ref, scope: scope))
        let event = open(target, process: element.process, scope: scope, flow: graph.flows[flow].ref, role: .single)
        complete(event, target, variables: variables)
    }
}
