extension ProcessDefinition {
    /// The steps that a step comes right behind, through gateways; in the order of the file.
    public func steps(before id: String) -> [Node] {
        guard let node = node(id) else { return [] }
        var (seen, waiting, found) = (Set([node.index]), [node.index], Set<Int>())
        while let place = waiting.popLast() {
            for source in graph.nodes[place].incoming.map({ graph.flows[$0].source }) where seen.insert(source).inserted
            {
                if graph.nodes[source].isGateway { waiting.append(source) } else { found.insert(source) }
            }
        }
        return found.sorted().map { graph.nodes[$0] }
    }
}

extension Node {
    /// The form of a person's work whose answers go on under their own name; nothing where there is none, or the name is written otherwise.
    public func form(giving name: String) -> String? {
        guard case .userTask(let work) = kind, let form = work.value.form else { return nil }
        let written = outputs.filter { $0.target.name == name }
        guard outputs.isEmpty || !written.isEmpty, written.allSatisfy({ $0.source.variables == [name] }) else {
            return nil
        }
        return form
    }
}
