extension Run {
    /// Lays the ways before a person, with the words on them.
    mutating func offerChoice(_ id: ElementInstance.ID, _ node: Node, several: Bool) {
        guard let element = instance.elements[id] else { return }
        let graph = graphs[element.process]
        let options = node.outgoing.map { place in
            let target = graph.nodes[graph.flows[place].target]
            return ChoiceOffer.Option(
                flow: graph.flows[place].ref, label: graph.flows[place].name ?? target.name ?? target.id,
                target: target.id)
        }
        emit(
            .choiceOffered(
                ChoiceOffer(
                    element: id, node: node.ref, name: node.name, documentation: node.documentation, lane: node.lane,
                    options: options, several: several)))
    }
}
