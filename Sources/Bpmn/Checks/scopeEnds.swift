import Basics

/// Some way through a scope must end (10.5.3).
func scopeEnds(_ place: CheckedScope) -> [Diagnostic] {
    guard !place.nodes.isEmpty, !place.isAdHoc else { return [] }
    let ends = place.nodes.contains { $0.outgoing.isEmpty && $0.thrownLink == nil && $0.boundaryEvent == nil }
    if ends { return [] }
    let message: Phrase = "never ends: every node leads on to another; draw an end event"
    let line = place.owner?.line ?? place.process.line
    return [Diagnostic(.warning, "no-end", message, line: line, element: place.owner?.title ?? place.process.id.text)]
}
