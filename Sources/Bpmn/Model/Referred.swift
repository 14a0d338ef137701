/// What is sent between participants (8.4.11).
public struct Message: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var item: ElementID?
    /// The expression whose value tells instances apart (`zeebe:subscription`).
    public var correlationKey: String?
    public var line: Int
}

/// A message as an event or task uses it; no message when the file names none.
public struct MessageUse: Hashable, Sendable {
    public var message: Message?
    public var operation: ServiceOperation?
    /// For whom it is and how long it may wait, where it is sent.
    public var publishing = Publishing()

    public var name: String? { message?.name ?? message?.id.text }
}

/// How a message goes out (`zeebe:publishMessage`), as the file has it: text, or an expression behind a `=`.
public struct Publishing: Hashable, Sendable {
    /// The value by which the receiver is known.
    public var correlationKey: String?
    /// How long it waits where nobody awaits it yet: a duration of ISO 8601.
    public var timeToLive: String?

    public init(correlationKey: String? = nil, timeToLive: String? = nil) {
        (self.correlationKey, self.timeToLive) = (correlationKey, timeToLive)
    }

    public var isEmpty: Bool { correlationKey == nil && timeToLive == nil }
}

/// A kind of error, told apart by its code (8.4.3).
public struct ErrorKind: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var code: String?
    public var line: Int
}

/// A business situation that somebody should know of, told apart by its code (10.5.5.8).
public struct Escalation: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var code: String?
    public var line: Int
}

/// What is broadcast to whoever listens, by name (10.5.5.14).
public struct Signal: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    /// Whether it stays within the process instance that throws it (`flowable:scope="processInstance"`).
    public var staysInside = false
    public var line: Int
}

/// A named operation of an interface, as a service task may call it (8.5).
public struct ServiceOperation: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var interface: String?
    public var line: Int
}
