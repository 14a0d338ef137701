import Basics

extension Run {
    /// Begins the rounds of a loop or multi-instance (BPMN 10.3.8, 13.3.6, 13.3.7).
    mutating func beginLoop(_ id: ElementInstance.ID, _ node: Node) throws(Fault) {
        guard let rule = node.loop else { return }
        let (total, items) = try rounds(of: rule, on: id)
        emit(.loopBegun(id, total: total, items: items))
        if total == 0 { return finishLoop(id, node, rule) }
        if total == nil { return plan(.advance(body: id)) }
        for round in 0..<(rule.isSequential ? 1 : total ?? 0) { beginRound(round, of: id, node) }
    }

    private func rounds(of rule: LoopRule, on id: ElementInstance.ID) throws(Fault) -> (Int?, [JSON]) {
        switch rule.rounds {
        case .condition: return (nil, [])
        case .collection(let formula, _):
            let items = try formula.list(facts(id))
            return (items.count, items)
        case .cardinality(let formula):
            let number = try formula.wholeNumber(facts(id))
            guard let number, (0...Run.limit).contains(number) else {
                throw Fault(
                    .notUsable(
                        formula.source, value: Phrase(quoting: number.map(String.init) ?? "null"),
                        needed: "number of rounds"))
            }
            return (number, [])
        }
    }

    private mutating func beginRound(_ round: Int, of body: ElementInstance.ID, _ node: Node) {
        guard let index = instance.elements.index(of: body) else { return }
        let item = instance.elements[at: index].item(round)
        let id = open(
            node, process: instance.elements[at: index].process, scope: body, flow: nil, role: .round(round))
        var variables = ["loopCounter": JSONNumber.of(round + 1)]
        if case .collection(_, let name?) = node.loop?.rounds, let item { variables[name] = item }
        emit(.variablesSet(variables, scope: id))
        begin(id, node)
    }

    /// A round is done: its result is kept, and the whole goes on when the agenda comes to it.
    mutating func leaveRound(_ id: ElementInstance.ID, _ node: Node, round: Int) throws(Fault) {
        guard let index = instance.elements.index(of: id), let body = instance.elements[at: index].parent else {
            return
        }
        let result = try node.loop?.outputElement?.value(facts(id))
        closeDown(id, node)
        emit(.elementLeft(id, node: node.ref))
        emit(.roundDone(body, round: round, result: result))
        throwRoundEvents(of: body, node)
        plan(.advance(body: body))
    }

    /// Looks whether a loop is done, and begins the next round when it is not.
    mutating func advance(_ id: ElementInstance.ID) {
        guard let index = instance.elements.index(of: id), let loop = instance.elements[at: index].loopCounts,
            instance.elements[at: index].phase == .working, let node = node(at: id), let rule = node.loop
        else { return }
        let running = instance.elements[at: index].children
        do throws(Fault) {
            if loop.done > 0, let completion = rule.completion, let body = instance.elements[id],
                try completion.isTrue(roundFacts(body))
            {
                interrupt(id)
                return finishLoop(id, node, rule)
            }
            guard case .condition = rule.rounds else {
                if loop.done == loop.total { return finishLoop(id, node, rule) }
                if rule.isSequential, running == 0 { beginRound(loop.begun, of: id, node) }
                return
            }
            guard running == 0, let body = instance.elements[id] else { return }
            if try goesOn(rule, after: loop.done, body) {
                beginRound(loop.begun, of: id, node)
            } else {
                finishLoop(id, node, rule)
            }
        } catch {
            raise(error, at: id)
        }
    }

    /// Whether a loop with a condition has another round.
    private func goesOn(_ rule: LoopRule, after done: Int, _ body: ElementInstance) throws(Fault) -> Bool {
        guard case .condition(let condition, let testBefore, let maximum) = rule.rounds else { return false }
        if let maximum, done >= maximum { return false }
        if done == 0 && !testBefore { return true }
        if done >= Run.limit { throw Fault(.tooMuch(limit: Run.limit)) }
        return try condition?.isTrue(facts(body.id, extra: ["loopCounter": JSONNumber.of(done)])) ?? (maximum != nil)
    }

    private mutating func finishLoop(_ id: ElementInstance.ID, _ node: Node, _ rule: LoopRule) {
        guard let body = instance.elements[id] else { return }
        emit(.workDone(id))
        if let name = rule.outputCollection, let scope = body.parent {
            propagate([name: .array(body.loop?.results ?? [])], from: scope)
        }
        finish(id, node)
    }

    /// The counts that a completion condition may use (BPMN table 10.30, and the names that Camunda gives them).
    private func roundFacts(_ body: ElementInstance) -> Facts {
        let total = JSONNumber.of(body.loop?.total ?? 0)
        let done = JSONNumber.of(body.loop?.done ?? 0)
        let active = JSONNumber.of(body.children)
        return facts(
            body.id,
            extra: [
                "numberOfInstances": total, "numberOfCompletedInstances": done, "numberOfActiveInstances": active,
                "numberOfTerminatedInstances": JSONNumber.of(0), "nrOfInstances": total, "nrOfCompletedInstances": done,
                "nrOfActiveInstances": active, "results": .array(body.loop?.results ?? []),
            ])
    }
}
