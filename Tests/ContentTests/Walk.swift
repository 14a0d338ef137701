import Basics
import Engine
import Testing

/// A zaak in memory: its process runs, services answer at once, people and clocks are played by the test.
struct Walk {
    let library: ProcessLibrary
    var instance: ProcessInstance
    var now: Moment
    var facts: [String: JSON]
    /// What was done, in order: services with what they did it with.
    private(set) var done: [String] = []
    private var queue: [Command] = []

    init(facts: [String: JSON] = [:]) throws {
        library = try Content.library()
        instance = ProcessInstance(of: try #require(library.newest("incasso")).key)
        now = Moment(try #require(Day("2026-03-02")), hour: 9)
        self.facts = try #require(try Content.kind().variabelen.fields).merging(Walk.facts) { $1 }.merging(facts) { $1 }
        try perform(.start(variables: self.facts))
    }

    /// A person in arrears of whom little is known.
    static let facts: [String: JSON] = [
        "vandaag": "2026-03-02", "zaak": ["nummer": "ZAAK-2026-000001", "status": "ontvangen"], "regeling": .null,
        "klant": ["voorkeurskanaal": "brief", "taal": "nl", "eerdereZaken": 0, "ondersteuning": false],
        "saldo": ["totaal": 600, "hoofdsom": 600, "kosten": 0, "rente": 0, "vervallen": 600, "aantal": 1],
    ]

    var letters: [String] { done.filter { $0.hasPrefix("brief.versturen ") }.map { String($0.dropFirst(16)) } }
    var tasks: [String] { instance.openTasks.map(\.node.id) }
    var isDone: Bool { instance.status == .ended(.completed) }

    mutating func perform(_ command: Command) throws {
        queue = [command]
        var rounds = 0
        while !queue.isEmpty {
            rounds += 1
            try #require(rounds < 500, "a circle in which nothing waits")
            var events: [Event] = []
            try instance.perform(queue.removeFirst(), in: library, at: now, into: &events)
            for effect in events.flatMap(\.effects) { serve(effect) }
        }
        for incident in instance.incidents { Issue.record("incident at \(incident.node.id): \(incident.cause)") }
    }

    private mutating func serve(_ effect: Effect) {
        guard case .callService(let call) = effect else { return }
        let what = ["sjabloon", "status", "resultaat"].compactMap { call.inputs[$0]?.text }.first
        done.append([call.type, what].compactMap(\.self).joined(separator: " "))
        queue.append(.completeService(call.element, variables: [:]))
    }

    /// Does an open taak with an outcome and what else the form gives.
    mutating func complete(_ task: String, _ outcome: String, _ more: [String: JSON] = [:]) throws {
        let element = try #require(instance.openTasks.first { $0.node.id == task }, "\(task) is not open: \(tasks)")
        try perform(
            .completeTask(
                element.id, variables: more.merging(["uitkomst": .string(outcome), "toelichting": "reden"]) { $1 }))
    }

    /// Moves the clock to the next timer; answers how many days later that is, whatever summer time does.
    @discardableResult
    mutating func wait() throws -> Int {
        let next = try #require(instance.timers.min { $0.1 < $1.1 }, "no clock runs; open: \(tasks)")
        let days = Int((next.1 - now + 43_200) / 86_400)
        now = next.1
        try perform(.fireTimer(next.0))
        return days
    }

    mutating func tell(_ message: String) throws { try perform(.deliverMessage(message, variables: [:])) }
}
