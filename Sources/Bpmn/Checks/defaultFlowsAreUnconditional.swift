import Basics

/// A condition on a default flow, or after a parallel gateway, is never asked (8.4.13).
func defaultFlowsAreUnconditional(_ place: CheckedScope) -> [Diagnostic] {
    place.scope.flows.compactMap { flow in
        guard flow.condition != nil, let source = place.scope.nodes[flow.source] else { return nil }
        if source.defaultFlow == flow.id {
            return Diagnostic(.warning, "idle-condition", flow, "is the default, so its condition is never asked")
        }
        switch source.gateway {
        case .parallel, .eventBased:
            return Diagnostic(.warning, "idle-condition", flow, "leaves \(source.title), which asks no conditions")
        case .exclusive, .inclusive, .complex, nil: return nil
        }
    }
}
