import Basics

/// A link jumps to the one link event of its name in the same scope (10.5.4).
func linksMeet(_ place: CheckedScope) -> [Diagnostic] {
    let targets = Dictionary(grouping: place.nodes.filter { $0.caughtLink != nil }) { $0.caughtLink?.text ?? "" }
    let thrown = place.nodes.filter { $0.thrownLink != nil }
    let names = Set(thrown.compactMap { $0.thrownLink?.text })
    let lost = thrown.filter { targets[$0.thrownLink?.text ?? ""] == nil }.map {
        Diagnostic(
            .error, "link", $0, "jumps to \"\($0.thrownLink?.text ?? "")\", and no link event of that name waits here")
    }
    let doubled = targets.values.filter { $0.count > 1 }.flatMap { $0 }.map {
        Diagnostic(.error, "link", $0, "has the same link name as another; give each target a name of its own")
    }
    let idle = targets.filter { !names.contains($0.key) }.values.flatMap { $0 }.map {
        Diagnostic(.warning, "link", $0, "waits for a link that nothing jumps to")
    }
    return lost + doubled + idle
}
