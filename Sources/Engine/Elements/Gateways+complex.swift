import Basics

extension Run {
    /// Goes on as its conditions say; as a join it then waits for reset, for what still comes, until nothing can (BPMN 10.6.5, 13.4.5).
    mutating func complex(_ id: ElementInstance.ID, _ node: Node) throws(Fault) {
        let flows = try holding(id, node, extra: Run.complexState(waitingForStart: true))
        guard node.incoming.count > 1, let element = instance.elements[id], let scope = element.parent else {
            return leave(id, node, by: flows)
        }
        emit(.workBegun(id))
        for flow in flows { follow(flow, process: element.process, scope: scope) }
        touch(scope)
    }

    /// A complex join begins anew. Its conditions are looked at once more, and the flows of which one holds are taken; when none does
    /// nothing is, the default neither (BPMN 13.4.5).
    mutating func reset(_ id: ElementInstance.ID, _ node: Node) {
        guard let element = instance.elements[id], let scope = element.parent else { return }
        do throws(Fault) {
            let flows = try resetting(node, of: element)
            emit(.elementLeft(id, node: node.ref))
            for flow in flows { follow(flow, process: element.process, scope: scope) }
            checkScope(scope)
        } catch {
            let known = instance.incidents.contains { $0.element == id && $0.cause == error.cause }
            if !known { raise(error, at: id) }
        }
    }

    private func resetting(_ node: Node, of element: ElementInstance) throws(Fault) -> [Int] {
        let flows = graphs[element.process].flows
        let facts = facts(element.parent, extra: Run.complexState(waitingForStart: false))
        var taken: [Int] = []
        for place in node.outgoing where place != node.defaultFlow {
            guard let condition = flows[place].condition else { continue }
            if try condition.isTrue(facts, strictly: true) { taken.append(place) }
        }
        return taken
    }

    /// What the conditions of a complex gateway may ask of its state.
    static func complexState(waitingForStart: Bool) -> [String: JSON] { ["waitingForStart": .bool(waitingForStart)] }
}
