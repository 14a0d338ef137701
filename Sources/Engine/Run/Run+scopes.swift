import Basics

extension Run {
    /// Begins a process inside an instance: awaits its event sub-processes, then begins where it starts.
    mutating func beginProcess(_ id: ElementInstance.ID, at start: StartPoint) throws(Fault) {
        guard let index = instance.elements.index(of: id) else { return }
        let process = instance.elements[at: index].process
        if instance.elements[at: index].phase == .entering { emit(.workBegun(id)) }
        try openScope(0, of: process, on: id)
        switch start {
        case .none: beginStarts(of: 0, process: process, scope: id)
        case .message(let name):
            beginEvent(in: id, process: process, { $0.messages.contains(name) }) { $0.isMessage(name) }
        case .signal(let name):
            beginEvent(in: id, process: process, { $0.signals.contains(name) }) { $0.isSignal(name) }
        case .timer(let node): beginEvent(in: id, process: process, { $0.id == node }) { $0.isTimer }
        case .node(let node): beginEvent(in: id, process: process, { $0.id == node }) { $0.isCondition }
        }
    }

    /// Declares the data of a scope and awaits what starts its event sub-processes.
    mutating func openScope(_ place: Int, of process: Int, on id: ElementInstance.ID) throws(Fault) {
        let graph = graphs[process]
        if !graph.scopes[place].data.isEmpty { declare(graph.scopes[place].data, on: id) }
        for event in graph.scopes[place].eventStarts {
            guard case .start(let catching, _) = graph.nodes[event.start].kind else { continue }
            try listen(for: catching, as: graph.nodes[event.start], on: id)
        }
    }

    private mutating func declare(_ data: [String], on id: ElementInstance.ID) {
        let known = instance.elements.variables(of: id)
        let fresh = data.filter { known[$0] == nil }
        guard !fresh.isEmpty else { return }
        emit(.variablesSet(Dictionary(uniqueKeysWithValues: fresh.map { ($0, JSON.null) }), scope: id))
    }

    /// Begins where a scope begins by itself; a scope with nothing in it is done at once.
    mutating func beginStarts(of place: Int, process: Int, scope: ElementInstance.ID) {
        let graph = graphs[process]
        for start in graph.scopes[place].starts {
            guard instance.elements.index(of: scope) != nil else { return }
            enter(graph.nodes[start], process: process, scope: scope, flow: nil)
        }
        if graph.scopes[place].starts.isEmpty { checkScope(scope) }
    }

    /// Begins at the event that came, the first of the scope that fits; where all of several events must come, the others are awaited (BPMN 10.6.6).
    private mutating func beginEvent(
        in scope: ElementInstance.ID, process: Int, _ fits: (Node) -> Bool, came: (TriggerRule) -> Bool
    ) {
        let graph = graphs[process]
        guard let place = graph.scopes[0].entries.first(where: { fits(graph.nodes[$0]) })
        else { return }
        let event = open(graph.nodes[place], process: process, scope: scope, flow: nil)
        for other in graph.needed(beside: place) {
            enter(graph.nodes[other], process: process, scope: scope, flow: nil)
        }
        if graph.nodes[place].catching?.needsAll == true {
            awaitOthers(event, graph.nodes[place], came)
        } else {
            complete(event, graph.nodes[place])
        }
    }

    /// A scope in which nothing runs any more is done, unless a flow waits in it for others.
    mutating func checkScope(_ id: ElementInstance.ID) {
        guard let index = instance.elements.index(of: id), instance.elements[at: index].children == 0 else { return }
        guard instance.elements[at: index].tokens.isEmpty else { return touch(id) }
        if case .process = instance.elements[at: index].role { return endProcess(instance.elements[at: index]) }
        guard let node = node(at: id), case .subProcess(_, let rule) = node.kind else { return }
        if instance.elements[at: index].role == .body || instance.elements[at: index].phase == .undoing { return }
        switch rule {
        case .embedded, .event, .transaction: complete(id, node)
        case .adHoc(let rule): checkAdHoc(id, node, rule)
        }
    }

    private mutating func endProcess(_ process: ElementInstance) {
        dropWaits(of: process)
        if let call = process.parent {
            keepForCall(process, call: call)
            emit(.elementLeft(process.id, node: process.node))
            returnFromCall(call, variables: process.variables.all.filter { $0.key != Correlation.variable })
        } else {
            emit(.elementLeft(process.id, node: process.node))
            emit(.processEnded(isTerminated ? .terminated : .completed))
        }
    }

    /// Flows that wait where nothing else runs will wait for ever: for a person to mend.
    mutating func reportStuck() {
        for place in touched.indices {
            let id = touched[place]
            guard let index = instance.elements.index(of: id), instance.elements[at: index].children == 0,
                let token = instance.elements[at: index].tokens.first
            else { continue }
            let graph = graphs[instance.elements[at: index].process]
            guard let flow = graph.flowIndex(token.flow) else { continue }
            let join = graph.nodes[graph.flows[flow].target].id
            guard !instance.incidents.contains(where: { $0.element == id && $0.cause == .stuck(join: join) }) else {
                continue
            }
            raise(Fault(.stuck(join: join)), at: id)
        }
    }
}

extension Graph {
    /// The other events behind the parallel event-based gateway that leads to one.
    fileprivate func needed(beside place: Int) -> [Int] {
        let gateways = nodes[place].incoming.map { nodes[flows[$0].source] }.filter {
            if case .eventGateway(isParallel: true) = $0.kind { true } else { false }
        }
        return gateways.flatMap(\.outgoing).map { flows[$0].target }.filter { $0 != place }
    }
}

extension TriggerRule {
    fileprivate func isMessage(_ name: String) -> Bool {
        if case .message(name) = self { true } else { false }
    }

    fileprivate func isSignal(_ name: String) -> Bool {
        if case .signal(name) = self { true } else { false }
    }

    fileprivate var isTimer: Bool {
        if case .timer = self { true } else { false }
    }

    fileprivate var isCondition: Bool {
        if case .condition = self { true } else { false }
    }
}

extension Node {
    /// The messages that it may begin with.
    var messages: [String] {
        if case .receiveTask(let name) = kind { return [name] }
        return (catching?.triggers ?? []).compactMap { if case .message(let name) = $0 { name } else { nil } }
    }

    var signals: [String] {
        (catching?.triggers ?? []).compactMap { if case .signal(let name) = $0 { name } else { nil } }
    }

    /// What it waits for, for the events that wait.
    var catching: Catching? {
        switch kind {
        case .start(let rule, _), .catching(let rule), .boundary(let rule, _, _): rule
        case .end, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .subProcess,
            .callActivity:
            nil
        }
    }
}
