import Basics

/// An activity for compensation is reached by its association only (10.7).
func compensationHandlersStandApart(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.filter { $0.isCompensationHandler && !($0.incoming.isEmpty && $0.outgoing.isEmpty) }.map {
        Diagnostic(.error, "compensation-flow", $0, "is for compensation, so no flow may lead to or from it")
    }
}
