import Basics

/// What a drawing says of a node by a sign, beside what kind of node it is.
public enum NodeTrait: Hashable, Sendable {
    /// Again and again while a condition holds.
    case again
    /// Once for each of several, all at the same time or one after the other.
    case eachAtOnce, eachInTurn
    /// Undoes what was done before.
    case compensates
    /// A sub-process that begins by an event, not by a flow.
    case begunByEvent
    /// A start that leaves what stands around it going.
    case goesOnBeside
    /// What an event is about, and in the file's own words what precisely.
    case event(EventWord, what: String?)
    /// What sets it off is as a condition has it.
    case condition(String)
    /// The process or decision that it uses.
    case calls(String)
    /// Who decides at a gateway; by data although there are no conditions to decide by.
    case decided(Decider, lacksConditions: Bool)
    /// The picture that the drawing tool gives it.
    case icon(String)
}

/// What an event is about.
public enum EventWord: String, Hashable, Sendable, CaseIterable {
    case message, timer, error, escalation, signal, compensation, link, cancel, terminate, conditional, any, all
}

extension FlowNode {
    /// All that its signs say; `outgoing` are the flows that leave it.
    func traits(_ outgoing: [SequenceFlow]) -> [NodeTrait] {
        repeating + eventTraits + calling + deciding(outgoing) + (settings.iconName.map { [.icon($0)] } ?? [])
    }

    private var repeating: [NodeTrait] {
        guard let activity else { return [] }
        let rounds: [NodeTrait] =
            switch activity.loop {
            case .standard: [.again]
            case .multiInstance(let many): [many.isSequential ? .eachInTurn : .eachAtOnce]
            case nil: []
            }
        var isByEvent = false
        if case .subProcess(let inner) = activity.kind, case .event = inner.kind { isByEvent = true }
        return rounds + (activity.isForCompensation ? [.compensates] : []) + (isByEvent ? [.begunByEvent] : [])
    }

    private var calling: [NodeTrait] {
        guard let activity else { return [] }
        switch activity.kind {
        case .call(let call): return (settings.calledProcess ?? call.called?.text).map { [.calls($0)] } ?? []
        case .task(.businessRule): return settings.calledDecision.map { [.calls($0)] } ?? []
        case .task, .subProcess: return []
        }
    }

    private func deciding(_ outgoing: [SequenceFlow]) -> [NodeTrait] {
        guard let decider = settings.decider, gateway != nil, outgoing.count > 1 else { return [] }
        let isBare = outgoing.allSatisfy { $0.condition == nil && $0.id != defaultFlow }
        return [.decided(decider, lacksConditions: decider == .data && isBare)]
    }

    private var eventTraits: [NodeTrait] {
        switch kind {
        case .start(let event): event.triggers.traits + (event.isInterrupting ? [] : [.goesOnBeside])
        case .catching(let event): event.triggers.traits
        case .boundary(let event): event.triggers.traits
        case .throwing(let event): event.outcomes.map(\.trait)
        case .end(let event): event.outcomes.map(\.trait)
        case .activity(let activity): activity.kind.message.map { [.event(.message, what: $0)] } ?? []
        case .gateway, .choreography: []
        }
    }
}

extension ActivityKind {
    fileprivate var message: String? {
        switch self {
        case .task(.send(let use)), .task(.receive(let use, _)): use.name
        case .task, .call, .subProcess: nil
        }
    }
}

extension Triggers {
    fileprivate var traits: [NodeTrait] {
        switch self {
        case .none: []
        case .one(let trigger): [trigger.trait]
        case .any(let triggers): [.event(.any, what: nil)] + triggers.map(\.trait)
        case .all(let triggers): [.event(.all, what: nil)] + triggers.map(\.trait)
        }
    }
}

extension Trigger {
    fileprivate var trait: NodeTrait {
        switch self {
        case .message(let use): .event(.message, what: use.name)
        case .timer(let rule): .event(.timer, what: rule.text)
        case .error(let error): .event(.error, what: error?.name ?? error?.code)
        case .escalation(let escalation): .event(.escalation, what: escalation?.name ?? escalation?.code)
        case .signal(let signal): .event(.signal, what: signal?.name)
        case .conditional(let condition):
            condition.text.trimmed.isEmpty ? .event(.conditional, what: nil) : .condition(condition.text)
        case .compensation: .event(.compensation, what: nil)
        case .link(let name): .event(.link, what: name.text)
        case .cancel: .event(.cancel, what: nil)
        }
    }
}

extension Outcome {
    fileprivate var trait: NodeTrait {
        switch self {
        case .message(let use): .event(.message, what: use.name)
        case .error(let error): .event(.error, what: error?.name ?? error?.code)
        case .escalation(let escalation): .event(.escalation, what: escalation?.name ?? escalation?.code)
        case .signal(let signal): .event(.signal, what: signal?.name)
        case .compensation: .event(.compensation, what: nil)
        case .link(let name): .event(.link, what: name.text)
        case .cancel: .event(.cancel, what: nil)
        case .terminate: .event(.terminate, what: nil)
        }
    }
}

extension TimerRule {
    fileprivate var text: String? {
        switch self {
        case .date(let rule), .duration(let rule), .cycle(let rule): rule.text.trimmed
        case .unspecified: nil
        }
    }
}
