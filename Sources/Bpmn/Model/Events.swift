/// What sets an event off (10.5.5).
public enum Trigger: Hashable, Sendable {
    case message(MessageUse)
    case timer(TimerRule)
    /// No error named: any error.
    case error(ErrorKind?)
    /// No escalation named: any escalation.
    case escalation(Escalation?)
    case signal(Signal?)
    case conditional(ModelExpression)
    case compensation
    case link(LinkName)
    case cancel
}

/// What an event brings about when it is reached (10.5.5).
public enum Outcome: Hashable, Sendable {
    case message(MessageUse)
    case error(ErrorKind?)
    case escalation(Escalation?)
    case signal(Signal?)
    /// No activity named: all of this scope that can be compensated.
    case compensation(activity: ElementID?, waits: Bool)
    case link(LinkName)
    case cancel
    case terminate
}

/// How many triggers an event has, and whether one is enough.
public enum Triggers: Hashable, Sendable {
    case none
    case one(Trigger)
    /// *Multiple*: the first that happens.
    case any([Trigger])
    /// *Parallel multiple*: only when all have happened.
    case all([Trigger])

    public var list: [Trigger] {
        switch self {
        case .none: []
        case .one(let trigger): [trigger]
        case .any(let triggers), .all(let triggers): triggers
        }
    }
}

/// The name by which link events find each other within a scope.
public struct LinkName: Hashable, Sendable {
    public var text: String
    /// Ids of the link events on the other side, where the file names them.
    public var others: [ElementID]
}

/// Where a process or event sub-process begins.
public struct StartEvent: Hashable, Sendable {
    public var triggers: Triggers
    /// Whether an event sub-process that it starts stops the scope around it.
    public var isInterrupting: Bool
    public var data: EventData
}

/// Where a way through the process ends; no outcome is a plain end, several are a *multiple* end.
public struct EndEvent: Hashable, Sendable {
    public var outcomes: [Outcome]
    public var data: EventData
}

/// An event in the flow that waits.
public struct CatchEvent: Hashable, Sendable {
    public var triggers: Triggers
    public var data: EventData
}

/// An event in the flow that makes something known; no outcome is a milestone.
public struct ThrowEvent: Hashable, Sendable {
    public var outcomes: [Outcome]
    public var data: EventData
}

/// An event on the edge of an activity.
public struct BoundaryEvent: Hashable, Sendable {
    public var triggers: Triggers
    /// `cancelActivity`: whether it stops the activity.
    public var isInterrupting: Bool
    public var host: ElementID
    public var data: EventData
}

/// Data that an event hands on or takes along.
public struct EventData: Hashable, Sendable {
    public var associations: [DataAssociation] = []
}

/// A moment or moments in time (10.5.5.15), in ISO 8601 or as an expression.
public enum TimerRule: Hashable, Sendable {
    case date(ModelExpression)
    case duration(ModelExpression)
    case cycle(ModelExpression)
    /// A timer that the file draws without saying when.
    case unspecified
}
