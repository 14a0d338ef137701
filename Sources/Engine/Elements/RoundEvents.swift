extension Run {
    /// What a multi-instance throws as a round ends is caught at its own edge, and stops nothing: the other rounds still
    /// complete, each with its event (BPMN table 10.29).
    mutating func throwRoundEvents(of id: ElementInstance.ID, _ node: Node) {
        guard let events = node.loop?.events, !events.isEmpty else { return }
        for event in events {
            guard let body = instance.elements[id] else { return }
            do throws(Fault) {
                if try isDue(event, body) { throwAtEdge(event.throwing, of: body, node) }
            } catch {
                raise(error, at: id)
            }
        }
    }

    private func isDue(_ event: RoundEvent, _ body: ElementInstance) throws(Fault) -> Bool {
        switch event.when {
        case .every: true
        case .first: body.loop?.done == 1
        case .condition(let condition): try condition.isTrue(facts(body.id))
        }
    }

    private mutating func throwAtEdge(_ throwing: Throwing, of body: ElementInstance, _ node: Node) {
        let nodes = graphs[body.process].nodes
        for place in node.boundaries where nodes[place].catches(throwing) {
            happen(nodes[place], on: body, isInterrupting: false, variables: [:])
        }
    }
}

extension Node {
    fileprivate func catches(_ throwing: Throwing) -> Bool {
        catching?.triggers.contains { trigger in
            switch (trigger, throwing) {
            case (.signal(let awaited), .signal(let thrown)): awaited == thrown
            case (.message(let awaited), .message(let thrown)): awaited == thrown
            case (.escalation(let awaited), .escalation(let thrown)): awaited == nil || awaited == thrown
            case (.message, _), (.timer, _), (.signal, _), (.condition, _), (.error, _), (.escalation, _),
                (.compensation, _), (.cancel, _), (.link, _):
                false
            }
        } ?? false
    }
}
