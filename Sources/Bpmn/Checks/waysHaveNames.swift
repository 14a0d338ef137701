import Basics

/// Where a person chooses, every way needs a name to choose by.
func waysHaveNames(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.flatMap { node -> [Diagnostic] in
        guard node.outgoing.count > 1 else { return [] }
        switch node.gateway {
        case .exclusive, .inclusive: break
        case .parallel, .eventBased, .complex, nil: return []
        }
        let ways = place.scope.outgoing(of: node.id)
        guard ways.allSatisfy({ $0.condition == nil || $0.id == node.defaultFlow }) else { return [] }
        return ways.filter { ($0.name ?? "").trimmed.isEmpty }.map {
            Diagnostic(.note, "unnamed-way", $0, "has no name, and a person has to choose it; name it after the answer")
        }
    }
}
