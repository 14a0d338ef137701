import Basics

extension Run {
    /// Carries out a command, and goes on until everything waits.
    mutating func carryOut(_ command: Command) throws(EngineRefusal) {
        try begin(command)
        settle()
    }

    private mutating func begin(_ command: Command) throws(EngineRefusal) {
        if case .start(let variables, let point) = command { return try start(variables, at: point) }
        guard instance.status == .running else { throw .notRunning }
        switch command {
        case .start: break
        case .completeTask(let id, let variables): try completeTask(id, variables)
        case .completeService(let id, let variables): try completeService(id, variables)
        case .failService(let id, let reason, let retriesLeft): try failService(id, reason, retriesLeft)
        case .postponeService(let id, let due): try postponeService(id, until: due)
        case .throwError(let id, let code, let message):
            _ = try working(id)
            withdrawBefore(id)
            throwError(code, message: message, by: id)
        case .escalate(let id, let code):
            _ = try working(id)
            escalate(code, by: id)
        case .fireTimer(let id): try fire(id)
        case .deliverMessage(let name, let key, let variables): try deliver(name, key, variables)
        case .broadcastSignal(let name, let variables): try broadcast(name, variables)
        case .choose(let id, let flows): try choose(flows, at: id)
        case .begin(let id, let activity): try begin(activity, in: id)
        case .finish(let id): try finishAdHoc(id)
        case .setVariables(let variables, let scope): try setVariables(variables, in: scope)
        case .resolveIncident(let id, let variables): try resolve(id, variables)
        case .chooseInstead(let id, let flow): try choose(flow, at: id)
        case .move(let id, let target, let reason): try move(id, to: target, reason: reason)
        case .cancel(let reason): endWhole(.cancelled(reason: reason))
        case .migrate(let key): try migrate(to: key)
        }
    }

    /// The node of an element instance that is at work.
    func working(_ id: ElementInstance.ID) throws(EngineRefusal) -> Node {
        guard let index = instance.elements.index(of: id), let node = node(at: id) else { throw .noSuchElement(id) }
        guard instance.elements[at: index].phase == .working, instance.elements[at: index].loopCounts == nil else {
            throw .notWaiting(id)
        }
        return node
    }

    private mutating func withdrawBefore(_ id: ElementInstance.ID) {
        clearIncidents(of: id)
    }
}
