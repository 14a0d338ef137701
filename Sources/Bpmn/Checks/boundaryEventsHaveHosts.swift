import Basics

/// A boundary event hangs on an activity of its own scope, and no flow leads to it (10.5.4).
func boundaryEventsHaveHosts(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.flatMap { node -> [Diagnostic] in
        guard let event = node.boundaryEvent else { return [] }
        var flaws: [Diagnostic] = []
        if place.scope.nodes[event.host]?.activity == nil {
            let message: Phrase =
                "is attached to \(event.host), which is no activity in the same scope; attach it to one"
            flaws.append(Diagnostic(.error, "boundary-without-host", node, message))
        }
        if !node.incoming.isEmpty {
            flaws.append(
                Diagnostic(.error, "boundary-incoming", node, "has a flow that leads to it; take the flow away"))
        }
        return flaws
    }
}
