import Basics

/// Which work can be looked at alone while a process is explored (a stubborn set; Valmari, 1991): nothing that goes on elsewhere can
/// make it impossible or change what comes of it, and nothing else can come to where it stands, so that two at one place are met there.
struct Independence {
    private let graph: Graph
    /// Whether work in it can touch what goes on elsewhere.
    private let meddles: Bool
    private var ahead: [Int: Set<Int>] = [:]
    private var ways: [Way: Bool] = [:]

    private struct Way: Hashable {
        let from: Int
        let to: Int
    }

    init(_ definition: ProcessDefinition) {
        graph = definition.graph
        meddles = definition.nodes.contains { $0.kind.meddles }
    }

    /// The moves of one element, where they can be looked at without those of all others.
    mutating func alone(in instance: ProcessInstance, _ turns: [Turn]) -> [Move]? {
        guard !meddles else { return nil }
        for turn in turns where turn.element.isLeaf(in: graph) && isFree(turn.element, instance) {
            return turn.moves
        }
        return nil
    }

    private mutating func isFree(_ element: ElementInstance, _ instance: ProcessInstance) -> Bool {
        let around = instance.around(element)
        guard around.allSatisfy({ !isWatched($0) }) else { return false }
        let own = Set([element.id] + around.map(\.id))
        let places = ([element] + around).compactMap { graph.node($0.node)?.index }
        for other in instance.elements where !own.contains(other.id) {
            guard let from = graph.node(other.node)?.index else { continue }
            for place in places where leads(from, to: place) { return false }
        }
        return true
    }

    /// Whether the end of its work takes the chance away of something that waits around it.
    private func isWatched(_ element: ElementInstance) -> Bool {
        guard let node = graph.node(element.node) else { return !element.waits.isEmpty }
        if !element.waits.isEmpty || !node.boundaries.isEmpty { return true }
        guard case .subProcess(let scope, _) = node.kind else { return false }
        return !graph.scopes[scope].eventStarts.isEmpty
    }

    /// Whether a way leads there that does not wait for what stands there.
    private mutating func leads(_ from: Int, to place: Int) -> Bool {
        let way = Way(from: from, to: place)
        if let known = ways[way] { return known }
        let beyond = after(place)
        let found =
            from == place
            || reached(from: from) { graph.nodes[$0].isJoin && beyond.contains($0) && $0 != place }.contains(place)
        ways[way] = found
        return found
    }

    private mutating func after(_ place: Int) -> Set<Int> {
        if let known = ahead[place] { return known }
        let found = reached(from: place) { _ in false }
        ahead[place] = found
        return found
    }

    /// All that can be come to from a node, past no node at which it stops.
    private func reached(from start: Int, stops: (Int) -> Bool) -> Set<Int> {
        var found: Set<Int> = []
        var open = next(start)
        while let place = open.popLast() {
            guard found.insert(place).inserted, !stops(place) else { continue }
            open += next(place)
        }
        return found
    }

    /// By a flow, as an event on its edge, by a link, into a sub-process or out of one.
    private func next(_ place: Int) -> [Int] {
        let node = graph.nodes[place]
        var next = node.outgoing.map { graph.flows[$0].target } + node.boundaries
        for name in node.linksOut { next += graph.nodes.filter { $0.linkIn == name }.map(\.index) }
        if case .subProcess(let inside, _) = node.kind {
            next += graph.scopes[inside].nodes
        }
        let scope = graph.scopes[node.scope]
        if let owner = scope.owner { next += graph.nodes[owner].outgoing.map { graph.flows[$0].target } }
        return next + scope.eventStarts.map(\.subProcess) + (node.undo.map { [$0] } ?? [])
    }
}

extension Node {
    /// Whether it waits for more than one flow.
    fileprivate var isJoin: Bool {
        switch arrival {
        case .joins, .gathers: true
        case .looksAhead: if case .inclusiveGateway = kind { true } else { false }
        case .enters: false
        }
    }
}

extension ElementInstance {
    /// Whether it is one piece of work or one choice, which only its own moves end.
    fileprivate func isLeaf(in graph: Graph) -> Bool {
        guard children == 0, role == .single, let node = graph.node(node) else { return false }
        for wait in waits { if case .signal = wait.what { return false } }
        switch node.kind {
        case .serviceTask, .receiveTask, .catching, .exclusiveGateway, .inclusiveGateway: return true
        case .start, .end, .throwing, .boundary, .userTask, .scriptTask, .ruleTask, .sendTask, .emptyTask,
            .parallelGateway, .eventGateway, .complexGateway, .subProcess, .callActivity:
            return false
        }
    }
}

extension ProcessInstance {
    /// The scopes around an element, the nearest first.
    fileprivate func around(_ element: ElementInstance) -> [ElementInstance] {
        var found: [ElementInstance] = []
        var next = element.parent
        while let id = next, let scope = elements[id] {
            found.append(scope)
            next = scope.parent
        }
        return found
    }
}

extension NodeKind {
    /// Whether it can stop, or start, what runs elsewhere.
    fileprivate var meddles: Bool {
        switch self {
        case .end(let outcomes), .throwing(let outcomes): outcomes.contains { $0.reachesOthers }
        case .boundary(_, _, let isInterrupting): isInterrupting
        case .start(let catching, let isInterrupting): !catching.isNone && isInterrupting
        case .catching, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .subProcess,
            .callActivity:
            false
        }
    }
}

extension Throwing {
    fileprivate var reachesOthers: Bool {
        switch self {
        case .terminate, .error, .cancel, .escalation, .signal, .compensation: true
        case .message, .service, .link: false
        }
    }
}
