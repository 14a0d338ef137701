/// A value that messages carry by which those of one conversation are known; how each kind of message holds it is told apart (8.4.2).
public struct CorrelationProperty: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var retrievals: [Retrieval]
    public var line: Int

    /// Where a message has the value: an expression over what it carries.
    public struct Retrieval: Hashable, Sendable {
        public var message: ElementID
        public var path: ModelExpression
    }
}

/// Properties that together tell one conversation from another (8.4.2).
public struct CorrelationKey: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var properties: [ElementID]
    public var line: Int
}

/// What a process takes the values of a key from, so that its own data decide which messages are for it (8.4.2).
public struct CorrelationSubscription: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var key: ElementID
    public var bindings: [Binding]
    public var line: Int

    /// The expression over the data of the process that a property must equal.
    public struct Binding: Hashable, Sendable {
        public var property: ElementID
        public var path: ModelExpression
    }
}
