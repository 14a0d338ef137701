import Basics

extension Run {
    /// Every way whose condition holds, else the default, else a person chooses (BPMN 10.6.3, 13.4.3).
    mutating func inclusive(_ id: ElementInstance.ID, _ node: Node, byPerson: Bool) throws(Fault) {
        if byPerson { return offerChoice(id, node, several: true) }
        leave(id, node, by: try holding(id, node))
    }

    /// The flows whose condition holds; those without one always do.
    func holding(
        _ id: ElementInstance.ID, _ node: Node, extra: [String: JSON] = [:]
    ) throws(Fault) -> [Int] {
        guard let index = instance.elements.index(of: id) else { return [] }
        let scope = instance.elements[at: index].parent
        let flows = graphs[instance.elements[at: index].process].flows
        var taken: [Int] = []
        for place in node.outgoing where place != node.defaultFlow {
            guard let condition = flows[place].condition else {
                taken.append(place)
                continue
            }
            if try condition.isTrue(facts(scope, extra: extra), strictly: true) { taken.append(place) }
        }
        if !taken.isEmpty || node.outgoing.isEmpty { return taken }
        guard let standard = node.defaultFlow else { throw Fault(.noBranch) }
        return [standard]
    }
}
