import Basics

/// A message flow goes from one participant to another, never within one (9.4).
func messageFlowsCrossPools(_ definitions: Definitions) -> [Diagnostic] {
    var home: [ElementID: ElementID] = [:]
    for process in definitions.processes {
        for node in process.scope.allNodes { home[node.id] = process.id }
    }
    return definitions.collaborations.flatMap { collaboration in
        for participant in collaboration.participants { home[participant.id] = participant.process ?? participant.id }
        return collaboration.messageFlows.compactMap { flow -> Diagnostic? in
            guard let source = home[flow.source], source == home[flow.target] else { return nil }
            let message: Phrase =
                "is a message flow within one pool; use a sequence flow, or a message event and no line"
            return Diagnostic(
                .error, "message-flow-within-pool", message, line: flow.line, element: "messageFlow (\(flow.id))")
        }
    }
}
