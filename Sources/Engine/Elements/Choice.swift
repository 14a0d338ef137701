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
