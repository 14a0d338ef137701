/// Participants and the messages between them (9).
public struct Collaboration: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var participants: Catalog<Participant> = Catalog()
    public var messageFlows: Catalog<MessageFlow> = Catalog()
    public var conversations: Catalog<Conversation> = Catalog()
    public var conversationLinks: [ConversationLink] = []
    public var correlationKeys: Catalog<CorrelationKey> = Catalog()
    public var artifacts: Artifacts = Artifacts()
    public var line: Int
}

/// A pool: an organisation or role, with its process or closed.
public struct Participant: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var process: ElementID?
    public var isMultiple: Bool
    public var line: Int
}

/// A message that goes from one participant to another (9.4).
public struct MessageFlow: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var source: ElementID
    public var target: ElementID
    public var message: ElementID?
    public var line: Int
}

/// Messages that belong together (9.5).
public struct Conversation: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var isCall: Bool
    public var isCompound: Bool
    public var participants: [ElementID]
    public var correlationKeys: [CorrelationKey]
    public var line: Int
}

/// A line from a conversation to a participant (9.5.6).
public struct ConversationLink: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var source: ElementID
    public var target: ElementID
    public var line: Int
}

/// A step of a choreography: participants exchange messages (11.5).
public struct ChoreographyActivity: Hashable, Sendable {
    public var participants: [ElementID]
    public var initiator: ElementID?
    public var isCall: Bool
    public var loop: String?
    /// The inside of a sub-choreography.
    public var scope: Scope?
}
