import Basics

/// What no way leads to can never happen.
func everyNodeIsReached(_ place: CheckedScope) -> [Diagnostic] {
    if place.isAdHoc { return [] }
    let reached = place.scope.reached
    return place.nodes.filter { !reached.contains($0.id) }.map {
        let severity = $0.beginsByItself ? place.whenRun : .error
        return Diagnostic(severity, "unreachable", $0, "can never be reached: no way leads here from a start")
    }
}

extension Scope {
    /// All that can be reached from where the scope begins, over flows, boundary events and links.
    var reached: Set<ElementID> {
        var reached: Set<ElementID> = []
        let hasStart = nodes.contains { $0.startEvent != nil }
        var next = nodes.filter { $0.begins(beside: hasStart) || $0.isEventSubProcess }.map(\.id)
        let links = Dictionary(grouping: nodes.filter { $0.caughtLink != nil }) { $0.caughtLink?.text }
        while let id = next.popLast() {
            guard reached.insert(id).inserted, let node = nodes[id] else { continue }
            next += outgoing(of: id).map(\.target) + node.boundary
            if let link = node.thrownLink { next += links[link.text, default: []].map(\.id) }
            if node.boundaryEvent != nil { next += handlers(of: id) }
        }
        return reached
    }

    /// The compensation handlers that a boundary event is associated with.
    func handlers(of boundary: ElementID) -> [ElementID] {
        artifacts.associations.filter { $0.source == boundary }.map(\.target)
            + artifacts.associations.filter { $0.target == boundary }.map(\.source)
    }
}

extension FlowNode {
    /// Whether a scope begins here; where there is a start event nothing else begins, but what starts a process itself (10.5.2).
    fileprivate func begins(beside hasStart: Bool) -> Bool {
        if startEvent != nil { return true }
        guard beginsByItself else { return false }
        if case .task(.receive(_, instantiates: true)) = activity?.kind { return true }
        if case .eventBased(let gateway) = gateway, gateway.instantiates { return true }
        return !hasStart
    }
}
