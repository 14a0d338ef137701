import Basics

extension Run {
    mutating func start(_ variables: [String: JSON], at point: StartPoint) throws(EngineRefusal) {
        guard instance.status == .notStarted else { throw .alreadyStarted }
        guard graphs[0].canStart(at: point) else { throw .noSuchStart(point) }
        let root = ElementInstance.ID(1)
        let name = ElementRef(instance.pinned[0].process)
        let origin = Origin(id: root, node: name, process: 0, parent: nil, role: .process(open: false))
        emit(.elementEntered(Entry(origin: Shared(origin), flow: nil)))
        let given = withoutKeys(variables, in: root)
        if !given.isEmpty { emit(.variablesSet(given, scope: root)) }
        if case .message(let name) = point { correlate(name, variables, at: root) }
        do throws(Fault) {
            try beginProcess(root, at: point)
        } catch {
            raise(error, at: root)
        }
    }
}

extension Graph {
    fileprivate func canStart(at point: StartPoint) -> Bool {
        let entries = scopes[0].entries
        return switch point {
        case .none: !scopes[0].starts.isEmpty
        case .message(let name): entries.contains { nodes[$0].messages.contains(name) }
        case .signal(let name): entries.contains { nodes[$0].signals.contains(name) }
        case .timer(let id), .node(let id): entries.contains { nodes[$0].id == id }
        }
    }
}
