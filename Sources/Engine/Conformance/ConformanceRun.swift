import Basics

/// One case being run: simulated time, scripts that are words, and a person who begins every activity of an ad-hoc sub-process once.
struct ConformanceRun {
    private var world: SimulatedWorld
    private let one: ConformanceCase
    private let process: String
    private(set) var trace: [String] = []

    init(_ one: ConformanceCase, library: ProcessLibrary, process: String) {
        self.one = one
        self.process = process
        world = SimulatedWorld(library, at: Moment(milliseconds: 0)) {
            ConformanceScripts.answer($0, $1, library)
        }
    }

    mutating func run() throws(EngineRefusal) {
        var variables: [String: JSON] = ["integerVariable": JSON(one.integer), "testCaseNumber": JSON(one.number)]
        if one.input != .null { variables["test"] = one.input }
        if let other = one.alsoStart { try world.start(DefinitionKey(other), variables: variables) }
        try world.start(DefinitionKey(process), variables: variables)
        try world.run(steps: 2_000)
        try doActivities()
        trace = leftBehind()
    }

    /// Begins each activity on offer, one after the other, and then says that it is done.
    private mutating func doActivities() throws(EngineRefusal) {
        var done = 0
        while done < world.offers.count, done < 100 {
            let offer = world.offers[done]
            done += 1
            guard case .offerActivities(let activities) = offer.effect else { continue }
            for activity in activities.activities {
                try world.perform(.begin(activities.element, activity: activity.node.id), on: offer.instance)
                try world.run(steps: 2_000)
            }
            guard world.instances[offer.instance][activities.element] != nil else { continue }
            try world.perform(.finish(activities.element), on: offer.instance)
            try world.run(steps: 2_000)
        }
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
