import Basics

extension ProcessInstance {
    /// What may come after an element instance, the nearest first, and whether it is certain: work that counts, and ends that have a
    /// name; gateways, waiting and other work are looked through, also into the process that called this one.
    public func ahead(
        of id: ElementInstance.ID, in library: ProcessLibrary, where counts: (Node) -> Bool
    ) -> (nodes: [Node], isCertain: Bool) {
        var (found, isCertain): ([Node], Bool) = ([], true)
        var next = self[id]
        while let element = next, let graph = library[definitions[element.process]]?.graph,
            let node = graph.node(element.node)
        {
            let stops = Set(graph.nodes.filter { ($0.kind.isActivity ? counts($0) : $0.isNamedEnd) }.map(\.index))
            var walk = DrawnWalk(graph, events: .none) { !stops.contains($0.index) || $0.index == node.index }
            node.boundaries.forEach { walk.to(graph.nodes[$0]) }
            walk.from(node)
            found += walk.reached.filter { stops.contains($0) && $0 != node.index }.map { graph.nodes[$0] }
            isCertain = isCertain && !walk.parts && node.boundaries.isEmpty
            // The process ends here: what comes is for the one that called it to say.
            next = walk.ends ? caller(of: element) : nil
        }
        return (found, isCertain && found.count < 2)
    }

    /// The call activity that runs the process of an element instance.
    private func caller(of element: ElementInstance) -> ElementInstance? {
        sequence(first: element) { $0.parent.flatMap { self[$0] } }.first { $0.process != element.process }
    }
}

extension Node {
    /// Whether it ends something under a name that people can read.
    fileprivate var isNamedEnd: Bool { if case .end = kind { name?.isEmpty == false } else { false } }
}
