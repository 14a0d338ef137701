import Basics
import Bpmn
import Dmn
import Engine

/// The shipped collection process for many people at once, over a simulated year: every instance stays in memory, one clock
/// goes from one thing that is due to the next, people answer after some days, and most pay one day.
struct Year {
    private static let begin = Moment(milliseconds: 1_767_222_000_000)
    private static let end = begin.adding(days: 365)

    let count: Int

    func run() throws {
        let library = try Year.library()
        var world = YearWorld(library, begin: Year.begin, end: Year.end)
        let took = try seconds {
            for _ in 0..<count { try world.start("incasso") }
            try world.run()
        }
        guard world.incidents * 20 < count else { throw BenchmarkFault.stuck(world.incidents, world.cause ?? "") }
        let each = took / Double(count) * 1e6
        print(
            "| \(count) instances of the collection process, a year | \(brief(took)) s, \(peakMegabytes()) MB"
                + " | \(brief(each)) µs an instance, \(brief(Double(world.steps) / took)) commands/s,"
                + " \(world.ended) ended, \(world.incidents) incidents |")
    }

    private static func library() throws -> ProcessLibrary {
        let definitions = try ["incasso", "regeling", "uitzondering", "deurwaarder", "bewaken"].flatMap {
            ProcessDefinition.compileAll(try BpmnReading(bytes("Content/processen/\($0).bpmn")).definitions)
                .definitions
        }
        return ProcessLibrary(definitions, decide: try decisions(in: "Content/beslissingen/klantsegment.dmn"))
    }
}

/// What the world does with the instances: it answers, it pays, and its clock runs.
struct YearWorld {
    private enum Due {
        case task(ElementInstance.ID)
        case timer(Wait.ID)
        case choice(ElementInstance.ID, String)
        case paid
    }

    private let library: ProcessLibrary
    private let end: Moment
    private var now: Moment
    private var instances: [ProcessInstance] = []
    private var agenda = Agenda<(instance: Int, what: Due)>()
    private var random = SeededRandom(seed: 2_026)
    /// One list for the events of one command after the other.
    private var events: [Event] = []
    private(set) var steps = 0
    private(set) var incidents = 0
    /// Why the first thing that went wrong did.
    private(set) var cause: String?
    var ended: Int { instances.count { $0.status != .running } }

    init(_ library: ProcessLibrary, begin: Moment, end: Moment) {
        self.library = library
        self.end = end
        now = begin
    }

    mutating func start(_ process: String) throws {
        instances.append(ProcessInstance(of: DefinitionKey(process)))
        try perform(.start(variables: Answers.facts), on: instances.count - 1)
        if Int.random(in: 0..<10, using: &random) < 7 { plan(.paid, on: instances.count - 1, within: 10...250) }
    }

    mutating func run() throws {
        while let (moment, next) = agenda.next(), moment <= end {
            now = moment
            try happen(next.what, to: next.instance)
        }
    }

    private mutating func happen(_ what: Due, to index: Int) throws {
        guard instances[index].status == .running else { return }
        switch what {
        case .task(let id):
            guard instances[index].isActive(id) else { return }
            try perform(.completeTask(id, variables: Answers.random(&random, today: now.day)), on: index)
        case .timer(let id):
            guard let due = instances[index].due(of: id), due <= now else { return }
            try perform(.fireTimer(id), on: index)
        case .choice(let id, let flow):
            guard instances[index].isActive(id) else { return }
            try perform(.choose(id, flows: [flow]), on: index)
        case .paid:
            guard instances[index].awaits("VorderingVoldaan") else { return }
            try perform(.deliverMessage("VorderingVoldaan", variables: [:]), on: index)
        }
    }

    private mutating func perform(_ command: Command, on index: Int) throws {
        var events: [Event] = []
        swap(&events, &self.events)
        defer { swap(&events, &self.events) }
        var queue = [command]
        while let next = queue.popLast() {
            steps += 1
            events.removeAll(keepingCapacity: true)
            try instances[index].perform(next, in: library, at: now, into: &events)
            for event in events { for effect in event.effects { take(effect, from: index, &queue) } }
        }
    }

    private mutating func take(_ effect: Effect, from index: Int, _ queue: inout [Command]) {
        switch effect {
        case .callService(let call): queue.append(.completeService(call.element, variables: [:]))
        case .offerTask(let offer): plan(.task(offer.element), on: index, within: 1...6)
        case .offerChoice(let offer):
            guard let flow = offer.options.randomElement(using: &random)?.flow.id else { return }
            plan(.choice(offer.element, flow), on: index, within: 1...6)
        case .setTimer(let id, let due): agenda.add((index, .timer(id)), at: due)
        case .raiseIncident(let incident):
            incidents += 1
            cause = cause ?? "\(incident.node.id): \(incident.cause)"
        case .withdrawTask, .withdrawService, .cancelTimer, .subscribe, .unsubscribe, .sendMessage, .broadcastSignal,
            .withdrawChoice, .offerActivities, .withdrawActivities, .clearIncident, .ended:
            break
        }
    }

    private mutating func plan(_ what: Due, on index: Int, within days: ClosedRange<Int64>) {
        agenda.add(
            (index, what),
            at: now.adding(seconds: Int64.random(in: days, using: &random) * 86_400 + Int64(index % 3_600)))
    }
}
