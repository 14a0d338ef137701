/// Work in a process (10.3): what it is, and what holds for every kind of it.
public struct Activity: Hashable, Sendable {
    public var kind: ActivityKind
    public var loop: Loop?
    public var isForCompensation: Bool
    /// Flows that must have arrived before it begins (13.3.2).
    public var startQuantity: Int
    /// How often its outgoing flow is taken when it is done.
    public var completionQuantity: Int
    public var defaultFlow: FlowID?
    public var data: ActivityData
}

/// What kind of work an activity is.
public indirect enum ActivityKind: Hashable, Sendable {
    case task(TaskKind)
    case call(CallActivity)
    case subProcess(SubProcess)
}

/// What kind of work a task is (10.3.3).
public enum TaskKind: Hashable, Sendable {
    case none
    case user
    case manual
    case service(operation: ServiceOperation?)
    case send(MessageUse)
    case receive(MessageUse, instantiates: Bool)
    case script(Script)
    /// The decision stands in the settings (`calledDecision`).
    case businessRule
}

/// A script and the language it is in (`scriptFormat`, or FEEL from `zeebe:script`).
public struct Script: Hashable, Sendable {
    public var text: String?
    public var format: String?
    public var line: Int
}

/// A call of another process or global task (10.3.6).
public struct CallActivity: Hashable, Sendable {
    /// The id called, without its prefix; `nil` when the file names none.
    public var called: ElementID?
    /// Whether the id is found in this file.
    public var isHere: Bool
}

/// Work that is a process itself (10.3.5).
public struct SubProcess: Hashable, Sendable {
    public var kind: SubProcessKind
    public var scope: Scope
}

/// What kind of sub-process.
public enum SubProcessKind: Hashable, Sendable {
    case embedded
    /// `triggeredByEvent`: starts by itself when its start event happens.
    case event
    case transaction(method: String?)
    case adHoc(AdHoc)
}

/// Activities in any order, until a condition holds or a person says done (10.3.5.2).
public struct AdHoc: Hashable, Sendable {
    public var isSequential: Bool
    public var completionCondition: ModelExpression?
    public var cancelsRemaining: Bool
}
