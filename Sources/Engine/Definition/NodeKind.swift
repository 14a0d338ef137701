/// What a node does when it is reached; small, because every step looks at it.
public enum NodeKind: Sendable {
    case start(Catching, isInterrupting: Bool)
    case end([Throwing])
    case catching(Catching)
    case throwing([Throwing])
    case boundary(Catching, host: Int, isInterrupting: Bool)
    case userTask(Shared<UserWork>)
    case serviceTask(Shared<ServiceWork>)
    case scriptTask(Shared<ScriptWork>)
    case ruleTask(Shared<RuleWork>)
    case sendTask(message: String?)
    case receiveTask(message: String)
    /// A task that asks nothing of anybody.
    case emptyTask
    case exclusiveGateway(byPerson: Bool)
    case inclusiveGateway(byPerson: Bool)
    case parallelGateway
    case eventGateway(isParallel: Bool)
    indirect case complexGateway(activation: Formula?)
    case subProcess(scope: Int, SubProcessRule)
    case callActivity(Shared<CallRule>)
}

extension NodeKind {
    /// Whether it is an activity (BPMN 2.0.2, 10.3), and neither an event nor a gateway.
    public var isActivity: Bool {
        switch self {
        case .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask, .emptyTask, .subProcess,
            .callActivity:
            true
        case .start, .end, .catching, .throwing, .boundary, .exclusiveGateway, .inclusiveGateway, .parallelGateway,
            .eventGateway, .complexGateway:
            false
        }
    }
}

/// What kind of sub-process.
public enum SubProcessRule: Sendable {
    case embedded, event, transaction
    indirect case adHoc(AdHocRule)
}

/// What an event waits for.
public struct Catching: Sendable {
    let triggers: [TriggerRule]
    /// Whether all of them have to come, instead of the first.
    let needsAll: Bool

    static let nothing = Catching(triggers: [], needsAll: false)
    var isNone: Bool { triggers.isEmpty }
}

/// One thing that sets an event off (BPMN 10.5.5).
public enum TriggerRule: Sendable {
    case message(String)
    /// Whether it comes again and again: only a cycle does (BPMN table 10.101).
    case timer(Formula, repeats: Bool)
    case signal(String)
    case condition(Formula)
    /// Any error when no code is given.
    case error(code: String?, codeVariable: String?, messageVariable: String?)
    case escalation(code: String?)
    case compensation
    case cancel
    case link(String)
}

/// One thing that an event brings about (BPMN 10.5.5).
public enum Throwing: Sendable {
    case message(String)
    case service(ServiceWork)
    case signal(String)
    case error(code: String)
    case escalation(code: String)
    case compensation(node: Int?, waits: Bool)
    case cancel
    case terminate
    case link(String)
}
