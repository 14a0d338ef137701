import Basics

/// A sequence flow crosses no border of a sub-process or pool (7.6.1).
func flowsStayInScope(_ place: CheckedScope) -> [Diagnostic] {
    let here = Set(place.nodes.map(\.id))
    let inProcess = Set(place.process.scope.allNodes.map(\.id))
    let anywhere = Set(place.definitions.processes.flatMap { $0.scope.allNodes.map(\.id) })
    return place.scope.flows.flatMap { flow in
        [flow.source, flow.target].filter { !here.contains($0) && anywhere.contains($0) }.map { end in
            let remedy =
                inProcess.contains(end)
                ? "end the flow at the sub-process itself, or use an event" : "use a message flow between pools"
            return Diagnostic(.error, "flow-across-scopes", flow, "leads across a border to \(end); \(remedy)")
        }
    }
}
