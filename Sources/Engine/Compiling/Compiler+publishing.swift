import Basics
import Bpmn

extension Compiler {
    /// How the messages go out that a node sends; what stands at the event itself holds for each of its messages.
    mutating func publishing(of node: FlowNode) -> [String: PublishingRule] {
        var rules: [String: PublishingRule] = [:]
        for use in node.sent {
            let said = use.publishing.isEmpty ? node.settings.publishing : use.publishing
            if !said.isEmpty { rules[use.name ?? node.name ?? node.id.text] = rule(said, of: node) }
        }
        if node.sent.isEmpty, !node.settings.publishing.isEmpty {
            warn("publish-without-message", "says how a message goes out, and sends none", node.line, node.id.text)
        }
        return rules
    }

    private mutating func rule(_ said: Publishing, of node: FlowNode) -> PublishingRule {
        let lifetime = said.timeToLive.flatMap { setting($0, of: node) }
        if let text = said.timeToLive, Formula.expression(in: text) == nil, TimeSpan(text) == nil {
            refuse(
                "time-to-live", "\(text) is no ISO 8601 duration such as PT1H or P14D", node.line, node.id.text)
        }
        return PublishingRule(key: said.correlationKey.flatMap { setting($0, of: node) }, lifetime: lifetime)
    }
}

extension FlowNode {
    /// The messages that it sends.
    fileprivate var sent: [MessageUse] {
        switch kind {
        case .end(let event): event.outcomes.sent
        case .throwing(let event): event.outcomes.sent
        case .activity(let activity):
            if case .task(.send(let use)) = activity.kind { [use] } else { [] }
        case .start, .catching, .boundary, .gateway, .choreography: []
        }
    }
}

extension [Bpmn.Outcome] {
    fileprivate var sent: [MessageUse] {
        compactMap { if case .message(let use) = $0 { use } else { nil } }
    }
}
