import Basics

extension Run {
    /// Awaits what sets an event off, besides the one that came already; errors, escalations, compensation and links find it by themselves.
    mutating func listen(
        for catching: Catching, as node: Node, on id: ElementInstance.ID, besides came: Int? = nil
    ) throws(Fault) {
        for (place, trigger) in catching.triggers.enumerated() where place != came {
            guard let what = try what(trigger, on: id) else { continue }
            let key = try key(of: what, on: id)
            guard let index = instance.elements.index(of: id) else { return }
            let number = instance.elements[at: index].lastWait
            let wait = Wait(id: Wait.ID(id, number + 1), node: node.ref, trigger: place, what: what, key: key)
            if wait.isCondition { variablesChanged = true }
            emit(.waitBegun(wait))
        }
    }

    private func what(_ trigger: TriggerRule, on id: ElementInstance.ID) throws(Fault) -> Wait.What? {
        switch trigger {
        case .message(let name): return .message(name)
        case .signal(let name): return .signal(name)
        case .condition: return .condition(wasTrue: false)
        case .timer(let formula, _):
            let text = try formula.text(facts(id))
            guard let first = TimerText(text)?.first(after: now) else {
                throw Fault(
                    .notUsable(formula.source, value: Phrase(quoting: text), needed: "ISO 8601 duration, date or cycle")
                )
            }
            return .timer(due: first.due, first.1)
        case .error, .escalation, .compensation, .cancel, .link: return nil
        }
    }

    /// The value by which the instance that a message is for is known, as the drawing says to find it (BPMN 8.4.2).
    private func key(of what: Wait.What, on id: ElementInstance.ID) throws(Fault) -> String? {
        guard case .message(let name) = what else { return nil }
        return try key(of: name, on: id)
    }

    func key(of message: String, on id: ElementInstance.ID) throws(Fault) -> String? {
        guard let index = instance.elements.index(of: id),
            let formula = graphs[instance.elements[at: index].process].correlations[message]
        else { return nil }
        return try formula.text(facts(id))
    }

    /// A sender that does not know the key sends without one.
    func keyAsKnown(of message: String, on id: ElementInstance.ID) -> String? {
        do throws(Fault) { return try key(of: message, on: id) } catch { return nil }
    }

    mutating func dropWaits(of element: ElementInstance) {
        for wait in element.waits { emit(.waitDropped(wait)) }
    }

    /// What was awaited came.
    mutating func meet(_ wait: Wait, variables: [String: JSON]) {
        let id = wait.id.element
        guard instance.elements.wait(wait.id) != nil, let index = instance.elements.index(of: id),
            let node = graphs[instance.elements[at: index].process].node(wait.node)
        else { return }
        let isHere = node.ref == instance.elements[at: index].node
        if !isHere, node.isAttachedToAll { return meetOneOfAll(wait, node, variables: variables) }
        switch node.kind {
        case .boundary(_, _, let isInterrupting):
            let element = instance.elements[at: index]
            emit(.waitMet(wait, again: isInterrupting ? nil : wait.again))
            happen(node, on: element, isInterrupting: isInterrupting, variables: variables)
        case .start where isHere:
            emit(.waitMet(wait, again: nil))
            caught(node, by: id, variables: variables)
        case .start(_, let isInterrupting):
            let element = instance.elements[at: index]
            emit(.waitMet(wait, again: isInterrupting ? nil : wait.again))
            startEvent(node, in: element, isInterrupting: isInterrupting, variables: variables)
        case .catching, .receiveTask:
            emit(.waitMet(wait, again: nil))
            if isHere {
                caught(node, by: id, variables: variables)
            } else {
                choose(node, at: id, variables: variables)
            }
        case .end, .throwing, .serviceTask:
            emit(.waitMet(wait, again: nil))
            retryWork(instance.elements[at: index])
        case .userTask, .scriptTask, .ruleTask, .sendTask, .emptyTask, .exclusiveGateway, .inclusiveGateway,
            .parallelGateway, .eventGateway, .complexGateway, .subProcess, .callActivity:
            emit(.waitMet(wait, again: nil))
        }
    }

    /// All that await this, in the order in which they began to.
    func waits(where matches: (Wait.What) -> Bool) -> [Wait] {
        instance.elements.waits { matches($0.what) }
    }

    /// Looks at all conditions that are awaited; says whether any has come true.
    mutating func checkConditions() -> Bool {
        guard variablesChanged, instance.conditions > 0 else { return false }
        variablesChanged = false
        var happened = false
        for wait in waits(where: { if case .condition = $0 { true } else { false } }) where check(wait) {
            happened = true
        }
        return happened
    }

    private mutating func check(_ wait: Wait) -> Bool {
        guard case .condition(let wasTrue) = wait.what, let element = instance.elements[wait.id.element],
            element.waits.contains(wait), let node = graphs[element.process].node(wait.node),
            let formula = node.condition(wait.trigger)
        else { return false }
        do throws(Fault) {
            let isTrue = try formula.isTrue(facts(element.id))
            if isTrue != wasTrue { emit(.conditionSeen(wait.id, isTrue)) }
            guard isTrue, !wasTrue else { return false }
        } catch {
            raise(error, at: element.id)
            return false
        }
        meet(Wait(id: wait.id, node: wait.node, trigger: wait.trigger, what: .condition(wasTrue: true)), variables: [:])
        return true
    }
}

extension Wait {
    /// How it stands after it was met and goes on: the next time of a cycle, and messages, signals and conditions as before.
    fileprivate var again: Wait? {
        switch what {
        case .message, .signal, .condition: self
        case .timer(let due, let recurrence):
            recurrence?.next(after: due).map {
                Wait(id: id, node: node, trigger: trigger, what: .timer(due: $0.due, $0.1))
            }
        }
    }
}

extension Node {
    /// The condition among what sets this event off.
    fileprivate func condition(_ trigger: Int) -> Formula? {
        guard let catching, catching.triggers.indices.contains(trigger),
            case .condition(let formula) = catching.triggers[trigger]
        else { return nil }
        return formula
    }
}
