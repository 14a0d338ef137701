extension ProcessDefinition {
    /// Whether a message that names nothing of what it brings may have come before a node, so that it may have brought anything.
    public func mayBeToldAnything(before id: String) -> Bool {
        guard let node = node(id) else { return false }
        return graph.past(of: node).contains { $0.takesWholeMessage }
    }

    /// The same, anywhere in it.
    public var mayBeToldAnything: Bool { nodes.contains { $0.takesWholeMessage } }
}

extension Node {
    /// Whether it waits for a message, and takes in all that comes with it.
    fileprivate var takesWholeMessage: Bool {
        guard outputs.isEmpty else { return false }
        return switch kind {
        case .receiveTask: true
        case .start(let catching, _), .catching(let catching), .boundary(let catching, _, _):
            catching.triggers.contains { if case .message = $0 { true } else { false } }
        case .end, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .subProcess,
            .callActivity:
            false
        }
    }
}

extension Graph {
    /// What may be over when a node is reached: all before it, insides of sub-processes before it, and event sub-processes beside it.
    fileprivate func past(of node: Node) -> [Node] {
        var (found, entered, waiting) = (Set<Int>(), Set([node.index]), [node.index])
        func add(_ places: [Int]) { waiting += places.filter { found.insert($0).inserted } }
        while let place = waiting.popLast() {
            let here = nodes[place]
            let host: [Int] = if case .boundary(_, let host, _) = here.kind { [host] } else { [] }
            add(here.incoming.map { flows[$0].source } + host)
            if case .subProcess(let scope, _) = here.kind, found.contains(place) { add(scopes[scope].nodes) }
            let around = scopes[here.scope]
            add(around.eventStarts.map(\.start))
            if let owner = around.owner, entered.insert(owner).inserted, !found.contains(owner) {
                waiting.append(owner)
            }
        }
        return found.map { nodes[$0] }
    }
}
