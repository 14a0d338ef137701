/// What Camunda, Zeebe, Flowable and the standard say about running an element, in one vocabulary.
///
/// Values are text as the file has it: a leading `=` or `${…}` makes it an expression.
public struct Settings: Hashable, Sendable {
    public var assignee: String?
    public var candidateGroups: [String] = []
    public var candidateUsers: [String] = []
    /// The form of a user task or start event (`formId`, `formKey`).
    public var form: String?
    public var dueDate: String?
    public var followUpDate: String?
    public var priority: String?
    public var retries: String?
    /// The work that a service task names: `zeebe:taskDefinition type`, `camunda:topic`, `flowable:topic`, or the operation's name.
    public var taskType: String?
    public var headers: [Header] = []
    public var inputs: [Mapping] = []
    public var outputs: [Mapping] = []
    /// Whether a call hands over all variables, and takes all back.
    public var passesAllIn: Bool?
    public var passesAllOut: Bool?
    public var calledProcess: String?
    public var calledDecision: String?
    /// Which version a call binds to: `latest`, `deployment`, `version`, `versionTag` with its value.
    public var binding: Binding?
    /// The variable that takes the result of a script, decision or service.
    public var resultVariable: String?
    /// A FEEL or JUEL expression that is the whole work (`zeebe:script expression`, `camunda:expression`).
    public var expression: String?
    /// The code that an error boundary catches or throws is stored in these.
    public var errorCodeVariable: String?
    public var errorMessageVariable: String?
    public var mapDecisionResult: String?
    /// The icon that the modelling tool shows on a task, by its own name.
    public var icon: String?
    /// Who decides at a gateway, where the tool (Engage Process) tells a decision from a choice.
    public var decider: Decider?
    public var properties: [Header] = []
    /// For whom the message is that it sends, and how long that may wait.
    public var publishing = Publishing()

    public init() {}
}

/// A name and value handed to a worker unchanged.
public struct Header: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A value that goes in or out of an activity under a name.
public struct Mapping: Hashable, Sendable {
    public var source: String
    public var target: String

    public init(source: String, target: String) {
        self.source = source
        self.target = target
    }
}

/// Which version of a process or decision is called.
public struct Binding: Hashable, Sendable {
    public var kind: String
    public var value: String?

    public init(kind: String, value: String?) {
        self.kind = kind
        self.value = value
    }
}

/// Who decides which way a gateway goes.
public enum Decider: Hashable, Sendable {
    /// Engage Process: *decision*.
    case person
    /// Engage Process: *choice*.
    case data
}
