import Basics

/// An ad-hoc sub-process has no start or end events (10.3.5.2).
func adHocHasNoEnds(_ place: CheckedScope) -> [Diagnostic] {
    guard place.isAdHoc else { return [] }
    return place.nodes.compactMap { node in
        switch node.kind {
        case .start, .end:
            Diagnostic(
                .warning, "ad-hoc", node, "has no place in an ad-hoc sub-process, where order is free; take it away")
        case .catching, .throwing, .boundary, .activity, .gateway, .choreography: nil
        }
    }
}
