extension Run {
    /// Lays the ways before a person, with the words on them.
    mutating func offerChoice(_ id: ElementInstance.ID, _ node: Node, several: Bool) {
        guard let element = instance.elements[id] else { return }
        let options = graphs[element.process].options(from: node)
        emit(
            .choiceOffered(
                ChoiceOffer(
                    element: id, node: node.ref, name: node.name,
                    after: node.name == nil ? graphs[element.process].nearestName(before: node) : nil,
                    documentation: node.documentation, lane: node.lane,
                    options: options, several: several)))
    }
}

extension Graph {
    /// The name of the nearest step before a node that has one, a few steps back.
    fileprivate func nearestName(before node: Node) -> String? {
        var (here, seen) = ([node], Set([node.id]))
        for _ in 0..<4 {
            here = here.flatMap(\.incoming).map { nodes[flows[$0].source] }.filter { seen.insert($0.id).inserted }
            if let name = here.lazy.compactMap(\.name).first { return name }
        }
        return nil
    }
}
