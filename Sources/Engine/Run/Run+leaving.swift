import Basics

extension Run {
    /// The work of an element instance is done, with what it gave.
    mutating func complete(_ id: ElementInstance.ID, variables: [String: JSON] = [:], keep: Bool = true) {
        guard let element = instance.elements[id], let node = node(of: element) else { return }
        if element.phase == .working || (element.phase == .entering && !node.outputs.isEmpty) { emit(.workDone(id)) }
        if !variables.isEmpty {
            if node.outputs.isEmpty {
                if keep { propagate(variables, from: resultScope(of: element)) }
            } else {
                set(variables, in: id)
            }
        }
        finish(id)
    }

    /// Writes the outputs and leaves by the flows that its conditions allow; also how an incident on the way out is tried again.
    mutating func finish(_ id: ElementInstance.ID) {
        guard let element = instance.elements[id], let node = node(of: element) else { return }
        do throws(Fault) {
            try writeOutputs(of: node, on: id)
            switch element.role {
            case .round(let round): try leaveRound(id, node, round: round)
            case .handler(let thrower): leaveHandler(id, node, of: ElementInstance.ID(thrower))
            case .single, .body: leave(id, by: try allowedFlows(node, from: element))
            case .process: break
            }
        } catch {
            raise(error, at: id)
        }
    }

    /// Ends an element instance and takes these flows.
    mutating func leave(_ id: ElementInstance.ID, by flows: [Int]) {
        guard let element = instance.elements[id], let node = node(of: element), let scope = element.parent else {
            return
        }
        keepForCompensation(element, node)
        dropWaits(of: element)
        emit(.elementLeft(id, node: element.node))
        for _ in 0..<node.completionQuantity {
            for flow in flows { follow(flow, process: element.process, scope: scope) }
        }
        if flows.isEmpty { checkScope(scope) }
    }

    /// The flows out of an activity or event: all without a condition, those whose condition holds, and the
    /// default when no condition does (BPMN 8.4.13, 13.3.1).
    private func allowedFlows(_ node: Node, from element: ElementInstance) throws(Fault) -> [Int] {
        let flows = graphs[element.process].flows
        if node.outgoing.allSatisfy({ flows[$0].condition == nil }) && node.defaultFlow == nil { return node.outgoing }
        let free = node.outgoing.filter { flows[$0].condition == nil && $0 != node.defaultFlow }
        var holding: [Int] = []
        for place in node.outgoing where place != node.defaultFlow {
            guard let condition = flows[place].condition else { continue }
            if try condition.isTrue(facts(element.parent), strictly: true) { holding.append(place) }
        }
        if holding.isEmpty, let standard = node.defaultFlow { holding = [standard] }
        if free.isEmpty && holding.isEmpty { throw Fault(.noBranch) }
        return (free + holding).sorted()
    }

    private mutating func writeOutputs(of node: Node, on id: ElementInstance.ID) throws(Fault) {
        guard !node.outputs.isEmpty, let element = instance.elements[id] else { return }
        for output in node.outputs {
            let value = try output.source.value(facts(id))
            let scope = resultScope(of: element)
            propagate([output.target.name: placed(value, at: output.target, seenFrom: scope)], from: scope)
        }
    }

    /// Where the results of an element instance go: its scope.
    private func resultScope(of element: ElementInstance) -> ElementInstance.ID {
        element.parent ?? element.id
    }
}
