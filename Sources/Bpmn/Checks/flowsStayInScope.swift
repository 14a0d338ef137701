import Basics

/// A sequence flow crosses no border of a sub-process or pool (7.6.1).
func flowsStayInScope(_ place: CheckedScope) -> [Diagnostic] {
    place.scope.flows.flatMap { flow in
        [flow.source, flow.target].filter { place.scope.nodes[$0] == nil }.compactMap { end in
            guard let home = place.surroundings.homes[end] else { return nil }
            let remedy: Phrase =
                home == place.process.id
                ? "end the flow at the sub-process itself, or use an event" : "use a message flow between pools"
            return Diagnostic(.error, "flow-across-scopes", flow, "leads across a border to \(end); \(remedy)")
        }
    }
}
