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

    public var name: String? { message?.name ?? message?.id.text }
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
