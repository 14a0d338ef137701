import Bpmn

/// Where the steps of a drawing stand in one another, what can happen there, and what comes behind them.
struct ModelPlaces: Sendable {
    struct Place: Sendable {
        /// The sub-process or process around it.
        let around: String?
        /// What can happen while work is there: events that hang on it, or that begin inside it.
        var events: [String] = []
        /// The process that it calls.
        var calls: String?
        /// Where its flows lead, in the same scope.
        var next: [String] = []
        /// Whether it only parts or joins the ways.
        var isChoice = false
        /// Where its inside begins.
        var entrances: [String] = []
    }

    /// By the ids of steps, sub-processes and processes.
    private(set) var places: [String: Place] = [:]
    private(set) var processes: Set<String> = []

    init() {}

    init(of definitions: Definitions) {
        for process in definitions.processes {
            processes.insert(process.id.text)
            add(process.scope, of: process.id.text, Place(around: nil))
        }
    }

    private mutating func add(_ scope: Scope, of id: String, _ place: Place) {
        var place = place
        place.events += scope.nodes.compactMap(Self.begun).flatMap { $0 }
        place.entrances = scope.nodes.filter(Self.isStart).map(\.id.text)
        places[id] = place
        for node in scope.nodes {
            var own = Place(around: id)
            own.events = node.boundary.map(\.text)
            if case .gateway = node.kind { own.isChoice = true }
            own.calls = Self.called(node)
            own.next = scope.outgoing(of: node.id).map(\.target.text)
            if let inner = node.innerScope { add(inner, of: node.id.text, own) } else { places[node.id.text] = own }
        }
    }

    /// The events that an event sub-process waits for.
    private static func begun(by node: FlowNode) -> [String]? {
        guard case .activity(let activity) = node.kind, case .subProcess(let sub) = activity.kind, sub.kind == .event
        else { return nil }
        return sub.scope.nodes.filter(isStart).map(\.id.text)
    }

    private static func isStart(_ node: FlowNode) -> Bool {
        if case .start = node.kind { return true }
        return false
    }

    private static func called(_ node: FlowNode) -> String? {
        guard case .activity(let activity) = node.kind, case .call(let call) = activity.kind else { return nil }
        return node.settings.calledProcess ?? call.called?.text
    }

    /// What comes behind a step, up to and with the next work; through the choices between.
    func behind(_ id: String) -> [String] {
        var found: [String] = []
        var ahead = places[id]?.next ?? []
        while let next = ahead.popLast() {
            guard !found.contains(next), next != id else { continue }
            found.append(next)
            if places[next]?.isChoice == true { ahead += places[next]?.next ?? [] }
        }
        return found
    }

    /// The first work in a process, through the sub-process that it opens with.
    func firstSteps(of process: String) -> [String] {
        (places[process]?.entrances ?? []).flatMap { places[$0]?.next ?? [] }.flatMap { id in
            places[id]?.entrances.isEmpty == false ? firstSteps(of: id) : [id]
        }
    }

    /// Whether flows of the same scope lead from one place to another.
    func leads(from id: String, to other: String) -> Bool {
        var seen: Set<String> = [id]
        var ahead = places[id]?.next ?? []
        while let next = ahead.popLast() {
            if next == other { return true }
            if seen.insert(next).inserted { ahead += places[next]?.next ?? [] }
        }
        return false
    }
}
