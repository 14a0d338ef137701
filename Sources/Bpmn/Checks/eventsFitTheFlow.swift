import Basics

/// What an event in the flow may wait for and bring about (table 10.89); errors, cancels and terminations end a way.
func eventsFitTheFlow(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.compactMap { node in
        switch node.kind {
        case .catching(let event):
            event.triggers.list.firstNonNil(\.caughtOnlyOnEdge).map {
                Diagnostic(
                    place.whenRun, "misplaced-event", node, "waits for \($0) in the flow; put it on an activity's edge")
            }
        case .throwing(let event):
            event.outcomes.firstNonNil(\.onlyAtTheEnd).map {
                Diagnostic(place.whenRun, "misplaced-event", node, "\($0) and goes on; make it an end event")
            }
        case .start, .end, .boundary, .activity, .gateway, .choreography: nil
        }
    }
}

extension Trigger {
    fileprivate var caughtOnlyOnEdge: Phrase? {
        switch self {
        case .error: "an error"
        case .escalation: "an escalation"
        case .compensation: "compensation"
        case .cancel: "a cancel"
        case .message, .timer, .signal, .conditional, .link: nil
        }
    }
}

extension Outcome {
    fileprivate var onlyAtTheEnd: Phrase? {
        switch self {
        case .error: "throws an error"
        case .cancel: "cancels"
        case .terminate: "terminates"
        case .message, .escalation, .signal, .compensation, .link: nil
        }
    }
}

extension Array {
    fileprivate func firstNonNil<Value>(_ value: (Element) -> Value?) -> Value? {
        for element in self {
            if let found = value(element) { return found }
        }
        return nil
    }
}
