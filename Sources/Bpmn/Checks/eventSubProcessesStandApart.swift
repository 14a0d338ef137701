import Basics

/// An event sub-process has one start event and no flows or boundary events (10.3.5.1).
func eventSubProcessesStandApart(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.filter(\.isEventSubProcess).flatMap { node -> [Diagnostic] in
        var flaws: [Diagnostic] = []
        if !node.incoming.isEmpty || !node.outgoing.isEmpty || !node.boundary.isEmpty {
            let message: Phrase = "is started by its event; flows and boundary events do not belong on it"
            flaws.append(Diagnostic(.error, "event-sub-process", node, message))
        }
        let starts = node.innerScope?.nodes.filter { $0.startEvent != nil }.count ?? 0
        if starts != 1 {
            flaws.append(Diagnostic(.error, "event-sub-process", node, "has \(starts) start events, should have one"))
        }
        return flaws
    }
}
