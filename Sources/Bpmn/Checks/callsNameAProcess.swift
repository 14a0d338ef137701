import Basics

/// A call activity says what it calls (10.3.6).
func callsNameAProcess(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.compactMap { node in
        guard case .call(let call) = node.activity?.kind else { return nil }
        guard let called = call.called else {
            if node.settings.calledProcess != nil || node.settings.calledDecision != nil { return nil }
            let message: Phrase = "calls nothing; name the process or global task that it calls"
            return Diagnostic(place.whenRun, "unnamed-call", node, message)
        }
        if call.isHere { return nil }
        return Diagnostic(.note, "call-elsewhere", node, "calls \(called), which must come from another file")
    }
}
