extension Run {
    /// Stops an element instance and all inside it, the innermost first; its scope is left as it is.
    mutating func cancel(_ id: ElementInstance.ID) {
        for member in instance.elements.tree(of: id).reversed() { stop(member) }
    }

    /// Stops all that runs in a scope but one, and forgets the flows that were taken in it.
    mutating func interrupt(_ scope: ElementInstance.ID, sparing spared: ElementInstance.ID? = nil) {
        for child in instance.elements.children(of: scope).reversed() where child != spared { cancel(child) }
        if instance.elements[scope]?.tokens.isEmpty == false { emit(.flowsDropped(scope: scope)) }
    }

    private mutating func stop(_ id: ElementInstance.ID) {
        guard let element = instance.elements[id] else { return }
        clearIncidents(of: id)
        dropWaits(of: element)
        withdraw(element)
        emit(.elementCancelled(id, node: element.node))
    }

    mutating func clearIncidents(of id: ElementInstance.ID) {
        if instance.incidents.isEmpty { return }
        for incident in instance.incidents where incident.element == id { emit(.incidentResolved(incident.id)) }
    }

    /// Takes back what was offered to the world for an element instance.
    mutating func withdraw(_ element: ElementInstance) {
        guard element.phase == .working, element.loop == nil, let node = node(of: element) else { return }
        switch node.kind {
        case .userTask: emit(.taskWithdrawn(element.id))
        case .serviceTask: emit(.serviceWithdrawn(element.id))
        case .end(let outcomes), .throwing(let outcomes):
            if outcomes.contains(where: \.isService) { emit(.serviceWithdrawn(element.id)) }
        case .exclusiveGateway, .inclusiveGateway: emit(.choiceWithdrawn(element.id))
        case .subProcess(_, .adHoc): emit(.activitiesWithdrawn(element.id))
        case .subProcess(_, .embedded), .subProcess(_, .event), .subProcess(_, .transaction), .start, .catching,
            .boundary, .scriptTask, .ruleTask, .sendTask, .receiveTask, .emptyTask, .parallelGateway, .eventGateway,
            .complexGateway, .callActivity:
            break
        }
    }
}

extension Throwing {
    var isService: Bool {
        if case .service = self { true } else { false }
    }
}
