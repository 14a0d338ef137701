import Basics
import Bpmn

extension TriggerRule {
    /// Whether it is something that an instance waits for, and not what finds its catching event by itself.
    fileprivate var isAwaited: Bool {
        switch self {
        case .message, .timer, .signal, .condition: true
        case .error, .escalation, .compensation, .cancel, .link: false
        }
    }
}

extension Compiler {
    mutating func kind(of node: FlowNode, _ draft: NodeDraft) -> NodeKind {
        switch node.kind {
        case .start(let event): return .start(catching(event.triggers, node), isInterrupting: event.isInterrupting)
        case .end(let event): return .end(outcomes(event.outcomes, node))
        case .catching(let event): return .catching(catching(event.triggers, node))
        case .throwing(let event): return .throwing(outcomes(event.outcomes, node))
        case .boundary(let event):
            guard let host = place(event.host) else {
                refuse("boundary-without-activity", "hangs on no activity", node.line, node.id.text)
                return .catching(.nothing)
            }
            return .boundary(catching(event.triggers, node), host: host, isInterrupting: event.isInterrupting)
        case .activity(let activity): return kind(of: activity, node, draft)
        case .gateway(let gateway): return kind(of: gateway, node, draft)
        case .choreography:
            refuse("choreography", "a choreography is drawn but does not run: draw a process", node.line, node.id.text)
            return .emptyTask
        }
    }

    private mutating func catching(_ triggers: Triggers, _ node: FlowNode) -> Catching {
        let rules = triggers.list.compactMap { rule($0, node) }
        if case .all = triggers {
            if !rules.allSatisfy(\.isAwaited) {
                refuse(
                    "parallel-multiple",
                    "can need messages, signals, timers and conditions together; draw the error, escalation, compensation or cancel event by itself",
                    node.line, node.id.text)
            }
            return Catching(triggers: rules, needsAll: true)
        }
        return Catching(triggers: rules, needsAll: false)
    }

    private mutating func rule(_ trigger: Trigger, _ node: FlowNode) -> TriggerRule? {
        let settings = node.settings
        switch trigger {
        case .message(let use): return .message(use.name ?? node.name ?? node.id.text)
        case .timer(let rule): return timer(rule, node)
        case .error(let kind):
            return .error(
                code: kind.flatMap { $0.code ?? $0.id.text }, codeVariable: settings.errorCodeVariable,
                messageVariable: settings.errorMessageVariable)
        case .escalation(let kind): return .escalation(code: kind.flatMap { $0.code ?? $0.id.text })
        case .signal(let signal): return .signal(signal.map { $0.name ?? $0.id.text } ?? node.name ?? node.id.text)
        case .conditional(let condition): return formula(condition, of: node.id.text).map { .condition($0) }
        case .compensation: return .compensation
        case .link(let name): return .link(name.text)
        case .cancel: return .cancel
        }
    }

    private mutating func timer(_ rule: TimerRule, _ node: FlowNode) -> TriggerRule? {
        switch rule {
        case .date(let text), .duration(let text), .cycle(let text):
            guard let formula = setting(text, of: node) else { return nil }
            if Formula.expression(in: text.text) == nil, TimerText(formula.source) == nil {
                refuse("timer", "\(formula.source) is no ISO 8601 duration, date or cycle", text.line, node.id.text)
            }
            return .timer(formula, repeats: rule.isCycle)
        case .unspecified:
            refuse("timer", "does not say when: give a duration, date or cycle in ISO 8601", node.line, node.id.text)
            return nil
        }
    }

    mutating func outcomes(_ outcomes: [Bpmn.Outcome], _ node: FlowNode) -> [Throwing] {
        outcomes.compactMap { throwing($0, node) }
    }

    mutating func throwing(_ outcome: Bpmn.Outcome, _ node: FlowNode) -> Throwing? {
        switch outcome {
        case .message(let use):
            if let type = node.settings.taskType, use.operation == nil { return .service(service(type, node)) }
            return .message(use.name ?? node.name ?? node.id.text)
        case .error(let kind): return .error(code: kind.map { $0.code ?? $0.id.text } ?? "")
        case .escalation(let kind): return .escalation(code: kind.map { $0.code ?? $0.id.text } ?? "")
        case .signal(let signal): return .signal(signal.map { $0.name ?? $0.id.text } ?? node.name ?? node.id.text)
        case .compensation(let activity, let waits):
            return .compensation(node: activity.flatMap { place($0) }, waits: waits)
        case .link(let name): return .link(name.text)
        case .cancel: return .cancel
        case .terminate: return .terminate
        }
    }
}

extension TimerRule {
    fileprivate var isCycle: Bool {
        switch self {
        case .cycle: true
        case .date, .duration, .unspecified: false
        }
    }
}
