extension ProcessInstance {
    /// The signals of other instances that are awaited here (BPMN 10.5.1: a signal reaches all that can catch it).
    public func openSignals(in library: ProcessLibrary) -> Set<String> {
        guard elements.hasWait(where: { if case .signal = $0.what { true } else { false } }) else { return [] }
        var found: Set<String> = []
        for element in elements where !element.waits.isEmpty {
            for wait in element.waits {
                guard case .signal(let name) = wait.what, !found.contains(name) else { continue }
                guard library[definitions[element.process]]?.graph.ownSignals.contains(name) != true else { continue }
                found.insert(name)
            }
        }
        return found
    }
}
