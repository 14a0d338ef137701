import Basics

extension Run {
    /// Lets the joins go on that no more flows can reach (BPMN 13.4.3, 13.4.5); says whether there were any.
    mutating func fireJoins() -> Bool {
        guard hasJoins else { return false }
        var fired = false
        var place = 0
        while place < touched.count {
            if fireOne(in: touched[place]) {
                fired = true
                moveOn()
            } else {
                place += 1
            }
        }
        return fired
    }

    private mutating func fireOne(in scope: ElementInstance.ID) -> Bool {
        guard let index = instance.elements.index(of: scope) else { return false }
        let graph = graphs[instance.elements[at: index].process]
        if graph.joins.isEmpty { return false }
        if graph.hasComplexJoins, absorbLate(in: instance.elements[at: index]) { return true }
        return !instance.elements[at: index].tokens.isEmpty && fireJoin(in: instance.elements[at: index])
    }

    private mutating func fireJoin(in scope: ElementInstance) -> Bool {
        let graph = graphs[scope.process]
        let waiting = Set(scope.tokens.compactMap { graph.flowIndex($0.flow).map { graph.flows[$0].target } })
        for place in waiting.sorted() where graph.nodes[place].looksAhead {
            guard let reach = graph.joins[place], !isActive(place, in: scope) else { continue }
            let node = graph.nodes[place]
            let arrived = node.incoming.map { flow in scope.tokens.contains { $0.flow == graph.flows[flow].ref } }
            guard mayGoOn(node, arrived: arrived, reach: reach, scope: scope) else { continue }
            let flows = zip(node.incoming, arrived).filter(\.1).map { graph.flows[$0.0].ref }
            emit(.flowsJoined(flows, scope: scope.id))
            let join = enter(node, process: scope.process, scope: scope.id, flow: nil)
            remember(flows, on: join)
            return true
        }
        return false
    }

    private mutating func mayGoOn(_ node: Node, arrived: [Bool], reach: JoinReach, scope: ElementInstance) -> Bool {
        guard case .complexGateway(let activation?) = node.kind else {
            return reach.isReady(arrived: arrived, moving: moving(in: scope, towards: node.index))
        }
        let count = JSONNumber.of(arrived.count(where: \.self))
        do throws(Fault) {
            var state = Run.complexState(waitingForStart: true)
            state["activationCount"] = count
            return try activation.isTrue(facts(scope.id, extra: state))
        } catch {
            let known = instance.incidents.contains { $0.element == scope.id && $0.cause == error.cause }
            if !known { raise(error, at: scope.id) }
            return false
        }
    }

    /// A complex join that went on knows which of its flows have come since it was new.
    private mutating func remember(_ flows: [ElementRef], on join: ElementInstance.ID) {
        guard let element = instance.elements[join], let node = node(of: element), case .complexGateway = node.kind
        else { return }
        let all = Set(flows.map(\.id)).union(element.flowsCome)
        emit(.variablesSet([ElementInstance.flowsCome: .array(all.sorted().map { .string($0) })], scope: join))
    }

    /// Flows that come to a complex join after it went on are swallowed, one of each; when each has come, or no more can, it is as new.
    private mutating func absorbLate(in scope: ElementInstance) -> Bool {
        let graph = graphs[scope.process]
        for id in instance.elements.children(of: scope.id) {
            guard let element = instance.elements[id], element.phase == .working, let node = node(of: element),
                case .complexGateway = node.kind
            else { continue }
            let open = node.incoming.map { graph.flows[$0].ref }.filter { !element.flowsCome.contains($0.id) }
            let late = open.filter(scope.hasToken)
            if !late.isEmpty {
                emit(.flowsJoined(late, scope: scope.id))
                remember(late, on: id)
                return true
            }
            if open.isEmpty || isAsNew(node, element, in: scope) {
                reset(id, node)
                if instance.elements[id] == nil { return true }
            }
        }
        return false
    }

    /// Whether none of the flows can come any more that have not.
    private func isAsNew(_ node: Node, _ element: ElementInstance, in scope: ElementInstance) -> Bool {
        let flows = graphs[scope.process].flows
        let come = node.incoming.map { element.flowsCome.contains(flows[$0].id) }
        let moving = moving(in: scope, towards: node.index)
        return graphs[scope.process].joins[node.index]?.isReady(arrived: come, moving: moving) ?? true
    }

    /// The nodes in a scope where something still moves, seen from a join: what is active, and flows that wait elsewhere.
    private func moving(in scope: ElementInstance, towards join: Int) -> [Int] {
        let graph = graphs[scope.process]
        let active = instance.elements.children(of: scope.id).compactMap { id -> Int? in
            guard let element = instance.elements[id], let node = node(of: element) else { return nil }
            if case .complexGateway = node.kind, element.phase == .working { return nil }
            return node.index
        }
        let waiting = scope.tokens.compactMap { graph.flowIndex($0.flow).map { graph.flows[$0].target } }
        return active + waiting.filter { $0 != join }
    }

    private func isActive(_ place: Int, in scope: ElementInstance) -> Bool {
        instance.elements.children(of: scope.id).contains { id in
            instance.elements[id].flatMap { node(of: $0) }?.index == place
        }
    }
}

extension ElementInstance {
    /// Where a complex join keeps the flows that have come since it was new.
    fileprivate static let flowsCome = "flowsCome"

    fileprivate var flowsCome: Set<String> {
        Set((variables[ElementInstance.flowsCome]?.elements ?? []).compactMap(\.text))
    }
}
