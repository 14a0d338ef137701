extension Run {
    /// Goes on as its conditions say; as a join it then swallows what still comes, until nothing can (BPMN 10.6.5, 13.4.5).
    mutating func complex(_ id: ElementInstance.ID, _ node: Node) throws(Fault) {
        let flows = try holding(id, node)
        guard node.incoming.count > 1, let element = instance.elements[id], let scope = element.parent else {
            return leave(id, node, by: flows)
        }
        emit(.workBegun(id))
        for flow in flows { follow(flow, process: element.process, scope: scope) }
        touch(scope)
    }
}
