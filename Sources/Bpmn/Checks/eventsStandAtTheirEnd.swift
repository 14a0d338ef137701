import Basics

/// No flow leads to a start event or away from an end event (10.5.2, 10.5.3).
func eventsStandAtTheirEnd(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.compactMap { node in
        switch node.kind {
        case .start where !node.incoming.isEmpty:
            Diagnostic(.error, "start-incoming", node, "is a start event with a flow that leads to it; take that away")
        case .end where !node.outgoing.isEmpty:
            Diagnostic(.error, "end-outgoing", node, "is an end event with a flow that leads on; take that away")
        case .start, .end, .catching, .throwing, .boundary, .activity, .gateway, .choreography: nil
        }
    }
}
