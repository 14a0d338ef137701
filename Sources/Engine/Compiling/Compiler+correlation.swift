import Basics
import Bpmn

extension Compiler {
    /// The keys of the conversations that a process takes part in, and those that it subscribes to (BPMN 8.4.2).
    mutating func conversationKeys(of process: BusinessProcess) -> [ConversationKey] {
        var keys: [CorrelationKey] = []
        for collaboration in definitions.collaborations { keys += collaboration.keys(of: process.id) }
        for subscription in process.subscriptions where !keys.contains(where: { $0.id == subscription.key }) {
            if let key = definitions.correlationKey(subscription.key) {
                keys.append(key)
            } else {
                refuse(
                    "correlation-subscription", "its correlationKeyRef \(subscription.key) is no correlationKey",
                    subscription.line, subscription.id.text)
            }
        }
        return keys.map { conversationKey($0, process) }
    }

    private mutating func conversationKey(_ key: CorrelationKey, _ process: BusinessProcess) -> ConversationKey {
        let properties = key.properties.compactMap { definitions.correlationProperties[$0] }
        if properties.count < key.properties.count {
            refuse("correlation-key", "names what is no correlationProperty (BPMN 8.4.2)", key.line, key.id.text)
        }
        var messages: [String: [Formula]] = [:]
        for message in definitions.messages {
            let paths = properties.compactMap { property in
                property.retrievals.first { $0.message == message.id }.map { (property, $0.path) }
            }
            guard paths.count == properties.count, !paths.isEmpty else { continue }
            messages[message.name ?? message.id.text] = paths.compactMap { correlating($1, of: $0.id.text) }
        }
        let subscription = process.subscriptions.first { $0.key == key.id }
        return ConversationKey(
            id: key.id.text, messages: messages, subscription: subscription.map { bound($0, to: properties) })
    }

    private mutating func bound(
        _ subscription: CorrelationSubscription, to properties: [CorrelationProperty]
    ) -> [Formula] {
        properties.compactMap { property in
            guard let binding = subscription.bindings.first(where: { $0.property == property.id }) else {
                refuse(
                    "correlation-subscription",
                    "has no correlationPropertyBinding for \(property.id): each property of its key needs one (BPMN 8.4.2)",
                    subscription.line, subscription.id.text)
                return nil
            }
            return correlating(binding.path, of: subscription.id.text)
        }
    }

    /// An expression of a key; a path of XPath is refused, as FEEL would take its strokes for divisions.
    private mutating func correlating(_ path: ModelExpression, of element: String) -> Formula? {
        let text = Formula.trimmed(path.text)
        if text.hasPrefix("/") || (path.language?.lowercased().contains("xpath") ?? false) && text.contains("/") {
            refuse(
                "correlation-language", "is a path of XPath; write it in FEEL, such as order.id", path.line, element)
            return nil
        }
        return formula(path, of: element)
    }
}

extension Collaboration {
    /// The keys by which messages to and from a process are known here.
    fileprivate func keys(of process: ElementID) -> [CorrelationKey] {
        let own = Set(participants.filter { $0.process == process }.map(\.id))
        guard !own.isEmpty else { return [] }
        let conversations = conversations.filter { $0.participants.isEmpty || !own.isDisjoint(with: $0.participants) }
        return correlationKeys.all + conversations.flatMap(\.correlationKeys)
    }
}

extension Definitions {
    fileprivate func correlationKey(_ id: ElementID) -> CorrelationKey? {
        for collaboration in collaborations {
            let all = collaboration.correlationKeys.all + collaboration.conversations.flatMap(\.correlationKeys)
            if let key = all.first(where: { $0.id == id }) { return key }
        }
        return nil
    }
}
