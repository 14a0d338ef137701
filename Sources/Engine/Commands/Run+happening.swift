import Basics

extension Run {
    mutating func fire(_ id: Wait.ID) throws(EngineRefusal) {
        guard let wait = instance.elements.wait(id),
            case .timer(let due, _) = wait.what
        else { throw .noSuchTimer(id) }
        guard due <= now else { throw .notDue(id) }
        meet(wait, variables: [:])
    }

    /// A message comes to all in this instance that await it now, in the order in which they began to; one that carries a key
    /// only to those that await that key or any.
    mutating func deliver(_ name: String, _ key: String?, _ variables: [String: JSON]) throws(EngineRefusal) {
        let waits = waits(where: { $0 == .message(name) }).filter {
            $0.fits(key) && instance.belongs(name, variables, to: $0, graphs, now: now)
        }
        guard !waits.isEmpty else { throw .nobodyAwaits(name) }
        for wait in waits where correlate(name, variables, at: wait.id.element) { meet(wait, variables: variables) }
    }

    mutating func broadcast(_ name: String, _ variables: [String: JSON]) throws(EngineRefusal) {
        guard !waits(where: { $0 == .signal(name) }).isEmpty else { throw .nobodyAwaits(name) }
        receiveSignal(name, variables: variables)
    }
}
