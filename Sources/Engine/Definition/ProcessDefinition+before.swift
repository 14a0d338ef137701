extension ProcessDefinition {
    /// The name of the nearest step before a node that has one, a few steps back.
    public func nearestName(before id: String) -> String? { node(id).flatMap { graph.nearestName(before: $0) } }
}

extension Graph {
    func nearestName(before node: Node) -> String? {
        var (here, seen) = ([node], Set([node.id]))
        for _ in 0..<4 {
            here = here.flatMap(before).filter { seen.insert($0.id).inserted }
            if let name = here.lazy.compactMap(\.name).first(where: { !$0.isEmpty }) { return name }
        }
        return nil
    }

    /// The name of a node, or of the nearest behind it that has one, a few steps on.
    func nearestName(from node: Node) -> String? {
        var (here, seen) = ([node], Set([node.id]))
        for _ in 0..<4 {
            if let name = here.lazy.compactMap(\.name).first(where: { !$0.isEmpty }) { return name }
            here = here.flatMap(\.outgoing).map { nodes[flows[$0].target] }.filter { seen.insert($0.id).inserted }
        }
        return nil
    }

    private func before(_ node: Node) -> [Node] {
        let host: [Int] = if case .boundary(_, let host, _) = node.kind { [host] } else { [] }
        return (node.incoming.map { flows[$0].source } + host).map { nodes[$0] }
    }
}
