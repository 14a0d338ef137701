/// Where a drawing leads from a place when nothing is known yet: along flows, into sub-processes and out of them, over links, and by
/// what may interrupt.
struct DrawnWalk {
    private let graph: Graph
    /// Whether it goes on behind a node that is reached.
    private let goesThrough: (Node) -> Bool
    private let events: Events
    /// The flows that come to a joining gateway at all; it opens when all of those did. Nothing lets it open at the first.
    private let expected: Set<Int>?
    private var pending: [Int] = []
    private var seen: Set<Int> = []
    /// The nodes that were reached, the nearest first.
    private(set) var reached: [Int] = []
    private(set) var flows: Set<Int> = []
    /// Whether the end of the process is among them.
    private(set) var ends = false
    /// Whether ways part: which is taken is not known beforehand.
    private(set) var parts = false

    /// Which boundary events and event sub-processes count as ways.
    enum Events {
        case all
        /// Those on the edge of one piece of work that is done without a person on the way.
        case ofWorkPassed
        case none
    }

    init(
        _ graph: Graph, events: Events = .all, expected: Set<Int>? = nil,
        through goesThrough: @escaping (Node) -> Bool = { _ in true }
    ) {
        self.graph = graph
        self.events = events
        self.expected = expected
        self.goesThrough = goesThrough
    }

    /// From where the process begins.
    mutating func fromStart() {
        open(scope: 0)
        for place in graph.scopes[0].entries { reach(place) }
        follow()
    }

    /// From a node that was reached already, and from what may interrupt it or what stands around it.
    mutating func from(_ node: Node) {
        if events == .all {
            node.boundaries.forEach { reach($0) }
            for scope in graph.path(to: node.scope) {
                graph.scopes[scope].eventStarts.forEach { reach($0.start) }
                graph.scopes[scope].owner.map { graph.nodes[$0].boundaries.forEach { reach($0) } }
            }
        }
        if goesThrough(node) { pass(node) }
        follow()
    }

    /// To a node itself and on from there.
    mutating func to(_ node: Node) {
        reach(node.index)
        follow()
    }

    private mutating func follow() {
        var next = 0
        while next < pending.count {
            let node = graph.nodes[pending[next]]
            next += 1
            let passes = goesThrough(node)
            if counts(node, isPassed: passes) { node.boundaries.forEach { reach($0) } }
            if passes { pass(node) }
        }
        pending = []
    }

    /// Whether the events on the edge of a node are ways.
    private func counts(_ node: Node, isPassed: Bool) -> Bool {
        switch events {
        case .all: true
        case .ofWorkPassed: isPassed && !node.holdsOthers
        case .none: false
        }
    }

    private mutating func reach(_ place: Int) {
        guard seen.insert(place).inserted else { return }
        reached.append(place)
        pending.append(place)
    }

    private mutating func pass(_ node: Node) {
        switch node.kind {
        case .subProcess(let scope, .adHoc):
            open(scope: scope)
            leave(node)
        case .subProcess(let scope, _): open(scope: scope)
        case .throwing(let outcomes) where !outcomes.links.isEmpty:
            graph.scopes[node.scope].nodes.filter { graph.nodes[$0].catches(linkOf: outcomes.links) }
                .forEach { reach($0) }
        case .start, .end, .catching, .throwing, .boundary, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask,
            .receiveTask, .emptyTask, .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway,
            .complexGateway, .callActivity:
            leave(node)
        }
    }

    private mutating func open(scope: Int) {
        graph.scopes[scope].starts.forEach { reach($0) }
        if events == .all { graph.scopes[scope].eventStarts.forEach { reach($0.start) } }
    }

    /// On along the flows; where none leads on, out of what the node stands in.
    private mutating func leave(_ node: Node) {
        var last = node
        while last.outgoing.isEmpty {
            guard let owner = graph.scopes[last.scope].owner else {
                ends = true
                return
            }
            last = graph.nodes[owner]
        }
        if last.outgoing.count > 1, !last.takesEachWay { parts = true }
        for flow in last.outgoing { take(flow) }
    }

    private mutating func take(_ flow: Int) {
        flows.insert(flow)
        let target = graph.nodes[graph.flows[flow].target]
        if let expected, case .joins = target.arrival {
            guard target.incoming.allSatisfy({ !expected.contains($0) || flows.contains($0) }) else { return }
        }
        reach(target.index)
    }
}

extension [Throwing] {
    fileprivate var links: Set<String> {
        Set(compactMap { if case .link(let name) = $0 { name } else { nil } })
    }
}

extension Node {
    /// Whether other nodes stand in it, here or in what it calls.
    fileprivate var holdsOthers: Bool { if case .callActivity = kind { true } else { opensScope } }

    /// Whether all its flows are taken at once.
    fileprivate var takesEachWay: Bool { if case .parallelGateway = kind { true } else { takesAll } }

    fileprivate func catches(linkOf names: Set<String>) -> Bool {
        guard case .catching(let rule) = kind else { return false }
        return rule.triggers.contains { if case .link(let name) = $0 { names.contains(name) } else { false } }
    }
}
