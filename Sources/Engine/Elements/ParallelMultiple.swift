import Basics

extension Run {
    /// One of the events that a parallel multiple boundary or start event needs came (BPMN 10.5.2, 10.5.4): it happens when all have. One
    /// that does not interrupt then awaits them all anew.
    mutating func meetOneOfAll(_ wait: Wait, _ node: Node, variables: [String: JSON]) {
        emit(.waitMet(wait, again: nil))
        guard let element = instance.elements[wait.id.element], let catching = node.catching else { return }
        guard !element.waits.contains(where: { $0.node == node.ref }) else {
            return propagate(variables, from: node.isBoundary ? element.parent ?? element.id : element.id)
        }
        if !node.interrupts { listenAgain(for: catching, as: node, on: element.id) }
        if node.isBoundary {
            happen(node, on: element, isInterrupting: node.interrupts, variables: variables)
        } else {
            startEvent(node, in: element, isInterrupting: node.interrupts, variables: variables)
        }
    }

    private mutating func listenAgain(
        for catching: Catching, as node: Node, on id: ElementInstance.ID, besides came: Int? = nil
    ) {
        do throws(Fault) {
            try listen(for: catching, as: node, on: id, besides: came)
        } catch {
            raise(error, at: id)
        }
    }

    /// A process that needs several events to begin has had one of them, and awaits the others (BPMN 10.5.2): of several conditions one
    /// that holds has come. Where none has come, as when a person begins it, it awaits all.
    mutating func awaitOthers(_ id: ElementInstance.ID, _ node: Node, _ came: (TriggerRule) -> Bool) {
        guard let catching = node.catching else { return }
        let places = catching.triggers.indices.filter { came(catching.triggers[$0]) }
        emit(.workBegun(id))
        let place = places.first { holds(catching.triggers[$0], at: id) } ?? places.first
        listenAgain(for: catching, as: node, on: id, besides: place)
    }

    private func holds(_ trigger: TriggerRule, at id: ElementInstance.ID) -> Bool {
        guard case .condition(let formula) = trigger else { return true }
        do throws(Fault) { return try formula.isTrue(facts(id)) } catch { return false }
    }
}

extension Node {
    /// Whether it is a boundary event, or the start of an event sub-process, that needs all of its events.
    var isAttachedToAll: Bool {
        switch kind {
        case .boundary(let catching, _, _), .start(let catching, _): catching.needsAll
        case .end, .catching, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask,
            .emptyTask, .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway,
            .subProcess, .callActivity:
            false
        }
    }

    fileprivate var isBoundary: Bool {
        if case .boundary = kind { true } else { false }
    }

    /// Whether what it hangs on, or the scope around it, stops.
    fileprivate var interrupts: Bool {
        switch kind {
        case .boundary(_, _, let isInterrupting), .start(_, let isInterrupting): isInterrupting
        case .end, .catching, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask,
            .emptyTask, .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway,
            .subProcess, .callActivity:
            false
        }
    }
}
