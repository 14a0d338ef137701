public import Basics

/// For whom a message is among all instances: its name, and a key that its receiver has (BPMN 8.4.2).
public struct MessageAddress: Hashable, Sendable {
    public let message: String
    /// Text that tells keys apart, also the one of `correlationKey` from those of conversations.
    public let key: String

    /// By the value of `correlationKey`.
    public init(_ message: String, key: String) {
        self.message = message
        self.key = "=" + JSON.string(key).canonical
    }

    /// By a key of a conversation.
    init(_ message: String, conversation: String, _ values: JSON) {
        self.message = message
        key = "#" + JSON.array([.string(conversation), values]).canonical
    }
}

extension ProcessInstance {
    /// By which messages of other instances it is reached: those that it awaits by a key that it knows. One that it awaits without a key
    /// reaches it only from within, or from who names the instance.
    public func openMessages(in library: ProcessLibrary, at now: Moment) -> Set<MessageAddress> {
        let waits = elements.waits { if case .message = $0.what { true } else { false } }
        guard !waits.isEmpty else { return [] }
        var found: Set<MessageAddress> = []
        do throws(EngineRefusal) {
            let graphs = try library.graphs(of: self)
            for wait in waits {
                guard case .message(let name) = wait.what else { continue }
                if let key = wait.key { found.insert(MessageAddress(name, key: key)) }
                guard let (correlation, _) = correlation(at: wait.id.element, graphs, now: now) else { continue }
                found.formUnion(correlation.addresses(of: name))
            }
        } catch {
            return found
        }
        return found
    }

    /// Whether it takes part in a conversation, whose keys may change with its data.
    public func converses(in library: ProcessLibrary) -> Bool {
        definitions.contains { library[$0]?.graph.conversation.isEmpty == false }
    }
}

extension ProcessLibrary {
    /// The keys that a message carries, as any of the processes here reads them.
    public func addresses(
        of message: String, key: String?, carrying payload: [String: JSON], at now: Moment
    ) -> Set<MessageAddress> {
        var found = Set(key.map { [MessageAddress(message, key: $0)] } ?? [])
        let carried = Facts(elements: ElementStore(), scope: nil, now: now, extra: payload)
        for definition in all where !definition.graph.conversation.isEmpty {
            for key in definition.graph.conversation {
                guard let formulas = key.messages[message], let values = Correlation.values(formulas, carried) else {
                    continue
                }
                found.insert(MessageAddress(message, conversation: key.id, values))
            }
        }
        return found
    }
}
