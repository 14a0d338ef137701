import Basics

/// Ways that part at an exclusive or inclusive gateway need conditions; with none at all, a person chooses.
func waysAreConditional(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.flatMap { node -> [Diagnostic] in
        guard node.outgoing.count > 1, node.gateway?.asksConditions ?? false else { return [] }
        let flows = place.scope.outgoing(of: node.id).filter { $0.id != node.defaultFlow }
        let bare = flows.filter { $0.condition == nil }
        if bare.count == flows.count, node.settings.decider == .data {
            let message: Phrase =
                "is a choice by the data, but its ways have no conditions; write them, or make it a decision of a person"
            return [Diagnostic(.warning, "choice-without-conditions", node, message)]
        }
        if bare.count == flows.count {
            return [Diagnostic(.note, "choice-for-a-person", node, "has ways without conditions; a person will choose")]
        }
        if !bare.isEmpty {
            return bare.map {
                let message: Phrase =
                    "has no condition, while other ways from \(node.title) have; add one, or make it the default"
                return Diagnostic(.warning, "missing-condition", $0, message)
            }
        }
        if node.defaultFlow != nil { return [] }
        return [
            Diagnostic(.note, "no-default", node, "has no default; where no condition holds, it waits for a person")
        ]
    }
}

extension Gateway {
    fileprivate var asksConditions: Bool {
        switch self {
        case .exclusive, .inclusive, .complex: true
        case .parallel, .eventBased: false
        }
    }
}
