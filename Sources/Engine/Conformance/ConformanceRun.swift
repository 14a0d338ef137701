import Basics
import Bpmn

/// One case being run: simulated time, scripts that are words, and a person who begins every activity of an ad-hoc sub-process once.
struct ConformanceRun {
    private var world: SimulatedWorld
    private let one: ConformanceCase
    private let process: String
    private(set) var trace: [String] = []

    init(_ one: ConformanceCase, library: ProcessLibrary, of definitions: Definitions) {
        self.one = one
        process = one.process ?? definitions.processes.first?.id.text ?? ""
        let errors = definitions.errors.map { $0.code ?? $0.id.text }
        let error = errors.count == 1 ? errors[0] : ""
        world = SimulatedWorld(library, at: Moment(milliseconds: 0)) {
            ConformanceScripts.answer($0, $1, library, error: error)
        }
    }

    mutating func run() throws(EngineRefusal) {
        var variables: [String: JSON] = ["integerVariable": JSON(one.integer), "testCaseNumber": JSON(one.number)]
        if one.input != .null { variables["test"] = one.input }
        if let other = one.alsoStart { try start(other, variables) }
        try start(process, variables)
        try world.run(steps: 2_000)
        try doActivities()
        trace = leftBehind()
    }

    /// Starts a process as it begins by itself, else as if the first of its events came.
    private mutating func start(_ process: String, _ variables: [String: JSON]) throws(EngineRefusal) {
        let key = DefinitionKey(process)
        try world.start(key, variables: variables, at: world.library[key]?.starts.first ?? .none)
    }

    /// Begins each activity on offer, one after the other, and then says that it is done.
    private mutating func doActivities() throws(EngineRefusal) {
        var done = 0
        while done < world.offers.count, done < 100 {
            let offer = world.offers[done]
            done += 1
            guard case .offerActivities(let activities) = offer.effect else { continue }
            for activity in activities.activities where isOpen(activities.element, of: offer.instance) {
                try world.perform(.begin(activities.element, activity: activity.node.id), on: offer.instance)
                try world.run(steps: 2_000)
            }
            guard isOpen(activities.element, of: offer.instance) else { continue }
            try world.perform(.finish(activities.element), on: offer.instance)
            try world.run(steps: 2_000)
        }
    }

    private func isOpen(_ element: ElementInstance.ID, of instance: Int) -> Bool {
        world.instances[instance].status == .running && world.instances[instance][element] != nil
    }

    /// What the scripts left, with mishaps in their place; a deadlock leaves nothing.
    private func leftBehind() -> [String] {
        var left: [String] = []
        var calls: [Running: ServiceCall] = [:]
        var replayed = world.instances.map { ProcessInstance(of: $0.definitions[0]) }
        for (place, event) in world.history {
            switch event {
            case .serviceCalled(let call):
                calls[Running(instance: place, element: call.element)] = call
                if call.type.hasPrefix("CREATE_TIMESTAMP"),
                    calls.values.count(where: { $0.type.hasPrefix("CREATE_TIMESTAMP") }) == 2
                {
                    left.append("ran in parallel")
                }
            case .serviceCompleted(let id):
                if let call = calls.removeValue(forKey: Running(instance: place, element: id)) {
                    left += ConformanceScripts.trace(call, replayed[place], world.library).map { [$0] } ?? []
                }
            case .incidentRaised(let incident):
                if case .stuck = incident.cause { break }
                left.append("runtime error")
            case .processEnded(.error): left.append("error event thrown")
            default: break
            }
            replayed[place].apply(event)
        }
        return left
    }

    /// A service at work.
    private struct Running: Hashable {
        let instance: Int
        let element: ElementInstance.ID
    }
}
