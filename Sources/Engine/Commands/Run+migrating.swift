import Basics

extension Run {
    /// Moves an instance along to another version of its process, or of one that it called; the elements are matched by their id.
    mutating func migrate(to key: DefinitionKey) throws(EngineRefusal) {
        guard let definition = library[key] else { throw .unknownDefinition(key) }
        let running = instance.places(of: key.process)
        guard !running.isEmpty else { throw .unknownDefinition(key) }
        let places = running.filter { instance.definitions[$0] != key }
        let obstacles = places.flatMap { instance.obstacles(of: $0, from: graphs[$0], to: definition.graph) }
        guard obstacles.isEmpty else { throw .cannotMigrate(obstacles) }
        for place in places {
            emit(.migrated(process: place, to: key))
            replaceGraph(place, definition.graph)
        }
        variablesChanged = true
    }
}

extension ProcessInstance {
    /// Why this instance cannot move along to a definition; empty when it can.
    public func obstacles(to definition: ProcessDefinition, in library: ProcessLibrary) -> [MigrationObstacle] {
        places(of: definition.key.process).flatMap { place -> [MigrationObstacle] in
            guard let old = library[definitions[place]], definitions[place] != definition.key else { return [] }
            return obstacles(of: place, from: old.graph, to: definition.graph)
        }
    }

    /// The versions in which a process runs here: as its own, or called and not yet done.
    public func versions(of process: String) -> [DefinitionKey] { places(of: process).map { definitions[$0] } }

    /// Where a process stands among the definitions that are in use.
    fileprivate func places(of process: String) -> [Int] {
        definitions.indices.filter { place in
            definitions[place].process == process && (place == 0 || elements.contains { $0.process == place })
        }
    }

    fileprivate func obstacles(of place: Int, from old: Graph, to new: Graph) -> [MigrationObstacle] {
        elements.filter { $0.process == place }.flatMap { element -> [MigrationObstacle] in
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
