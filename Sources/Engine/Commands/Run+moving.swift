import Basics

extension Run {
    /// A person goes another way than drawn: this stops, and that node begins, in the nearest scope that both share.
    ///
    /// From inside a called process the way may also lead to a node of the process that called it; the innermost process that has the
    /// node counts.
    mutating func move(_ id: ElementInstance.ID, to target: String, reason: String) throws(EngineRefusal) {
        guard let element = instance.elements[id] else { throw .noSuchElement(id) }
        guard let (process, node) = innermost(target, around: element), !node.isAttached else {
            throw .noSuchNode(target)
        }
        let path = graphs[process].path(to: node.scope)
        guard let (scope, depth) = sharedScope(of: element, process, path: path) else { throw .noSuchElement(id) }
        let inner = path.dropFirst(depth + 1)
        guard inner.allSatisfy({ graphs[process].isOpenable($0) }) else { throw .noSuchNode(target) }
        emit(.deviated(from: id, node: element.node, to: node.ref, reason: reason))
        if scope == id {
            interrupt(id)
            clearIncidents(of: id)
        } else {
            cancel(below(scope, towards: element))
        }
        enter(node, process: process, scope: openScopes(inner, in: scope, process), flow: nil)
    }

    /// The node of that id in the innermost of the processes that an element instance runs in.
    private func innermost(_ target: String, around element: ElementInstance) -> (process: Int, node: Node)? {
        var next = Optional(element)
        while let current = next {
            let graph = graphs[current.process]
            if let place = graph.places[target] { return (current.process, graph.nodes[place]) }
            next = current.parent.flatMap { instance.elements[$0] }
        }
        return nil
    }

    /// The innermost scope around an element instance in which the target stands, and how deep that is on the way there.
    private func sharedScope(of element: ElementInstance, _ process: Int, path: [Int]) -> (ElementInstance.ID, Int)? {
        var next = Optional(element)
        while let current = next {
            if current.process == process, let place = scopePlace(of: current),
                let depth = path.firstIndex(of: place)
            {
                return (current.id, depth)
            }
            next = current.parent.flatMap { instance.elements[$0] }
        }
        return nil
    }

    /// What stands directly in a scope and holds, or is, an element instance.
    private func below(_ scope: ElementInstance.ID, towards element: ElementInstance) -> ElementInstance.ID {
        var current = element
        while let parent = current.parent, parent != scope, let next = instance.elements[parent] { current = next }
        return current.id
    }

    /// Begins the sub-processes on the way to a node, without what they begin with.
    private mutating func openScopes(
        _ places: ArraySlice<Int>, in scope: ElementInstance.ID, _ process: Int
    ) -> ElementInstance.ID {
        var scope = scope
        for place in places {
            guard let owner = graphs[process].scopes[place].owner else { continue }
            scope = open(graphs[process].nodes[owner], process: process, scope: scope, flow: nil, role: .single)
            emit(.workBegun(scope))
            do throws(Fault) {
                try openScope(place, of: process, on: scope)
            } catch {
                raise(error, at: scope)
            }
        }
        return scope
    }
}

extension Graph {
    /// The scopes from the process down to this one.
    func path(to scope: Int) -> [Int] {
        var path = [scope]
        while let parent = scopes[path[0]].parent { path.insert(parent, at: 0) }
        return path
    }

    /// Whether a person may begin in the middle of it: not where rounds or an event say how it begins.
    func isOpenable(_ scope: Int) -> Bool {
        guard let owner = scopes[scope].owner.map({ nodes[$0] }) else { return true }
        return owner.loop == nil && !owner.isAttached
    }
}

extension Node {
    /// Boundary events and event sub-processes happen by themselves; nobody can be moved to them.
    var isAttached: Bool {
        switch kind {
        case .boundary, .subProcess(_, .event): true
        case .subProcess(_, .embedded), .subProcess(_, .transaction), .subProcess(_, .adHoc), .start, .end, .catching,
            .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .callActivity:
            false
        }
    }
}
