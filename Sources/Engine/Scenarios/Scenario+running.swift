public import Basics

extension Scenario {
    /// How a scenario went.
    public struct Result: Sendable {
        public let name: String
        public let problems: [Problem]
        /// The nodes that were passed, in order.
        public let path: [String]
        /// The processes that it ran through: its own, and those that this called.
        public let processes: Set<String>
        /// What their elements are called, by id.
        public let names: [String: String]

        public var passed: Bool { problems.isEmpty }
    }

    /// Something that went otherwise than expected.
    public enum Problem: Hashable, Sendable {
        case unknownProcess(String)
        /// A step could not be taken: its number, counted from 1 (0 for the start), and why.
        case step(Int, Obstacle)
        /// A node asks for a service that there is not.
        case unknownService(String, at: String)
        /// A node stands still with a mishap that nobody expected.
        case incident(Incident.Cause, at: String)
        case notPassed(String)
        case passed(String)
        case notWaiting(String)
        case ended(String, expected: String)
        case fact(String, JSON, expected: JSON)
    }

    /// Runs the scenario in memory.
    ///
    /// - Parameter services: the services that there are; without it each is taken to exist.
    public func run(in library: ProcessLibrary, services: Set<String>? = nil) -> Result {
        guard let definition = library.newest(process) else {
            return Result(name: name, problems: [.unknownProcess(process)], path: [], processes: [], names: [:])
        }
        var run = ScenarioRun(self, library, services)
        run.start(definition.key)
        for (index, step) in steps.enumerated() where run.problems.isEmpty { run.take(step, number: index + 1) }
        run.compare()
        let processes = run.processes
        return Result(
            name: name, problems: run.problems, path: run.path, processes: processes,
            names: library.names(in: processes))
    }
}

/// A scenario on its way.
private struct ScenarioRun {
    private let scenario: Scenario
    private var world: SimulatedWorld
    private(set) var problems: [Scenario.Problem] = []

    init(_ scenario: Scenario, _ library: ProcessLibrary, _ known: Set<String>?) {
        self.scenario = scenario
        let services = scenario.services
        world = SimulatedWorld(library, at: scenario.begin) { call, _ in
            if let known, !known.contains(call.type), services[call.type] == nil {
                return .init(.failed(reason: "unknown-service \(call.type)"))
            }
            let answer = services[call.type] ?? .object([:])
            if let code = answer["error"].text { return .init(.error(code: code)) }
            if let reason = answer["failure"].text { return .init(.failed(reason: reason)) }
            return .init(.done(answer.fields ?? [:]))
        }
    }

    var path: [String] {
        EventStory(world.history.filter { $0.instance == 0 }.map(\.event)).path
    }

    /// The processes that its instance runs or ran.
    var processes: Set<String> {
        Set((world.instances.first?.definitions ?? []).map(\.process) + [scenario.process])
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
        let commands: [Command]
        switch prepare(step.act) {
        case .success(let found): commands = found
        case .failure(let obstacle):
            problems += mishaps + [.step(number, obstacle)]
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
            problems += mishaps + [.step(number, .refused(error, waiting: waiting))]
        }
    }

    /// The commands that a step means now, or what stands in its way.
    private func prepare(_ act: Scenario.Step.Act) -> Result<[Command], Scenario.Obstacle> {
        switch act {
        case .complete(let node, let variables): at(node) { [.completeTask($0, variables: variables)] }
        case .message(let name, let key, let variables):
            .success([.deliverMessage(name, key: key, variables: variables)])
        case .signal(let name): .success([.broadcastSignal(name, variables: [:])])
        case .choose(let way, let node): choose(way, at: node)
        case .begin(let activity, let node): at(node) { [.begin($0, activity: activity)] }
        case .finish(let node): at(node) { [.finish($0)] }
        case .set(let facts): .success([.setVariables(facts)])
        case .move(let node, let target): at(node) { [.move($0, to: target, reason: scenario.name)] }
        case .wait: .success([])
        }
    }

    private func at(
        _ node: String, _ commands: (ElementInstance.ID) -> [Command]
    ) -> Result<[Command], Scenario.Obstacle> {
        let found = instance.activeElements.first { $0.node.id == node && $0.loop == nil }
        return found.map { .success(commands($0.id)) } ?? .failure(.notThere(node, waiting: waiting))
    }

    private func choose(_ way: String, at node: String) -> Result<[Command], Scenario.Obstacle> {
        guard let here = instance.activeElements.first(where: { $0.node.id == node && $0.loop == nil }) else {
            return .failure(.notThere(node, waiting: waiting))
        }
        guard case .choiceOffered(let offer) = here.offer else { return .failure(.noChoice(node, waiting: waiting)) }
        guard let option = offer.options.first(where: { $0.flow.id == way || $0.label == way }) else {
            return .failure(.noWay(way, at: node, ways: offer.options.map(\.label)))
        }
        return .success([.choose(here.id, flows: [option.flow.id])])
    }

    /// Where it stands now, without the process itself.
    private var waiting: [String] { instance.activeElements.filter { $0.children == 0 }.map(\.node.id) }

    /// Mishaps that the scenario did not ask for by an answer of its own.
    private var mishaps: [Scenario.Problem] {
        let asked = scenario.services.values.contains { $0["failure"].text != nil }
        return instance.incidents.compactMap { incident in
            if case .service(let reason) = incident.cause, reason.hasPrefix("unknown-service ") {
                return .unknownService(String(reason.dropFirst(16)), at: incident.node.id)
            }
            let isWanted = asked || scenario.expected.waiting.contains(incident.node.id)
            return isWanted ? nil : .incident(incident.cause, at: incident.node.id)
        }
    }

    mutating func compare() {
        guard problems.isEmpty else { return }
        if let end = scenario.expected.end, end != "running" {
            attempt(scenario.steps.count) { world throws(EngineRefusal) in try world.run() }
        }
        comparePath()
        problems += mishaps
        let waiting = waiting
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
