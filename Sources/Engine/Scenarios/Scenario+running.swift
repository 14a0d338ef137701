public import Basics

extension Scenario {
    /// How a scenario went.
    public struct Result: Sendable {
        public let name: String
        public let problems: [Problem]
        /// The nodes that were passed, in order.
        public let path: [String]

        public var passed: Bool { problems.isEmpty }
    }

    /// Something that went otherwise than expected.
    public enum Problem: Hashable, Sendable {
        case unknownProcess(String)
        /// A step could not be taken: its number, counted from 1, and why.
        case step(Int, String)
        case notPassed(String)
        case passed(String)
        case notWaiting(String)
        case ended(String, expected: String)
        case fact(String, JSON, expected: JSON)
    }

    /// Runs the scenario in memory.
    public func run(in library: ProcessLibrary) -> Result {
        guard let definition = library.newest(process) else {
            return Result(name: name, problems: [.unknownProcess(process)], path: [])
        }
        var run = ScenarioRun(self, library)
        run.start(definition.key)
        for (index, step) in steps.enumerated() where run.problems.isEmpty { run.take(step, number: index + 1) }
        run.compare()
        return Result(name: name, problems: run.problems, path: run.path)
    }
}

/// A scenario on its way.
private struct ScenarioRun {
    private let scenario: Scenario
    private var world: SimulatedWorld
    private(set) var problems: [Scenario.Problem] = []

    init(_ scenario: Scenario, _ library: ProcessLibrary) {
        self.scenario = scenario
        let services = scenario.services
        world = SimulatedWorld(library, at: scenario.begin) { call, _ in
            let answer = services[call.type] ?? .object([:])
            if let code = answer["error"].text { return .init(.error(code: code)) }
            if let reason = answer["failure"].text { return .init(.failed(reason: reason)) }
            return .init(.done(answer.fields ?? [:]))
        }
    }

    var path: [String] {
        EventStory(world.history.filter { $0.instance == 0 }.map(\.event)).path
    }

    private var instance: ProcessInstance { world.instances[0] }

    mutating func start(_ key: DefinitionKey) {
        let scenario = scenario
        attempt(0) { world throws(EngineRefusal) in
            try world.start(key, variables: scenario.facts, at: scenario.point)
            try world.run(until: world.now)
        }
    }

    mutating func take(_ step: Scenario.Step, number: Int) {
        let due = step.after.map { world.now.adding($0) } ?? world.now
        attempt(number) { world throws(EngineRefusal) in try world.run(until: due) }
        guard problems.isEmpty else { return }
        guard case .some(let commands) = commands(for: step.act) else {
            problems.append(.step(number, "nothing waits there"))
            return
        }
        for command in commands {
            attempt(number) { world throws(EngineRefusal) in
                try world.perform(command, on: 0)
                try world.run(until: world.now)
            }
        }
    }

    private mutating func attempt(_ number: Int, _ act: (inout SimulatedWorld) throws(EngineRefusal) -> Void) {
        do throws(EngineRefusal) {
            try act(&world)
        } catch {
            problems.append(.step(number, "\(error)"))
        }
    }

    /// The command that a step means now; nothing when the node that it names is not active.
    private func commands(for act: Scenario.Step.Act) -> [Command]? {
        switch act {
        case .complete(let node, let variables): element(node).map { [.completeTask($0, variables: variables)] }
        case .message(let name, let key, let variables): [.deliverMessage(name, key: key, variables: variables)]
        case .signal(let name): [.broadcastSignal(name, variables: [:])]
        case .choose(let way, let node): element(node).map { [.choose($0, flows: [flow(way, at: $0)])] }
        case .begin(let activity, let node): element(node).map { [.begin($0, activity: activity)] }
        case .finish(let node): element(node).map { [.finish($0)] }
        case .set(let facts): [.setVariables(facts)]
        case .move(let node, let target): element(node).map { [.move($0, to: target, reason: scenario.name)] }
        case .wait: []
        }
    }

    private func element(_ node: String) -> ElementInstance.ID? {
        instance.activeElements.first { $0.node.id == node && $0.loop == nil }?.id
    }

    private func flow(_ way: String, at id: ElementInstance.ID) -> String {
        guard case .choiceOffered(let offer) = instance[id]?.offer else { return way }
        return offer.options.first { $0.flow.id == way || $0.label == way }?.flow.id ?? way
    }

    mutating func compare() {
        guard problems.isEmpty else { return }
        if let end = scenario.expected.end, end != "running" {
            attempt(scenario.steps.count) { world throws(EngineRefusal) in try world.run() }
        }
        comparePath()
        let waiting = instance.activeElements.map(\.node.id)
        problems += scenario.expected.waiting.filter { !waiting.contains($0) }.map { .notWaiting($0) }
        if let end = scenario.expected.end, end != instance.status.word {
            problems.append(.ended(instance.status.word, expected: end))
        }
        let facts = facts
        for name in scenario.expected.facts.keys.sorted() {
            let expected = scenario.expected.facts[name] ?? .null
            let found = facts[name] ?? .null
            if found != expected { problems.append(.fact(name, found, expected: expected)) }
        }
    }

    private mutating func comparePath() {
        var rest = path[...]
        for node in scenario.expected.path {
            guard let place = rest.firstIndex(of: node) else {
                problems.append(.notPassed(node))
                continue
            }
            rest = rest[(place + 1)...]
        }
        let passed = Set(path)
        problems += scenario.expected.never.filter { passed.contains($0) }.map { .passed($0) }
    }

    /// The last value of each variable of the process, also when it has ended.
    private var facts: [String: JSON] {
        var facts: [String: JSON] = [:]
        for case (0, .variablesSet(let variables, let scope)) in world.history where scope.number == 1 {
            facts.merge(variables) { $1 }
        }
        return facts
    }
}

extension ProcessInstance.Status {
    /// The word by which a scenario names it.
    fileprivate var word: String {
        switch self {
        case .notStarted: "notStarted"
        case .running: "running"
        case .ended(.completed): "completed"
        case .ended(.terminated): "terminated"
        case .ended(.cancelled): "cancelled"
        case .ended(.error(let code)): "error \(code)"
        }
    }
}
