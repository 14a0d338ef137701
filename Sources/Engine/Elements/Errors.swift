import Basics

extension Run {
    /// An error goes outwards until something catches it (BPMN 10.5.6); uncaught, an end event ends the whole, and work becomes an incident.
    mutating func throwError(_ code: String, message: String?, by id: ElementInstance.ID) {
        emit(.errorThrown(code: code, message: message, by: id))
        if catchError(code, message: message, from: id) { return }
        guard let element = instance.elements[id], let node = node(of: element), case .end = node.kind else {
            return raise(Fault(.uncaughtError(code: code, message: message)), at: id)
        }
        endWhole(.error(code: code))
    }

    /// Stops everything at once.
    mutating func endWhole(_ outcome: Outcome) {
        if let root = instance.elements.first(where: { _ in true }) { cancel(root.id) }
        emit(.processEnded(outcome))
    }

    private mutating func catchError(_ code: String, message: String?, from id: ElementInstance.ID) -> Bool {
        var next = Optional(id)
        while let current = next.flatMap({ instance.elements[$0] }) {
            if let boundary = errorBoundary(code, on: current) {
                let facts = boundary.errorFacts(code, message)
                happen(boundary, on: current, isInterrupting: true, variables: facts.kept, local: facts.local)
                return true
            }
            if let scope = current.parent.flatMap({ instance.elements[$0] }),
                let start = errorStart(code, in: scope, below: current)
            {
                let facts = start.errorFacts(code, message)
                startEvent(start, in: scope, isInterrupting: true, variables: facts.kept, local: facts.local)
                return true
            }
            next = current.parent
        }
        return false
    }

    private func errorBoundary(_ code: String, on element: ElementInstance) -> Node? {
        if case .round = element.role { return nil }
        let nodes = graphs[element.process].nodes
        guard let node = node(of: element) else { return nil }
        return best(node.boundaries.map { nodes[$0] }) { $0.catches(error: code) }
    }

    /// The event sub-process of a scope that catches an error; not one for what happens inside another of them.
    private func errorStart(_ code: String, in scope: ElementInstance, below element: ElementInstance) -> Node? {
        best(eventStarts(of: scope, below: element)) { $0.catches(error: code) }
    }

    func eventStarts(of scope: ElementInstance, below element: ElementInstance) -> [Node] {
        if let node = node(of: element), case .subProcess(_, .event) = node.kind { return [] }
        guard let place = scopePlace(of: scope) else { return [] }
        let graph = graphs[scope.process]
        return graph.scopes[place].eventStarts.map { graph.nodes[$0.start] }
    }

    /// Which scope of the definition runs inside an element instance.
    func scopePlace(of element: ElementInstance) -> Int? {
        if case .process = element.role { return 0 }
        guard element.loop == nil, let node = node(of: element), case .subProcess(let place, _) = node.kind else {
            return nil
        }
        return place
    }

    /// The one that names what came; else one that takes anything.
    func best(_ nodes: [Node], _ fits: (Node) -> Match) -> Node? {
        nodes.first { fits($0) == .exact } ?? nodes.first { fits($0) == .any }
    }
}

/// How well a catching event fits what was thrown.
enum Match {
    case exact, any, none
}

extension Node {
    fileprivate func catches(error code: String) -> Match {
        for case .error(let wanted, _, _) in catching?.triggers ?? [] {
            if wanted == code { return .exact }
            if wanted == nil { return .any }
        }
        return .none
    }

    func catches(escalation code: String) -> Match {
        for case .escalation(let wanted) in catching?.triggers ?? [] {
            if wanted == code { return .exact }
            if wanted == nil { return .any }
        }
        return .none
    }

    /// What is known of an error where it is caught, and under which names it stays.
    fileprivate func errorFacts(_ code: String, _ message: String?) -> (kept: [String: JSON], local: [String: JSON]) {
        let text = message.map { JSON.string($0) } ?? .null
        var kept: [String: JSON] = [:]
        for case .error(_, let codeName, let messageName) in catching?.triggers ?? [] {
            if let codeName { kept[codeName] = .string(code) }
            if let messageName { kept[messageName] = text }
        }
        return (kept, ["errorCode": .string(code), "errorMessage": text])
    }
}
