extension ProcessDefinition {
    /// Whether a message or signal from elsewhere begins this process; a signal that it throws itself does not.
    public func begins(at point: StartPoint) -> Bool {
        guard starts.contains(point) else { return false }
        if case .signal(let name) = point { return !graph.ownSignals.contains(name) }
        return true
    }
}
