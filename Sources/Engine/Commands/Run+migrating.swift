import Basics

extension Run {
    /// Moves an instance along to another version of its process; the elements are matched by their id.
    mutating func migrate(to key: DefinitionKey) throws(EngineRefusal) {
        guard let definition = library[key] else { throw .unknownDefinition(key) }
        let obstacles = instance.obstacles(from: graphs[0], to: definition.graph)
        guard obstacles.isEmpty else { throw .cannotMigrate(obstacles) }
        emit(.migrated(process: 0, to: key))
        replaceGraph(0, definition.graph)
        variablesChanged = true
    }
}

extension ProcessInstance {
    /// Why this instance cannot move along to a definition; empty when it can.
    public func obstacles(to definition: ProcessDefinition, in library: ProcessLibrary) -> [MigrationObstacle] {
        guard let own = library[definitions[0]] else { return [] }
        return obstacles(from: own.graph, to: definition.graph)
    }

    func obstacles(from old: Graph, to new: Graph) -> [MigrationObstacle] {
        elements.filter { $0.process == 0 }.flatMap { element -> [MigrationObstacle] in
            obstacle(for: element, from: old, to: new)
                + element.tokens.compactMap { token in
                    new.flowIndex(token.flow) == nil ? .flowGone(element.id, flow: token.flow.id) : nil
                }
        }
    }

    private func obstacle(for element: ElementInstance, from old: Graph, to new: Graph) -> [MigrationObstacle] {
        if case .process = element.role { return [] }
        guard let before = old.node(element.node) else { return [] }
        guard let after = new.node(element.node) else { return [.nodeGone(element.id, node: element.node.id)] }
        if before.kind.name != after.kind.name { return [.kindChanged(element.id, node: element.node.id)] }
        if (before.loop == nil) != (after.loop == nil) { return [.kindChanged(element.id, node: element.node.id)] }
        if old.owners(of: before) != new.owners(of: after) { return [.scopeChanged(element.id, node: element.node.id)] }
        return element.waits.filter { new.node($0.node) == nil }.map { .nodeGone(element.id, node: $0.node.id) }
    }
}

extension Graph {
    /// The sub-processes around a node, outermost first.
    fileprivate func owners(of node: Node) -> [String] {
        path(to: node.scope).compactMap { scopes[$0].owner.map { nodes[$0].id } }
    }
}

extension NodeKind {
    /// One word for the kind.
    public var name: String {
        switch self {
        case .start: "start"
        case .end: "end"
        case .catching: "catch"
        case .throwing: "throw"
        case .boundary: "boundary"
        case .userTask: "user task"
        case .serviceTask: "service task"
        case .scriptTask: "script task"
        case .ruleTask: "rule task"
        case .sendTask: "send task"
        case .receiveTask: "receive task"
        case .emptyTask: "task"
        case .exclusiveGateway: "exclusive gateway"
        case .inclusiveGateway: "inclusive gateway"
        case .parallelGateway: "parallel gateway"
        case .eventGateway: "event gateway"
        case .complexGateway: "complex gateway"
        case .subProcess(_, .embedded): "sub-process"
        case .subProcess(_, .event): "event sub-process"
        case .subProcess(_, .transaction): "transaction"
        case .subProcess(_, .adHoc): "ad-hoc sub-process"
        case .callActivity: "call activity"
        }
    }
}
