public import Basics

/// Process instances under a clock of their own: services answer, timers go off, messages and signals find each other.
///
/// Nothing here is random; the same beginning gives the same story.
public struct SimulatedWorld: Sendable {
    /// What a service does with a call, and how long it takes.
    public struct Answer: Sendable {
        public enum Result: Hashable, Sendable {
            case done([String: JSON])
            case failed(reason: String)
            case error(code: String)
        }

        public var result: Result
        public var milliseconds: Int64

        public init(_ result: Result, milliseconds: Int64 = 0) {
            self.result = result
            self.milliseconds = milliseconds
        }
    }

    /// Answers a call; told the instance that calls, by its place.
    public typealias Serve = @Sendable (_ call: ServiceCall, _ caller: ProcessInstance) -> Answer

    public let library: ProcessLibrary
    public private(set) var now: Moment
    public private(set) var instances: [ProcessInstance] = []
    /// All that happened, with the place of the instance in which it did.
    public private(set) var history: [(instance: Int, event: Event)] = []
    /// Effects for people that nobody has acted upon, in order: the run goes on without them.
    public private(set) var offers: [(instance: Int, effect: Effect)] = []
    private let serve: Serve
    private var work: [Work] = []
    private var mail: [(instance: Int, effect: Effect)] = []
    private var steps = 0

    /// A service that is busy.
    private struct Work {
        let instance: Int
        let command: Command
        let element: ElementInstance.ID
        let due: Moment
    }

    public init(_ library: ProcessLibrary, at now: Moment, serve: @escaping Serve) {
        self.library = library
        self.now = now
        self.serve = serve
    }

    /// Starts an instance; what follows at once happens in ``run(until:steps:)``.
    public mutating func start(
        _ definition: DefinitionKey, variables: [String: JSON] = [:], at point: StartPoint = .none
    ) throws(EngineRefusal) {
        instances.append(ProcessInstance(of: definition))
        try perform(.start(variables: variables, at: point), on: instances.count - 1)
    }

    public mutating func perform(_ command: Command, on instance: Int) throws(EngineRefusal) {
        var events: [Event] = []
        try instances[instance].perform(command, in: library, at: now, into: &events)
        for event in events {
            history.append((instance, event))
            for effect in event.effects { take(effect, from: instance) }
        }
    }

    private mutating func take(_ effect: Effect, from instance: Int) {
        switch effect {
        case .callService(let call): begin(call, of: instance)
        case .withdrawService(let id): work.removeAll { $0.instance == instance && $0.element == id }
        case .sendMessage, .broadcastSignal: mail.append((instance, effect))
        case .offerTask, .offerChoice, .offerActivities: offers.append((instance, effect))
        case .withdrawTask, .withdrawChoice, .withdrawActivities, .setTimer, .cancelTimer, .subscribe, .unsubscribe,
            .raiseIncident, .clearIncident, .ended:
            break
        }
    }

    private mutating func begin(_ call: ServiceCall, of instance: Int) {
        let answer = serve(call, instances[instance])
        let command: Command =
            switch answer.result {
            case .done(let variables): .completeService(call.element, variables: variables)
            case .failed(let reason): .failService(call.element, reason: reason, retriesLeft: 0)
            case .error(let code): .throwError(call.element, code: code, message: nil)
            }
        let due = Moment(milliseconds: now.milliseconds + answer.milliseconds)
        work.append(Work(instance: instance, command: command, element: call.element, due: due))
    }

    /// Lets time run until nothing more happens, or until a moment or a number of steps is reached.
    public mutating func run(until end: Moment? = nil, steps limit: Int = 10_000) throws(EngineRefusal) {
        steps = 0
        while steps < limit {
            steps += 1
            if try deliverMail() { continue }
            guard let next = nextDue, end.map({ next <= $0 }) ?? true else {
                now = max(now, end ?? now)
                return
            }
            now = max(now, next)
            if try !finishWork() { try fireTimer() }
        }
    }

    private var nextDue: Moment? {
        let timers = instances.filter { $0.status == .running }.flatMap { $0.timers.map(\.1) }
        return (timers + work.map(\.due)).min()
    }

    private mutating func finishWork() throws(EngineRefusal) -> Bool {
        let due = work.indices.filter { work[$0].due <= now }
        guard let first = due.min(by: { (work[$0].due, $0) < (work[$1].due, $1) }) else { return false }
        let done = work.remove(at: first)
        guard instances[done.instance][done.element] != nil else { return true }
        try perform(done.command, on: done.instance)
        return true
    }

    private mutating func fireTimer() throws(EngineRefusal) {
        for index in instances.indices where instances[index].status == .running {
            if let timer = instances[index].timers.first(where: { $0.1 <= now }) {
                return try perform(.fireTimer(timer.0), on: index)
            }
        }
    }

    /// Brings a message or signal to the others; one that nobody awaits starts the process that begins with it, or waits.
    private mutating func deliverMail() throws(EngineRefusal) -> Bool {
        for (place, letter) in mail.enumerated() {
            if case .sendMessage(let message) = letter.effect {
                guard try deliver(message, from: letter.instance) else { continue }
            } else if case .broadcastSignal(let name, let variables, false) = letter.effect {
                try broadcast(name, variables, from: letter.instance)
            }
            mail.remove(at: place)
            return true
        }
        return false
    }

    /// Another instance goes before the one that sent it.
    private mutating func deliver(_ message: OutgoingMessage, from sender: Int) throws(EngineRefusal) -> Bool {
        let awaiting = instances.indices.filter {
            instances[$0].awaits(message.name, key: message.key, carrying: message.variables, in: library, at: now)
        }
        if let receiver = awaiting.first(where: { $0 != sender }) ?? awaiting.first {
            try perform(
                .deliverMessage(message.name, key: message.key, variables: message.variables), on: receiver)
            return true
        }
        guard let key = library.processes(startedBy: .message(message.name)).first else { return false }
        try start(key, variables: message.variables, at: .message(message.name))
        return true
    }

    private mutating func broadcast(_ name: String, _ variables: [String: JSON], from sender: Int) throws(EngineRefusal)
    {
        for index in instances.indices
        where index != sender && instances[index].openSignals(in: library).contains(name) {
            try perform(.broadcastSignal(name, variables: variables), on: index)
        }
        for key in library.processes(startedBy: .signal(name)) where library[key]?.begins(at: .signal(name)) == true {
            try start(key, variables: variables, at: .signal(name))
        }
    }
}

extension ProcessLibrary {
    /// The processes that begin with this, by name.
    func processes(startedBy point: StartPoint) -> [DefinitionKey] {
        newestKeys.filter { key in self[key]?.starts.contains(point) ?? false }
    }
}
