import Basics

extension Run {
    /// Begins a node in a scope; what goes wrong becomes an incident on it.
    @discardableResult
    mutating func enter(
        _ node: Node, process: Int, scope: ElementInstance.ID, flow: ElementRef?, role: ElementInstance.Role? = nil
    ) -> ElementInstance.ID {
        let id = open(node, process: process, scope: scope, flow: flow, role: role)
        if isOverLimit { raise(Fault(.tooMuch(limit: Run.limit)), at: id) } else { begin(id, node) }
        return id
    }

    /// Makes the element instance and nothing more.
    mutating func open(
        _ node: Node, process: Int, scope: ElementInstance.ID, flow: ElementRef?, role: ElementInstance.Role? = nil
    ) -> ElementInstance.ID {
        let id = ElementInstance.ID(instance.lastElement + 1)
        let role = role ?? (node.loop == nil ? .single : .body)
        let origin = Origin(id: id, node: node.ref, process: process, parent: scope, role: role)
        emit(.elementEntered(Entry(origin: Shared(origin), flow: flow)))
        return id
    }

    /// Reads the inputs, awaits what may interrupt, and sets to work.
    mutating func begin(_ id: ElementInstance.ID, _ node: Node) {
        guard let index = instance.elements.index(of: id) else { return }
        do throws(Fault) {
            switch instance.elements[at: index].role {
            case .body:
                try awaitBoundaries(of: node, on: id)
                try beginLoop(id, node)
            case .single:
                try readInputs(of: node, on: id)
                try awaitBoundaries(of: node, on: id)
                try work(id, node)
            case .round, .handler:
                try readInputs(of: node, on: id)
                try work(id, node)
            case .process: break
            }
        } catch {
            raise(error, at: id)
        }
    }

    /// Begins a process, called or as a whole, where it begins by itself.
    mutating func beginProcess(_ id: ElementInstance.ID) {
        do throws(Fault) {
            try beginProcess(id, at: .none)
        } catch {
            raise(error, at: id)
        }
    }

    /// How an incident on the way in is tried again: what it already awaited is awaited anew.
    mutating func beginAgain(_ id: ElementInstance.ID) {
        guard let element = instance.elements[id] else { return }
        dropWaits(of: element)
        if case .process = element.role { return beginProcess(id) }
        if let node = node(of: element) { begin(id, node) }
    }

    private mutating func readInputs(of node: Node, on id: ElementInstance.ID) throws(Fault) {
        guard !node.inputs.isEmpty else { return }
        for input in node.inputs {
            let value = try input.source.value(facts(id))
            emit(.variablesSet([input.target.name: placed(value, at: input.target, seenFrom: id)], scope: id))
        }
    }

    /// Reads the inputs as the drawing has them now and as what they read stands now. What a person gave stays, and so does what is computed
    /// from itself.
    mutating func readInputsAgain(
        of node: Node, on id: ElementInstance.ID, except given: Set<String>
    ) throws(Fault) {
        let targets = Set(node.inputs.map(\.target.name))
        for input in node.inputs where !given.contains(input.target.name) {
            guard targets.isDisjoint(with: input.source.variables) else { continue }
            let value = placed(try input.source.value(facts(id)), at: input.target, seenFrom: id)
            guard instance.elements[id]?.variables[input.target.name] != value else { continue }
            emit(.variablesSet([input.target.name: value], scope: id))
        }
    }

    private mutating func awaitBoundaries(of node: Node, on id: ElementInstance.ID) throws(Fault) {
        guard !node.boundaries.isEmpty, let index = instance.elements.index(of: id) else { return }
        let nodes = graphs[instance.elements[at: index].process].nodes
        for place in node.boundaries {
            guard case .boundary(let catching, _, _) = nodes[place].kind else { continue }
            try listen(for: catching, as: nodes[place], on: id)
        }
    }

    /// Every kind of element, each in its own file.
    private mutating func work(_ id: ElementInstance.ID, _ node: Node) throws(Fault) {
        switch node.kind {
        case .start, .boundary, .emptyTask: complete(id, node)
        case .end(let outcomes): try end(id, node, outcomes)
        case .throwing(let outcomes): try throwEvent(id, node, outcomes)
        case .catching(let catching): try catchEvent(id, node, catching)
        case .userTask(let work): try offerTask(id, node, work)
        case .serviceTask(let work): try callService(id, node, work.value)
        case .scriptTask(let work): try runScript(id, node, work.value)
        case .ruleTask(let work): try askDecision(id, node, work.value)
        case .sendTask(let message): try send(id, node, message: message)
        case .receiveTask(let message): try receive(id, node, message: message)
        case .exclusiveGateway(let byPerson): try exclusive(id, node, byPerson: byPerson)
        case .inclusiveGateway(let byPerson): try inclusive(id, node, byPerson: byPerson)
        case .parallelGateway: leave(id, node, by: node.outgoing)
        case .eventGateway: try awaitFirst(id, node)
        case .complexGateway: try complex(id, node)
        case .subProcess(let scope, let rule): try beginSubProcess(id, scope: scope, rule)
        case .callActivity(let rule): try call(id, rule.value)
        }
    }
}
