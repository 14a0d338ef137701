import Basics

/// A gateway parts ways or joins them; with one way in and one out it does nothing.
func gatewaysPartOrJoin(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.compactMap { node in
        guard node.gateway != nil else { return nil }
        if node.outgoing.isEmpty {
            return Diagnostic(place.whenRun, "gateway-without-way-out", node, "leads nowhere; draw a flow from it")
        }
        guard node.incoming.count < 2, node.outgoing.count < 2 else { return nil }
        return Diagnostic(
            .warning, "gateway-one-way", node, "has one way in and one way out; take it away or draw the other")
    }
}
