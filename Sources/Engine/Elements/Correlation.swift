import Basics

/// What messages say of the conversation that they belong to, seen from one process instance (BPMN 8.4.2).
///
/// The first message that carries a key gives its values, unless the process takes them from its own data; a later one has to carry at
/// least one key that is known, and each key that it carries and that is known must be the same.
struct Correlation {
    let keys: [ConversationKey]
    /// What is known where the process runs.
    let facts: Facts
    /// What messages gave before.
    let known: [String: JSON]

    /// Where the values are kept that messages gave: a variable of the process.
    static let variable = "correlationKeys"

    private enum Fit {
        case same, other, new(String, JSON)
    }

    /// Whether a message belongs to this conversation, and the keys that it adds; `nil` when it does not.
    func fit(_ message: String, carrying payload: [String: JSON]) -> [String: JSON]? {
        let carriers = keys.filter { $0.messages[message] != nil }
        guard !carriers.isEmpty else { return [:] }
        let fits = carriers.compactMap { fit($0, message, payload) }
        var added: [String: JSON] = [:]
        var isSame = false
        for fit in fits {
            switch fit {
            case .other: return nil
            case .same: isSame = true
            case .new(let key, let values): added[key] = values
            }
        }
        let hasBegun = keys.contains { value(of: $0) != nil }
        return isSame || (!hasBegun && !added.isEmpty) ? added : nil
    }

    /// Whether a message carries a key that is known here and differs.
    func isOther(_ message: String, _ payload: [String: JSON]) -> Bool {
        keys.contains { key in
            guard key.messages[message] != nil, case .other = fit(key, message, payload) else { return false }
            return true
        }
    }

    /// Where a message of this name is for, by each of its keys that is known here.
    func addresses(of message: String) -> [MessageAddress] {
        keys.compactMap { key in
            guard key.messages[message] != nil, let value = value(of: key) else { return nil }
            return MessageAddress(message, conversation: key.id, value)
        }
    }

    /// How a key that the message carries compares; nothing when a part of it is not there.
    private func fit(_ key: ConversationKey, _ message: String, _ payload: [String: JSON]) -> Fit? {
        let carried = Facts(elements: ElementStore(), scope: nil, now: facts.now, extra: payload)
        guard let found = Correlation.values(key.messages[message] ?? [], carried) else { return nil }
        guard let value = value(of: key) else { return key.subscription == nil ? .new(key.id, found) : nil }
        return value == found ? .same : .other
    }

    /// The values of a key as they are known here; nothing when they are not.
    private func value(of key: ConversationKey) -> JSON? {
        key.subscription.map { Correlation.values($0, facts) } ?? known[key.id]
    }

    static func values(_ formulas: [Formula], _ facts: Facts) -> JSON? {
        var values: [JSON] = []
        for formula in formulas {
            do throws(Fault) {
                let value = try formula.value(facts)
                if case .null = value { return nil }
                values.append(value)
            } catch {
                return nil
            }
        }
        return .array(values)
    }
}

extension ProcessInstance {
    /// The conversation that an element instance takes part in, and the process element that keeps its keys; nothing where the drawing
    /// names no keys.
    func correlation(at id: ElementInstance.ID, _ graphs: Few<Graph>, now: Moment) -> (Correlation, ElementInstance.ID)?
    {
        guard graphs.contains(where: { !$0.conversation.isEmpty }), let home = home(of: id) else { return nil }
        let keys = graphs[home.process].conversation
        guard !keys.isEmpty else { return nil }
        let facts = Facts(elements: elements, scope: home.id, now: now)
        let known = home.variables[Correlation.variable]?.fields ?? [:]
        return (Correlation(keys: keys, facts: facts, known: known), home.id)
    }

    /// Whether a message belongs to the conversation of what waits; one without keys takes all.
    func belongs(
        _ message: String, _ payload: [String: JSON], to wait: Wait, _ graphs: Few<Graph>, now: Moment
    ) -> Bool {
        guard let (correlation, _) = correlation(at: wait.id.element, graphs, now: now) else { return true }
        return correlation.fit(message, carrying: payload) != nil
    }

    private func home(of id: ElementInstance.ID) -> ElementInstance? {
        var next = elements[id]
        while let element = next {
            if case .process = element.role { return element }
            next = element.parent.flatMap { elements[$0] }
        }
        return nil
    }
}

extension Run {
    /// What comes from elsewhere, without what goes by the name of the keys where a conversation keeps them: only messages give those.
    func withoutKeys(_ variables: [String: JSON], in scope: ElementInstance.ID) -> [String: JSON] {
        guard variables[Correlation.variable] != nil, let index = instance.elements.index(of: scope),
            !graphs[instance.elements[at: index].process].conversation.isEmpty
        else { return variables }
        return variables.filter { $0.key != Correlation.variable }
    }

    /// Keeps the keys that a message gives to the conversation; false when the message belongs to another.
    @discardableResult
    mutating func correlate(_ message: String, _ payload: [String: JSON], at id: ElementInstance.ID) -> Bool {
        guard let (correlation, home) = instance.correlation(at: id, graphs, now: now) else { return true }
        guard let added = correlation.fit(message, carrying: payload) else { return false }
        if !added.isEmpty {
            let all = correlation.known.merging(added) { known, _ in known }
            emit(.variablesSet([Correlation.variable: .object(all)], scope: home))
        }
        return true
    }
}
