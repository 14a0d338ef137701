import Basics

extension ModelReader {
    /// Tells each node its flows, boundary events and lane, and names what does not fit.
    mutating func connect(_ scope: inout Scope, _ element: BpmnElement) {
        let ends = FlowEnds(scope.flows.all)
        let lanes = scope.laneByNode
        let hung = Dictionary(grouping: scope.nodes.filter { $0.host != nil }, by: \.host)
        let drawn = Dictionary(element.bpmnChildren.compactMap { child in child[.id].map { ($0, child) } }) {
            first, _ in first
        }
        for var node in scope.nodes.all {
            let source = drawn[node.id.text]
            node.incoming = ordered(ends.into[node.id] ?? [], .incoming, source)
            node.outgoing = ordered(ends.outOf[node.id] ?? [], .outgoing, source)
            node.boundary = hung[node.id]?.map(\.id) ?? []
            node.lane = lanes[node.id]
            scope.nodes.replace(node)
        }
    }

    /// The order in which the node lists its flows; flows that it forgot come last.
    private mutating func ordered(_ flows: [FlowID], _ word: BpmnWord, _ element: BpmnElement?) -> [FlowID] {
        guard let element else { return flows }
        let listed = element.children(word).compactMap { reference($0.text) }.map { FlowID($0.text) }
        for stray in listed where !flows.contains(stray) {
            let message: Phrase =
                "lists \(stray) as \(word), but no such flow is connected to it; the flow's own ends count"
            note(.warning, "dangling-reference", message, element)
        }
        let known = Set(flows)
        var seen: Set<FlowID> = []
        return (listed + flows).filter { known.contains($0) && seen.insert($0).inserted }
    }
}

private struct FlowEnds {
    var into: [ElementID: [FlowID]] = [:]
    var outOf: [ElementID: [FlowID]] = [:]

    init(_ flows: [SequenceFlow]) {
        for flow in flows {
            into[flow.target, default: []].append(flow.id)
            outOf[flow.source, default: []].append(flow.id)
        }
    }
}

extension Scope {
    /// The innermost lane of each node that stands in one.
    fileprivate var laneByNode: [ElementID: ElementID] {
        allLanes.reduce(into: [:]) { result, lane in
            for node in lane.nodes { result[node] = lane.id }
        }
    }
}

extension FlowNode {
    var host: ElementID? {
        if case .boundary(let event) = kind { event.host } else { nil }
    }
}
