public import Basics

extension Definitions {
    /// All that the rules of BPMN find wrong or remarkable in this model, in the order of the file.
    public func check() -> [Diagnostic] {
        let surroundings = Surroundings(self)
        let all = processes.flatMap { process in
            process.scope.allScopes.flatMap { scope in
                let place = CheckedScope(scope, of: process, in: surroundings)
                return ScopeRules.all.flatMap { $0(place) }
            }
        }
        return (all + messageFlowsCrossPools(self)).inFileOrder
    }
}

extension BpmnReading {
    /// What was met while reading, and what the rules say.
    public func check() -> [Diagnostic] { (diagnostics + definitions.check()).inFileOrder }
}

/// Every rule about a scope; each stands in a file of its own.
enum ScopeRules {
    static let all: [@Sendable (CheckedScope) -> [Diagnostic]] = [
        scopeBegins, scopeEnds, everyNodeIsReached, flowsStayInScope, boundaryEventsHaveHosts, boundaryTriggersFit,
        startTriggersFit, eventsFitTheFlow, eventsStandAtTheirEnd, cancelStaysInTransaction, gatewaysPartOrJoin,
        waysAreConditional,
        defaultFlowsAreUnconditional, waysHaveNames, eventGatewaysLeadToEvents, linksMeet,
        eventSubProcessesStandApart, compensationHandlersStandApart, quantitiesArePositive, loopsHaveAMeasure,
        timersSayWhen, eventsSayWhat, workIsNamed, callsNameAProcess, nodesStandInOneLane, adHocHasNoEnds,
        oneStartIsPlain,
    ]
}

/// What is known of a whole file before its scopes are checked.
struct Surroundings {
    /// The process of each node.
    private(set) var homes: [ElementID: ElementID] = [:]
    /// The node around each inner scope.
    private(set) var owners: [ElementID: FlowNode] = [:]

    init(_ definitions: Definitions) {
        for process in definitions.processes {
            for node in process.scope.allNodes {
                homes[node.id] = process.id
                if let inside = node.innerScope { owners[inside.id] = node }
            }
        }
    }
}

/// A scope with what a rule needs to know of its surroundings.
struct CheckedScope {
    let scope: Scope
    let process: BusinessProcess
    /// The node whose inside this is; `nil` for a process.
    let owner: FlowNode?
    let surroundings: Surroundings

    init(_ scope: Scope, of process: BusinessProcess, in surroundings: Surroundings) {
        self.scope = scope
        self.process = process
        self.surroundings = surroundings
        owner = process.scope.id == scope.id ? nil : surroundings.owners[scope.id]
    }

    var nodes: [FlowNode] { scope.nodes.all }

    /// A flaw that only matters when the process runs is no more than a note on a drawing.
    var whenRun: Diagnostic.Severity { process.isExecutable ? .error : .note }

    var subProcess: SubProcess? {
        if case .subProcess(let subProcess) = owner?.activity?.kind { subProcess } else { nil }
    }

    var isAdHoc: Bool {
        if case .adHoc = subProcess?.kind { true } else { false }
    }
}

extension Diagnostic {
    init(_ severity: Severity, _ code: String, _ node: FlowNode, _ message: Phrase) {
        self.init(severity, code, message, line: node.line, element: node.title)
    }

    init(_ severity: Severity, _ code: String, _ flow: SequenceFlow, _ message: Phrase) {
        let name = flow.name.map { "\"\($0.oneLine)\" " } ?? ""
        self.init(severity, code, message, line: flow.line, element: "flow \(name)(\(flow.id))")
    }
}

extension FlowNode {
    var startEvent: StartEvent? {
        if case .start(let event) = kind { event } else { nil }
    }

    var boundaryEvent: BoundaryEvent? {
        if case .boundary(let event) = kind { event } else { nil }
    }

    var gateway: Gateway? {
        if case .gateway(let gateway) = kind { gateway } else { nil }
    }

    var subProcessKind: SubProcessKind? {
        if case .subProcess(let subProcess) = activity?.kind { subProcess.kind } else { nil }
    }

    /// Starts by itself when something happens, so that no flow leads to it.
    var isEventSubProcess: Bool { subProcessKind == .event }

    var isCompensationHandler: Bool { activity?.isForCompensation ?? false }

    /// What it waits for, whatever kind of event it is.
    var triggers: [Trigger] {
        switch kind {
        case .start(let event): event.triggers.list
        case .catching(let event): event.triggers.list
        case .boundary(let event): event.triggers.list
        case .end, .throwing, .activity, .gateway, .choreography: []
        }
    }

    /// What it brings about.
    var outcomes: [Outcome] {
        switch kind {
        case .end(let event): event.outcomes
        case .throwing(let event): event.outcomes
        case .start, .catching, .boundary, .activity, .gateway, .choreography: []
        }
    }

    /// A link event that a link elsewhere in the scope jumps to.
    var caughtLink: LinkName? {
        guard case .catching(let event) = kind else { return nil }
        for case .link(let name) in event.triggers.list { return name }
        return nil
    }

    var thrownLink: LinkName? {
        for case .link(let name) in outcomes { return name }
        return nil
    }
}
