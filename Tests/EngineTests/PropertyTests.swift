import Basics
import Engine
import Testing

/// What must hold for every process, tried on random ones.
@Suite struct PropertyTests {
    @Test(arguments: 0..<150)
    func `a random process ends, replays, and is never at one place twice`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var drive = try Drive(RandomModel(seed: UInt64(seed), size: Int.random(in: 1...14, using: &random)).xml)
        try drive.start()
        var steps = 0
        while case .running = drive.instance.status, steps < 400 {
            steps += 1
            let commands = drive.possible(patience: steps)
            let command = try #require(commands.randomElement(using: &random), "stands still, seed \(seed)")
            if case .fireTimer(let id) = command, let timer = drive.instance.timers.first(where: { $0.0 == id }) {
                drive.now = max(drive.now, timer.1)
            }
            try drive(command)
            #expect(drive.instance.isSingle, "seed \(seed)")
            #expect(drive.instance.incidents.isEmpty, "seed \(seed)")
        }
        #expect(drive.isDone, "seed \(seed): \(drive.active)")
        #expect(drive.instance.activeElements.isEmpty)
    }

    @Test func `events survive being stored`() throws {
        for seed in 200..<230 {
            var drive = try Drive(RandomModel(seed: UInt64(seed), size: 12).xml)
            var random = SeededRandom(seed: UInt64(seed))
            try drive.start(["a": ["b": [1, nil, true]]])
            for _ in 0..<20 {
                guard let command = drive.possible(patience: 100).randomElement(using: &random) else { break }
                if case .fireTimer = command { drive.now = drive.now.adding(days: 1) }
                try drive(command)
            }
            for event in drive.events { #expect(try Event(json: event.json) == event) }
        }
    }
}

extension Drive {
    /// All that may come next; loops are left once patience runs out.
    func possible(patience: Int) -> [Command] {
        var commands: [Command] = instance.timers.map { .fireTimer($0.0) }
        commands += instance.awaitedMessages.sorted().map { .deliverMessage($0, variables: [:]) }
        for effect in instance.standingEffects {
            switch effect {
            case .offerTask(let offer): commands.append(.completeTask(offer.element, variables: ["x": 1]))
            case .callService(let call):
                commands.append(.completeService(call.element, variables: [:]))
                if patience < 60 { commands.append(.postponeService(call.element, until: now.adding(days: 1))) }
            case .offerChoice(let offer):
                let flows = offer.options.map(\.flow.id)
                commands.append(.choose(offer.element, flows: [flows[0]]))
                if patience < 60 { commands += flows.map { .choose(offer.element, flows: [$0]) } }
                if offer.several { commands.append(.choose(offer.element, flows: flows)) }
            default: continue
            }
        }
        return commands
    }
}

extension ProcessInstance {
    /// Whether no node is active twice in one scope, rounds of a multi-instance aside.
    var isSingle: Bool {
        var seen: Set<String> = []
        for element in activeElements {
            if case .round = element.role { continue }
            guard seen.insert("\(element.parent?.number ?? 0) \(element.node.id)").inserted else { return false }
        }
        return true
    }
}
