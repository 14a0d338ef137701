import Basics

extension Run {
    /// Sends a message and goes on (BPMN 10.3.3); with it goes what the drawing maps, and not what a round of a loop knows besides.
    mutating func send(
        _ id: ElementInstance.ID, _ node: Node, message: String?
    ) throws(Fault) {
        let mapped = Set(node.inputs.map(\.target.name))
        let variables = instance.elements.variables(of: id).filter { mapped.contains($0.key) }
        try post(message ?? node.name ?? node.id, from: id, node, variables: variables)
        complete(id, node)
    }

    /// Waits for a message (BPMN 10.3.3).
    mutating func receive(_ id: ElementInstance.ID, _ node: Node, message: String) throws(Fault) {
        emit(.workBegun(id))
        let key = try key(of: message, on: id)
        let number = (instance.elements[id]?.lastWait ?? 0) + 1
        emit(.waitBegun(Wait(id: Wait.ID(id, number), node: node.ref, trigger: 0, what: .message(message), key: key)))
    }

    /// A message that goes out; one that carries other keys than its conversation is a mishap, one that carries none goes as it is.
    mutating func post(
        _ name: String, from id: ElementInstance.ID, _ node: Node, variables: [String: JSON]
    ) throws(Fault) {
        if let (correlation, _) = instance.correlation(at: id, graphs, now: now), correlation.isOther(name, variables) {
            throw Fault(.formula(name, reason: "the message carries another correlation key than its conversation has"))
        }
        correlate(name, variables, at: id)
        let rule = node.publishing[name]
        let key = try rule?.key?.text(facts(id)) ?? keyAsKnown(of: name, on: id)
        emit(
            .messageSent(
                OutgoingMessage(
                    element: id, node: node.ref, name: name, key: key, lifetime: try lifetime(rule, of: id),
                    variables: variables)))
    }

    private func lifetime(_ rule: PublishingRule?, of id: ElementInstance.ID) throws(Fault) -> TimeSpan? {
        guard let formula = rule?.lifetime else { return nil }
        let text = try formula.text(facts(id))
        guard let span = TimeSpan(text) else {
            throw Fault(.notUsable(formula.source, value: Phrase(quoting: text), needed: "ISO 8601 duration"))
        }
        return span
    }
}
