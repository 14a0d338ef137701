extension Run {
    /// One way: the first whose condition holds, else the default, else a person chooses (BPMN 10.6.2, 13.4.2).
    mutating func exclusive(_ id: ElementInstance.ID, _ node: Node, byPerson: Bool) throws(Fault) {
        if byPerson { return offerChoice(id, node, several: false) }
        guard let index = instance.elements.index(of: id) else { return }
        let scope = instance.elements[at: index].parent
        let flows = graphs[instance.elements[at: index].process].flows
        for place in node.outgoing where place != node.defaultFlow {
            guard let condition = flows[place].condition else { return leave(id, node, by: [place]) }
            if try condition.isTrue(facts(scope), strictly: true) { return leave(id, node, by: [place]) }
        }
        if let standard = node.defaultFlow { return leave(id, node, by: [standard]) }
        if node.outgoing.isEmpty { return leave(id, node, by: []) }
        throw Fault(.noBranch)
    }
}
