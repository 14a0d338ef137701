extension ProcessOutline {
    /// In the order of a drawing; in that of the file without one.
    public init(_ process: BusinessProcess, drawn diagram: Diagram? = nil) {
        let places = diagram?.shapes.map { ($0.element, $0.bounds.center) } ?? []
        self.init(
            process.scope, name: process.name, places: Dictionary(places) { first, _ in first }, depth: 0)
    }

    init(_ scope: Scope, name: String?, places: [ElementID: Point], depth: Int) {
        var writer = OutlineWriter(scope, places: places, depth: depth)
        element = scope.id
        self.name = name
        let starts = writer.fromTop(scope.nodes.filter { $0.startEvent != nil }, \.id)
        let others = scope.nodes.filter { $0.startEvent == nil && $0.beginsByItself && !$0.outgoing.isEmpty }
        let main = (starts + writer.fromTop(others, \.id)).compactMap { writer.passage(from: $0.id) }
        beginnings = main.map { writer.withExceptions($0) }
        let loose = scope.nodes.filter { !$0.isEventSubProcess } + scope.nodes.filter(\.isEventSubProcess)
        apart = loose.compactMap { node in
            writer.passage(from: node.id).map { writer.withExceptions($0) }
        }
    }
}

/// Walks a scope once and writes down each node where it is first met.
struct OutlineWriter {
    private let scope: Scope
    private let meetings: Meetings
    private let laneNames: [ElementID: String]
    private let notes: [ElementID: [String]]
    private let places: [ElementID: Point]
    private var written: Set<ElementID> = []
    /// Steps that the walk is inside of: to come there again is to go back.
    private var open: Set<ElementID> = []
    private let depth: Int
    private static let deepest = 60

    init(_ scope: Scope, places: [ElementID: Point], depth: Int) {
        self.scope = scope
        self.places = places
        self.depth = depth
        meetings = Meetings(scope)
        laneNames = Dictionary(scope.allLanes.compactMap { lane in lane.name.map { (lane.id, $0) } }) { first, _ in
            first
        }
        notes = scope.notesByNode
    }

    /// The passage that begins at a node, unless it stands in the list already.
    mutating func passage(from start: ElementID) -> ProcessOutline.Passage? {
        if written.contains(start) { return nil }
        return passage(from: start, by: nil, until: [], level: depth)
    }

    /// A passage with what can happen beside its steps, now that the main path is written.
    mutating func withExceptions(_ passage: ProcessOutline.Passage) -> ProcessOutline.Passage {
        withExceptions(passage, level: depth)
    }

    /// As they stand in the drawing from top to bottom, then from left to right; those that are not drawn last.
    func fromTop<Thing>(_ things: [Thing], _ target: (Thing) -> ElementID) -> [Thing] {
        let keys = things.enumerated().map { index, thing -> (y: Double, x: Double, index: Int) in
            let place = places[target(thing)] ?? Point(.infinity, .infinity)
            return (place.y, place.x, index)
        }
        return keys.sorted { ($0.y, $0.x, $0.index) < ($1.y, $1.x, $1.index) }.map { things[$0.index] }
    }

    private mutating func passage(
        from start: ElementID, by way: ProcessOutline.Way?, until stops: Set<ElementID>, level: Int
    ) -> ProcessOutline.Passage {
        var steps: [ProcessOutline.Step] = []
        var next: (id: ElementID, way: ProcessOutline.Way?)? = (start, way)
        var entered: [ElementID] = []
        defer { open.subtract(entered) }
        while let (id, way) = next {
            if let end = ending(at: id, stops, level) { return ProcessOutline.Passage(steps: steps, end: end) }
            guard let node = scope.nodes[id] else { break }
            written.insert(id)
            open.insert(id)
            entered.append(id)
            let (step, following) = step(node, by: way, until: stops, level: level)
            steps.append(step)
            next = following
            if following == nil, let target = jump(from: node) {
                return ProcessOutline.Passage(steps: steps, end: .jumps(target))
            }
        }
        return ProcessOutline.Passage(steps: steps, end: .over)
    }

    private func ending(at id: ElementID, _ stops: Set<ElementID>, _ level: Int) -> ProcessOutline.End? {
        if open.contains(id) { return .goesBack(id) }
        if written.contains(id) || stops.contains(id) || level > Self.deepest { return .joins(id) }
        return nil
    }

    /// The step, and where the list goes on after it: the next node, or the one where all its ways meet again.
    private mutating func step(
        _ node: FlowNode, by way: ProcessOutline.Way?, until stops: Set<ElementID>, level: Int
    ) -> (ProcessOutline.Step, (ElementID, ProcessOutline.Way?)?) {
        let flows = scope.outgoing(of: node.id)
        var step = ProcessOutline.Step(
            id: node.id, name: node.name, type: node.type, lane: node.lane.flatMap { laneNames[$0] }, arrivedBy: way,
            parting: nil, aside: [], inside: inside(node, level), reads: scope.names(read: true, by: node),
            writes: scope.names(read: false, by: node), remarks: notes[node.id] ?? [],
            traits: node.traits(flows), documentation: node.documentation.map(\.trimmed).filter { !$0.isEmpty })
        guard flows.count > 1 else {
            return (step, flows.first.map { ($0.target, self.way($0, from: node).worthSaying) })
        }
        let meeting = meetings.after(node.id)
        let inner = meeting.map { stops.union([$0]) } ?? stops
        let branches = fromTop(flows, \.target).map { flow in
            ProcessOutline.Branch(
                way: self.way(flow, from: node),
                passage: passage(from: flow.target, by: nil, until: inner, level: level + 1))
        }
        step.parting = ProcessOutline.Parting(manner: node.manner, branches: branches)
        let goesOn = meeting.flatMap { stops.contains($0) || written.contains($0) ? nil : $0 }
        return (step, goesOn.map { ($0, nil) })
    }

    private func inside(_ node: FlowNode, _ level: Int) -> ProcessOutline? {
        node.innerScope.flatMap {
            $0.nodes.isEmpty ? nil : ProcessOutline($0, name: node.name, places: places, depth: level + 1)
        }
    }

    private mutating func withExceptions(
        _ passage: ProcessOutline.Passage, level: Int
    ) -> ProcessOutline.Passage {
        var passage = passage
        let before = open
        defer { open = before }
        for index in passage.steps.indices {
            let id = passage.steps[index].id
            open.insert(id)
            for branch in passage.steps[index].parting?.branches.indices ?? 0..<0 {
                let inner = passage.steps[index].parting?.branches[branch].passage
                inner.map {
                    passage.steps[index].parting?.branches[branch].passage = withExceptions($0, level: level + 1)
                }
            }
            passage.steps[index].aside = scope.nodes[id].map { asides($0, level: level) } ?? []
        }
        return passage
    }

    private mutating func asides(_ node: FlowNode, level: Int) -> [ProcessOutline.Aside] {
        node.boundary.compactMap { id in
            guard let event = scope.nodes[id]?.boundaryEvent else { return nil }
            var passage = passage(from: id, by: nil, until: [], level: level + 1)
            for handler in scope.handlers(of: id) where !written.contains(handler) {
                passage.steps += self.passage(from: handler, by: nil, until: [], level: level + 1).steps
            }
            return ProcessOutline.Aside(
                isInterrupting: event.isInterrupting, passage: withExceptions(passage, level: level + 1))
        }
    }

    private func way(_ flow: SequenceFlow, from node: FlowNode) -> ProcessOutline.Way {
        ProcessOutline.Way(
            flow: flow.id, name: flow.name.flatMap { $0.trimmed.isEmpty ? nil : $0.oneLine },
            condition: flow.condition?.text, isDefault: node.defaultFlow == flow.id)
    }

    private func jump(from node: FlowNode) -> ElementID? {
        guard let link = node.thrownLink else { return nil }
        return scope.nodes.first { $0.caughtLink?.text == link.text }?.id
    }
}

extension ProcessOutline.Way {
    fileprivate var worthSaying: ProcessOutline.Way? { name == nil && condition == nil ? nil : self }
}

extension FlowNode {
    fileprivate var manner: ProcessOutline.Manner {
        switch gateway {
        case .exclusive: .oneOf
        case .inclusive, .complex: .someOf
        case .parallel: .allOf
        case .eventBased(let gateway): gateway.isParallel ? .allOf : .firstEvent
        // Several flows from an activity: all of them, or all whose condition holds (13.3.1).
        case nil: defaultFlow == nil ? .allOf : .someOf
        }
    }
}

extension Scope {
    fileprivate func names(read: Bool, by node: FlowNode) -> [String] {
        node.dataAssociations.compactMap { association in
            let id = read ? association.sources.first { dataReferences[$0] != nil } : association.target
            return id.flatMap { dataReferences[$0]?.name?.oneLine }
        }
    }

    fileprivate var notesByNode: [ElementID: [String]] {
        artifacts.associations.reduce(into: [:]) { notes, association in
            if let note = artifacts.annotations[association.source] {
                notes[association.target, default: []].append(note.text)
            }
            if let note = artifacts.annotations[association.target] {
                notes[association.source, default: []].append(note.text)
            }
        }
    }
}
