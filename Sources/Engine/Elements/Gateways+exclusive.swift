extension Run {
    /// One way: the first whose condition holds, else the default, else a person chooses (BPMN 10.6.2, 13.4.2).
    mutating func exclusive(_ id: ElementInstance.ID, _ node: Node, byPerson: Bool) throws(Fault) {
        if byPerson { return offerChoice(id, node, several: false) }
        guard let element = instance.elements[id] else { return }
        let flows = graphs[element.process].flows
        for place in node.outgoing where place != node.defaultFlow {
            guard let condition = flows[place].condition else { return leave(id, by: [place]) }
            if try condition.isTrue(facts(element.parent), strictly: true) { return leave(id, by: [place]) }
        }
        if let standard = node.defaultFlow { return leave(id, by: [standard]) }
        if node.outgoing.isEmpty { return leave(id, by: []) }
        throw Fault(.noBranch)
    }
}
