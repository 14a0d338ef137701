import Basics

extension Run {
    /// The work of an element instance is done, with what it gave.
    mutating func complete(
        _ id: ElementInstance.ID, _ node: Node, variables: [String: JSON] = [:], keep: Bool = true
    ) {
        guard let index = instance.elements.index(of: id) else { return }
        let phase = instance.elements[at: index].phase
        if phase == .working || (phase == .entering && !node.outputs.isEmpty) { emit(.workDone(id)) }
        if !variables.isEmpty {
            if node.outputs.isEmpty {
                if keep { propagate(variables, from: instance.elements[at: index].parent ?? id) }
            } else {
                set(variables, in: id)
            }
        }
        finish(id, node)
    }

    /// Writes the outputs and leaves by the flows that its conditions allow; also how an incident on the way out is tried again.
    mutating func finish(_ id: ElementInstance.ID, _ node: Node) {
        guard let index = instance.elements.index(of: id) else { return }
        do throws(Fault) {
            let role = instance.elements[at: index].role
            // Of an activity that repeats, each round wrote its own; what they read is not there for the whole.
            if !node.outputs.isEmpty, role != .body { try writeOutputs(of: node, on: id) }
            switch role {
            case .round(let round): try leaveRound(id, node, round: round)
            case .handler(let thrower): leaveHandler(id, node, of: ElementInstance.ID(thrower))
            case .single, .body: leave(id, node, by: node.takesAll ? node.outgoing : try allowedFlows(node, from: id))
            case .process: break
            }
        } catch {
            raise(error, at: id)
        }
    }

    /// Ends an element instance and takes these flows.
    mutating func leave(_ id: ElementInstance.ID, _ node: Node, by flows: [Int]) {
        guard let index = instance.elements.index(of: id), let scope = instance.elements[at: index].parent else {
            return
        }
        let process = instance.elements[at: index].process
        closeDown(id, node)
        emit(.elementLeft(id, node: node.ref))
        touch(scope)
        for _ in 0..<node.completionQuantity {
            for flow in flows { follow(flow, process: process, scope: scope) }
        }
        if flows.isEmpty { checkScope(scope) }
        if graphs[process].hasAdHoc { checkAdHoc(around: node, in: scope) }
    }

    /// Keeps what can be undone, and forgets what is awaited.
    mutating func closeDown(_ id: ElementInstance.ID, _ node: Node) {
        guard let index = instance.elements.index(of: id) else { return }
        if node.undo != nil || instance.elements[at: index].hasCompensable {
            keepForCompensation(instance.elements[at: index], node)
        }
        while let wait = instance.elements[at: index].waits.first { emit(.waitDropped(wait)) }
    }

    /// The flows out of an activity or event that has conditions on them: all without a condition, those whose condition holds, and the
    /// default when no condition does (BPMN 8.4.13, 13.3.1).
    func allowedFlows(_ node: Node, from id: ElementInstance.ID) throws(Fault) -> [Int] {
        guard let index = instance.elements.index(of: id) else { return [] }
        let scope = instance.elements[at: index].parent
        let flows = graphs[instance.elements[at: index].process].flows
        let free = node.outgoing.filter { flows[$0].condition == nil && $0 != node.defaultFlow }
        var holding: [Int] = []
        for place in node.outgoing where place != node.defaultFlow {
            guard let condition = flows[place].condition else { continue }
            if try condition.isTrue(facts(scope), strictly: true) { holding.append(place) }
        }
        if holding.isEmpty, let standard = node.defaultFlow { holding = [standard] }
        if free.isEmpty && holding.isEmpty { throw Fault(.noBranch) }
        return (free + holding).sorted()
    }

    mutating func writeOutputs(of node: Node, on id: ElementInstance.ID) throws(Fault) {
        guard let index = instance.elements.index(of: id) else { return }
        let scope = instance.elements[at: index].parent ?? id
        for output in node.outputs {
            let value = try output.source.value(facts(id))
            propagate([output.target.name: placed(value, at: output.target, seenFrom: scope)], from: scope)
        }
    }
}
