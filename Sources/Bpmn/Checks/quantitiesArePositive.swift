import Basics

/// Quantities are at least one, and a loop's maximum is not negative (tables 10.3 and 10.27).
func quantitiesArePositive(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.flatMap { node -> [Diagnostic] in
        guard let activity = node.activity else { return [] }
        var flaws: [Diagnostic] = []
        for (word, value) in [
            ("startQuantity", activity.startQuantity), ("completionQuantity", activity.completionQuantity),
        ]
        where value < 1 {
            flaws.append(Diagnostic(.error, "quantity", node, "has \(word) \(value), should be at least 1"))
        }
        if case .standard(let loop) = activity.loop, let maximum = loop.maximum, maximum < 0 {
            flaws.append(Diagnostic(.error, "quantity", node, "has loopMaximum \(maximum), should not be negative"))
        }
        return flaws
    }
}
