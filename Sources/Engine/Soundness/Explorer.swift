import Basics

/// Walks through all states that a process can be in, breadth first, so that the way to a flaw is a shortest one.
struct Explorer {
    private let library: ProcessLibrary
    private let definition: ProcessDefinition
    /// As it was drawn.
    private let drawn: ProcessDefinition
    private let limit: Int
    private var places: [String: Int] = [:]
    private var states: [State] = []
    private var reached: Set<String> = []
    private var flaws: [SoundnessReport.Flaw] = []
    private var isComplete = false
    /// States in which a node was active too often to go on from: what follows from them is more of the same flaw.
    private var crowded: Set<Int> = []
    /// States in which nothing can happen any more.
    private var stuck: Set<Int> = []
    private var independence: Independence
    /// How often one node may be active at once before its states are followed no further.
    private static let crowd = 2
    /// What was looked at, by the elements active at once: each step copies them all, and asks of each whether it touches the others.
    private var weight = 0
    /// Whether no more is looked at: where very much is active at once, states are dear, and fewer must do.
    private var isSpent: Bool { weight > limit * 100 }

    private struct State {
        var instance: ProcessInstance
        let from: Int?
        /// What was entered on the way from the state before.
        let steps: [String]
        var next: [Int] = []
        var isEnd = false
        /// Whether a flaw of synchronisation was told on the way; what follows from that is not told again.
        var isTold: Bool
    }

    init(_ definition: ProcessDefinition, limit: Int) {
        drawn = definition
        self.definition = definition.explorable
        self.limit = limit
        library = ProcessLibrary([self.definition])
        independence = Independence(self.definition)
    }

    mutating func explore() -> SoundnessReport {
        for start in definition.starts {
            visit(ProcessInstance(of: definition.key), Move(command: .start(at: start)), from: nil)
        }
        var place = 0
        while place < states.count {
            if states.count > limit || isSpent { break }
            expand(place)
            place += 1
        }
        isComplete = place == states.count && !isSpent
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
        let turns = instance.turns(in: definition)
        if turns.isEmpty {
            stuck.insert(place)
            note(.deadlock, at: instance.stuckAt ?? definition.key.process, from: place)
        } else if let moves = independence.alone(in: instance, turns), visitNew(instance, moves, from: place) {
            states[place].instance = ProcessInstance(of: definition.key)
            return
        }
        for move in turns.flatMap(\.moves) where !isSpent { visit(instance, move, from: place) }
        states[place].instance = ProcessInstance(of: definition.key)
    }

    /// What nothing else can touch is looked at by itself, as long as that shows something new: its order with the rest makes no
    /// difference (a partial-order reduction).
    private mutating func visitNew(_ instance: ProcessInstance, _ moves: [Move], from place: Int) -> Bool {
        let before = states.count
        for move in moves { visit(instance, move, from: place) }
        return states.count > before
    }

    private mutating func visit(_ before: ProcessInstance, _ move: Move, from: Int?) {
        var instance = before
        var events: [Event] = []
        do throws(EngineRefusal) {
            try instance.perform(move.command, in: library, at: Moment(milliseconds: 0), into: &events)
        } catch {
            return
        }
        weight += instance.elements.count + instance.elements.count * instance.elements.count / 50
        guard !crowds(instance, move, before) else { return }
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
        let isTold = from.map { states[$0].isTold } ?? false
        states.append(State(instance: instance, from: from, steps: move.way + entered, isTold: isTold))
        let place = states.count - 1
        if let from { states[from].next.append(place) }
        if !isTold, let doubled = instance.doubled {
            states[place].isTold = note(.lackOfSynchronisation, at: doubled, from: place)
        }
        if let join = instance.stuckAt {
            stuck.insert(place)
            note(.deadlock, at: join, from: place)
        }
    }

    /// Whether an event that comes again comes too soon to learn more of it: what it sets off is there often enough.
    private func crowds(_ instance: ProcessInstance, _ move: Move, _ before: ProcessInstance) -> Bool {
        switch move.again {
        case .cycle: instance.crowd > max(Explorer.crowd, before.crowd)
        case .call: instance.doubled != nil && before.doubled == nil
        case nil: false
        }
    }

    /// A join that a flow has come to is not passed by everything, even where it never opens.
    private mutating func reach(_ flow: ElementRef) {
        guard let place = definition.graph.flowIndex(flow) else { return }
        reached.insert(definition.graph.nodes[definition.graph.flows[place].target].id)
    }

    /// Whether it is told, now or before.
    @discardableResult
    private mutating func note(_ kind: SoundnessReport.Flaw.Kind, at node: String, from place: Int) -> Bool {
        if flaws.contains(where: { $0.kind == kind && $0.node == node }) { return true }
        let path = path(to: place)
        let event = kind == .lackOfSynchronisation ? cycle(on: path) : nil
        // What the house does by itself is done long before a cycle comes round.
        if event != nil, drawn.node(node).map(drawn.isDoneAtOnce) == true { return false }
        let mismatch = event == nil ? drawn.mismatch(kind, at: node, on: path) : nil
        flaws.append(
            .init(
                kind: kind, node: node, path: path.last == node ? path : path + [node], event: event,
                mismatch: mismatch))
        return true
    }

    /// The cycle that came round more than once on the way.
    private func cycle(on path: [String]) -> String? {
        path.first { id in
            definition.node(id)?.kind.comesBeside == true && path.count { $0 == id } > 1
        }
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

    /// Places from which no end can be reached, where that has no cause that is told already.
    private mutating func findLost() {
        var before = [[Int]](repeating: [], count: states.count)
        for (place, state) in states.enumerated() { for next in state.next { before[next].append(place) } }
        var told = closure(of: states.indices.filter { isOver($0) }, by: { before[$0] })
        for place in states.indices where !told.contains(place) {
            note(.noWayToEnd, at: states[place].steps.last ?? definition.key.process, from: place)
            told.formUnion(closure(of: Array(closure(of: [place], by: { states[$0].next })), by: { before[$0] }))
        }
    }

    private func isOver(_ place: Int) -> Bool {
        states[place].isEnd || crowded.contains(place) || stuck.contains(place)
    }

    private func closure(of start: [Int], by next: (Int) -> [Int]) -> Set<Int> {
        var (open, found) = (start, Set(start))
        while let place = open.popLast() {
            for other in next(place) where found.insert(other).inserted { open.append(other) }
        }
        return found
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
    /// Explores what the process can do, and says what is wrong with its flow; called processes are explored by themselves.
    public func soundness(limit: Int = 5_000) -> SoundnessReport {
        var explorer = Explorer(self, limit: limit)
        return explorer.explore()
    }
}
