import Bpmn

extension ProcessDefinition {
    /// A node as a sentence names it: by its name, with its id where others have that name, or by what it stands between.
    public func called(_ id: String) -> String {
        guard let node = node(id) else { return id }
        return called(node) { name in nodes.count { $0.shownName == name } == 1 }
    }

    /// The same of all nodes, by their ids.
    var calledNodes: [(id: String, name: String)] {
        let counts = nodes.compactMap(\.shownName).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return nodes.map { node in (node.id, called(node) { counts[$0] == 1 }) }
    }

    private func called(_ node: Node, _ isAlone: (String) -> Bool) -> String {
        guard let name = node.shownName else { return "\(graph.between(node)) (\(node.id))" }
        return isAlone(name) ? "“\(name)”" : "“\(name)” (\(node.id))"
    }
}

extension Graph {
    /// What an unnamed node is, and the named steps before and after it.
    fileprivate func between(_ node: Node) -> String {
        let kind = node.isGateway ? "the gateway" : "the step"
        let before = nearestName(before: node)
        let after = node.outgoing.lazy.compactMap { self.nearestName(from: self.nodes[self.flows[$0].target]) }.first
        return switch (before, after) {
        case (let before?, let after?): "\(kind) between “\(before)” and “\(after)”"
        case (let before?, nil): "\(kind) after “\(before)”"
        case (nil, let after?): "\(kind) before “\(after)”"
        case (nil, nil): kind
        }
    }
}

extension Node {
    fileprivate var shownName: String? {
        name.flatMap { $0.split(whereSeparator: \.isWhitespace).isEmpty ? nil : $0.oneLine }
    }

    var isGateway: Bool {
        switch kind {
        case .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway: true
        default: false
        }
    }
}
