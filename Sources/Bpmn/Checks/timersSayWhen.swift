import Basics

/// A timer names a date, duration or cycle in ISO 8601, or an expression (10.5.5.15).
func timersSayWhen(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.flatMap { node in
        node.triggers.compactMap { trigger -> Diagnostic? in
            guard case .timer(let rule) = trigger else { return nil }
            switch rule {
            case .unspecified: return Diagnostic(place.whenRun, "timer", node, "does not say when; give it a time")
            case .date(let text): return flaw(node, place, text, "a date such as 2026-03-01T09:00:00Z") { $0.isDate }
            case .duration(let text): return flaw(node, place, text, "a duration such as P14D") { $0.hasPrefix("P") }
            case .cycle(let text):
                return flaw(node, place, text, "a cycle such as R3/P7D") { $0.hasPrefix("R") || $0.isCron }
            }
        }
    }
}

private func flaw(
    _ node: FlowNode, _ place: CheckedScope, _ expression: ModelExpression, _ expected: String,
    _ isFine: (String) -> Bool
) -> Diagnostic? {
    let text = expression.text
    if isFine(text) || !text.looksLikeTime { return nil }
    return Diagnostic(place.whenRun, "timer", node, "says \"\(text)\", which is not \(expected)")
}

extension String {
    /// Neither a name nor an expression: it should have been a time.
    fileprivate var looksLikeTime: Bool {
        guard let first = unicodeScalars.first else { return false }
        return ("0"..."9").contains(first) || (first == "P" && !contains("(")) || hasPrefix("R/")
    }

    fileprivate var isDate: Bool { split(separator: "-").first?.count == 4 && contains("-") }
    fileprivate var isCron: Bool { split(separator: " ").count >= 5 || hasPrefix("P") }
}
