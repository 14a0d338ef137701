import Basics

extension Run {
    /// A person goes another way than drawn: this stops, and that node begins, in the nearest scope that both share.
    mutating func move(_ id: ElementInstance.ID, to target: String, reason: String) throws(EngineRefusal) {
        guard let element = instance.elements[id] else { throw .noSuchElement(id) }
        let graph = graphs[element.process]
        guard let place = graph.places[target] else { throw .noSuchNode(target) }
        let node = graph.nodes[place]
        guard !node.isAttached else { throw .noSuchNode(target) }
        let path = graph.path(to: node.scope)
        guard let (scope, depth) = sharedScope(of: element, path: path) else { throw .noSuchElement(id) }
        emit(.deviated(from: id, node: element.node, to: node.ref, reason: reason))
        if scope == id {
            interrupt(id)
            clearIncidents(of: id)
        } else {
            cancel(below(scope, towards: element))
        }
        enter(
            node, process: element.process, scope: openScopes(path.dropFirst(depth + 1), in: scope, element.process),
            flow: nil)
    }

    /// The innermost scope around an element instance in which the target stands, and how deep that is on the way there.
    private func sharedScope(of element: ElementInstance, path: [Int]) -> (ElementInstance.ID, Int)? {
        var next = Optional(element)
        while let current = next {
            if current.process == element.process, let place = scopePlace(of: current),
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
}

extension Node {
    /// Boundary events and event sub-processes happen by themselves; nobody can be moved to them.
    fileprivate var isAttached: Bool {
        switch kind {
        case .boundary, .subProcess(_, .event): true
        case .subProcess(_, .embedded), .subProcess(_, .transaction), .subProcess(_, .adHoc), .start, .end, .catching,
            .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .callActivity:
            false
        }
    }
}
