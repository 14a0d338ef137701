import Basics

/// Walks through all states that a process can be in, breadth first, so that the way to a flaw is a shortest one.
struct Explorer {
    private let library: ProcessLibrary
    private let definition: ProcessDefinition
    private let limit: Int
    private var places: [String: Int] = [:]
    private var states: [State] = []
    private var reached: Set<String> = []
    private var flaws: [SoundnessReport.Flaw] = []
    private var isComplete = true
    /// States in which a node was active too often to go on from: what follows from them is more of the same flaw.
    private var crowded: Set<Int> = []
    /// How often one node may be active at once before its states are followed no further.
    private static let crowd = 2

    private struct State {
        var instance: ProcessInstance
        let from: Int?
        /// What was entered on the way from the state before.
        let steps: [String]
        var next: [Int] = []
        var isEnd = false
        /// Whether a flaw of synchronisation shows in it; what follows from that is not told again.
        let isDoubled: Bool
    }

    init(_ definition: ProcessDefinition, limit: Int) {
        self.definition = definition.explorable
        self.limit = limit
        library = ProcessLibrary([self.definition])
    }

    mutating func explore() -> SoundnessReport {
        for start in definition.starts {
            visit(ProcessInstance(of: definition.key), .start(at: start), way: [], from: nil)
        }
        var place = 0
        while place < states.count {
            if states.count > limit {
                isComplete = false
                break
            }
            expand(place)
            place += 1
        }
        if isComplete { findDead() }
        if isComplete { findLost() }
        return SoundnessReport(flaws: flaws, states: states.count, isComplete: isComplete)
    }

    private mutating func expand(_ place: Int) {
        let instance = states[place].instance
        guard instance.status == .running else {
            states[place].isEnd = true
            return
        }
        if instance.crowd > Explorer.crowd {
            crowded.insert(place)
            states[place].instance = ProcessInstance(of: definition.key)
            return
        }
        let moves = instance.moves(in: definition)
        if moves.isEmpty {
            note(.deadlock, at: instance.stuckAt ?? definition.key.process, from: place)
        } else if let move = moves.first(where: { $0.isAlone }), !definition.interrupts,
            visitNew(instance, move, from: place)
        {
            return
        } else {
            for move in moves { visit(instance, move.command, way: move.way, from: place) }
        }
        states[place].instance = ProcessInstance(of: definition.key)
    }

    /// Work that nothing can disturb is done first, alone: its order with the rest makes no difference (a partial-order reduction).
    private mutating func visitNew(_ instance: ProcessInstance, _ move: Move, from place: Int) -> Bool {
        let before = states.count
        visit(instance, move.command, way: move.way, from: place)
        return states.count > before
    }

    private mutating func visit(_ before: ProcessInstance, _ command: Command, way: [String], from: Int?) {
        var instance = before
        var events: [Event] = []
        do throws(EngineRefusal) {
            try instance.perform(command, in: library, at: Moment(milliseconds: 0), into: &events)
        } catch {
            return
        }
        let entered = EventStory(events).path
        reached.formUnion(entered)
        for element in instance.elements {
            for token in element.tokens { reach(token.flow) }
        }
        let shape = instance.shape
        if let known = places[shape] {
            if let from { states[from].next.append(known) }
            return
        }
        places[shape] = states.count
        let doubled = instance.doubled
        states.append(State(instance: instance, from: from, steps: way + entered, isDoubled: doubled != nil))
        let place = states.count - 1
        if let from { states[from].next.append(place) }
        if let doubled, !(from.map { states[$0].isDoubled } ?? false) {
            note(.lackOfSynchronisation, at: doubled, from: place)
        }
        if let stuck = instance.stuckAt { note(.deadlock, at: stuck, from: place) }
    }

    /// A join that a flow has come to is not passed by everything, even where it never opens.
    private mutating func reach(_ flow: ElementRef) {
        guard let place = definition.graph.flowIndex(flow) else { return }
        reached.insert(definition.graph.nodes[definition.graph.flows[place].target].id)
    }

    private mutating func note(_ kind: SoundnessReport.Flaw.Kind, at node: String, from place: Int) {
        guard !flaws.contains(where: { $0.kind == kind && $0.node == node }) else { return }
        let path = path(to: place)
        flaws.append(.init(kind: kind, node: node, path: path.last == node ? path : path + [node]))
    }

    private func path(to place: Int) -> [String] {
        var path: [String] = []
        var next = Optional(place)
        while let place = next {
            path = states[place].steps + path
            next = states[place].from
        }
        return path
    }

    private mutating func findDead() {
        for node in definition.nodes where !reached.contains(node.id) && !node.isOptional {
            flaws.append(.init(kind: .deadActivity, node: node.id, path: []))
        }
    }

    /// States from which no end can be reached, unless a flaw there is known already.
    private mutating func findLost() {
        var before = [[Int]](repeating: [], count: states.count)
        for (place, state) in states.enumerated() { for next in state.next { before[next].append(place) } }
        var open = states.indices.filter { states[$0].isEnd || crowded.contains($0) }
        var saved = Set(open)
        while let place = open.popLast() {
            for earlier in before[place] where saved.insert(earlier).inserted { open.append(earlier) }
        }
        guard flaws.allSatisfy({ $0.kind == .deadActivity || $0.kind == .lackOfSynchronisation }),
            let lost = states.indices.first(where: { !saved.contains($0) })
        else { return }
        note(.noWayToEnd, at: states[lost].steps.last ?? definition.key.process, from: lost)
    }
}

extension ProcessInstance {
    /// The join at which it is stuck.
    fileprivate var stuckAt: String? {
        for incident in incidents {
            if case .stuck(let join) = incident.cause { return join }
        }
        return nil
    }
}

extension Node {
    /// Handlers that only happen when something is undone, and scopes set off by errors that work may throw.
    fileprivate var isOptional: Bool {
        incoming.isEmpty && outgoing.isEmpty
    }
}

extension ProcessDefinition {
    /// Whether something in it can stop what runs elsewhere.
    fileprivate var interrupts: Bool {
        nodes.contains { node in
            switch node.kind {
            case .end(let outcomes): outcomes.contains { $0.stopsOthers }
            case .boundary(_, _, let isInterrupting): isInterrupting
            case .start(let catching, let isInterrupting): node.scope != 0 && !catching.isNone && isInterrupting
            case .catching, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask,
                .emptyTask, .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway,
                .subProcess, .callActivity:
                false
            }
        }
    }
}

extension Throwing {
    fileprivate var stopsOthers: Bool {
        switch self {
        case .terminate, .error, .cancel, .escalation: true
        case .message, .service, .signal, .compensation, .link: false
        }
    }
}

extension ProcessDefinition {
    /// Explores what the process can do, and says what is wrong with its flow; called processes are explored by themselves.
    public func soundness(limit: Int = 5_000) -> SoundnessReport {
        var explorer = Explorer(self, limit: limit)
        return explorer.explore()
    }
}
