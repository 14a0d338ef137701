/// What an inclusive or complex join has to know about the flows that may still come (BPMN 13.4.3).
///
/// A token somewhere else keeps the join waiting when a way leads from it to an incoming flow that has no token, without passing
/// the join, and no such way leads to one that has.
struct JoinReach: Sendable {
    /// For each incoming flow the nodes from which it can be reached without passing the join.
    let reaching: [Set<Int>]

    /// Whether no more flows can come, given the nodes where something still moves.
    func isReady(arrived: [Bool], moving: [Int]) -> Bool {
        !moving.contains { node in
            let canFillGap = reaching.indices.contains { !arrived[$0] && reaching[$0].contains(node) }
            let joinsArrived = reaching.indices.contains { arrived[$0] && reaching[$0].contains(node) }
            return canFillGap && !joinsArrived
        }
    }

    static func all(nodes: [Node], flows: [Flow]) -> [Int: JoinReach] {
        var joins: [Int: JoinReach] = [:]
        let before = predecessors(nodes: nodes, flows: flows)
        for node in nodes where node.looksAhead {
            joins[node.index] = JoinReach(
                reaching: node.incoming.map { reaching(flows[$0].source, around: node.index, before: before) })
        }
        return joins
    }

    private static func reaching(_ source: Int, around join: Int, before: [[Int]]) -> Set<Int> {
        var found: Set<Int> = []
        var open = [source]
        while let node = open.popLast() {
            if node != join && found.insert(node).inserted { open += before[node] }
        }
        return found
    }

    /// From which nodes each is reached at once: by a flow, as a boundary event, or by a link.
    private static func predecessors(nodes: [Node], flows: [Flow]) -> [[Int]] {
        var before = [[Int]](repeating: [], count: nodes.count)
        for flow in flows { before[flow.target].append(flow.source) }
        for node in nodes {
            for boundary in node.boundaries { before[boundary].append(node.index) }
            for name in node.linksOut {
                for target in nodes where target.scope == node.scope && target.linkIn == name {
                    before[target.index].append(node.index)
                }
            }
        }
        return before
    }
}

extension NodeKind {
    /// Whether as a join it waits for what may still come, and not for a fixed number.
    var looksAhead: Bool {
        switch self {
        case .inclusiveGateway, .complexGateway: true
        case .start, .end, .catching, .throwing, .boundary, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask,
            .receiveTask, .emptyTask, .exclusiveGateway, .parallelGateway, .eventGateway, .subProcess, .callActivity:
            false
        }
    }
}

extension Node {
    /// Joins that wait for what may still come.
    var looksAhead: Bool { arrival == .looksAhead }

    /// The names of the links that it throws.
    var linksOut: [String] {
        switch kind {
        case .throwing(let outcomes), .end(let outcomes):
            outcomes.compactMap { if case .link(let name) = $0 { name } else { nil } }
        case .start, .catching, .boundary, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask,
            .emptyTask, .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway,
            .subProcess, .callActivity:
            []
        }
    }

    /// The name of the link that leads to it.
    var linkIn: String? {
        guard case .catching(let catching) = kind else { return nil }
        for case .link(let name) in catching.triggers { return name }
        return nil
    }
}
