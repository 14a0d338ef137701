import Basics

extension Run {
    mutating func completeTask(_ id: ElementInstance.ID, _ variables: [String: JSON]) throws(EngineRefusal) {
        let node = try working(id)
        guard case .userTask = node.kind else { throw .notWaiting(id) }
        clearIncidents(of: id)
        emit(.taskCompleted(id))
        complete(id, node, variables: variables)
    }

    mutating func completeService(_ id: ElementInstance.ID, _ variables: [String: JSON]) throws(EngineRefusal) {
        let node = try working(id)
        guard node.callsService else { throw .notWaiting(id) }
        clearIncidents(of: id)
        emit(.serviceCompleted(id))
        complete(id, node, variables: result(variables, of: node))
    }

    mutating func failService(_ id: ElementInstance.ID, _ reason: String, _ retriesLeft: Int) throws(EngineRefusal) {
        let node = try working(id)
        guard node.callsService else { throw .notWaiting(id) }
        emit(.serviceFailed(id, reason: reason, retriesLeft: retriesLeft))
        if retriesLeft <= 0 { raise(Fault(.service(reason: reason)), at: id) }
    }

    /// The service waits at its own element, as a clock that its element sets; a clock that it set before gives way.
    mutating func postponeService(_ id: ElementInstance.ID, until due: Moment) throws(EngineRefusal) {
        let node = try working(id)
        guard node.callsService, let element = instance.elements[id] else { throw .notWaiting(id) }
        for wait in element.waits where wait.node == node.ref { emit(.waitDropped(wait)) }
        let number = element.lastWait + 1
        emit(.waitBegun(Wait(id: Wait.ID(id, number), node: node.ref, trigger: 0, what: .timer(due: due, nil))))
    }

    mutating func choose(_ flows: [String], at id: ElementInstance.ID) throws(EngineRefusal) {
        let node = try working(id)
        guard node.isChoice else { throw .notWaiting(id) }
        if flows.count != 1, case .exclusiveGateway = node.kind { throw .oneFlowOnly(id) }
        guard !flows.isEmpty else { throw .oneFlowOnly(id) }
        let graph = graphs[instance.elements[id]?.process ?? 0]
        var places: [Int] = []
        for flow in flows {
            guard let place = graph.flowPlaces[flow], node.outgoing.contains(place) else {
                throw .noSuchFlow(flow)
            }
            if !places.contains(place) { places.append(place) }
        }
        emit(.choiceMade(id, flows: places.sorted().map { graph.flows[$0].ref }))
        leave(id, node, by: places.sorted())
    }

    mutating func begin(_ activity: String, in id: ElementInstance.ID) throws(EngineRefusal) {
        let node = try working(id)
        guard let element = instance.elements[id], case .subProcess(_, .adHoc(let rule)) = node.kind else {
            throw .notWaiting(id)
        }
        guard let activity = self.activity(activity, of: element) else { throw .noSuchActivity(activity) }
        if rule.isSequential && element.children > 0 { throw .busy(id) }
        enter(activity, process: element.process, scope: id, flow: nil)
    }

    mutating func finishAdHoc(_ id: ElementInstance.ID) throws(EngineRefusal) {
        let node = try working(id)
        guard case .subProcess(_, .adHoc(let rule)) = node.kind else { throw .notWaiting(id) }
        clearIncidents(of: id)
        finishAdHoc(id, node, rule)
    }

    mutating func setVariables(
        _ variables: [String: JSON], in scope: ElementInstance.ID?
    ) throws(EngineRefusal) {
        let scope = scope ?? ElementInstance.ID(1)
        guard instance.elements[scope] != nil else { throw .noSuchElement(scope) }
        set(variables, in: scope)
    }
}

extension Node {
    fileprivate var callsService: Bool {
        switch kind {
        case .serviceTask: true
        case .end(let outcomes), .throwing(let outcomes): outcomes.contains(where: \.isService)
        case .start, .catching, .boundary, .userTask, .scriptTask, .ruleTask, .sendTask, .receiveTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .subProcess,
            .callActivity:
            false
        }
    }

    fileprivate var isChoice: Bool {
        switch kind {
        case .exclusiveGateway(let byPerson), .inclusiveGateway(let byPerson): byPerson
        case .start, .end, .catching, .throwing, .boundary, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask,
            .receiveTask, .emptyTask, .parallelGateway, .eventGateway, .complexGateway, .subProcess, .callActivity:
            false
        }
    }
}
