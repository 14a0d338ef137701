import Basics

/// A scope needs somewhere to begin: a start event, or a node that no flow leads to (10.5.2).
func scopeBegins(_ place: CheckedScope) -> [Diagnostic] {
    guard !place.isAdHoc, place.owner.map({ $0.choreographyKind == nil }) ?? true else { return [] }
    if place.nodes.isEmpty {
        let message: Phrase = "is empty; nothing would happen"
        if let owner = place.owner { return [Diagnostic(.note, "empty-scope", owner, message)] }
        return [Diagnostic(.note, "empty-scope", message, line: place.process.line, element: place.process.id.text)]
    }
    let starts = place.nodes.filter { $0.startEvent != nil }
    let beginnings = place.nodes.filter { $0.beginsByItself }
    let line = place.owner?.line ?? place.process.line
    let element = place.owner?.title ?? place.process.id.text
    if starts.isEmpty, beginnings.isEmpty {
        return [Diagnostic(.error, "no-start", "has no start; draw a start event", line: line, element: element)]
    }
    if starts.isEmpty {
        let names = beginnings.map(\.title).joined(separator: ", ")
        let message: Phrase = "has no start event; it begins at \(names), as no flow leads there"
        return [Diagnostic(.note, "implicit-start", message, line: line, element: element)]
    }
    return []
}

extension FlowNode {
    /// Without a flow that leads to it, and not waiting for something else to call it.
    var beginsByItself: Bool {
        incoming.isEmpty && boundaryEvent == nil && !isEventSubProcess && !isCompensationHandler && caughtLink == nil
            && startEvent == nil
    }

    var choreographyKind: ChoreographyActivity? {
        if case .choreography(let activity) = kind { activity } else { nil }
    }
}
