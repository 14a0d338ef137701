public import Basics

extension ProcessInstance {
    /// What would happen because of a command; nothing changes yet.
    public func decide(
        _ command: Command, in library: ProcessLibrary, at now: Moment, into events: inout [Event]
    ) throws(EngineRefusal) {
        var run = try Run(self, library: library, now: now, events: [])
        try run.carryOut(command)
        events += run.events
    }

    /// Decides and applies in one go.
    public mutating func perform(
        _ command: Command, in library: ProcessLibrary, at now: Moment, into events: inout [Event]
    ) throws(EngineRefusal) {
        var run = try Run(self, library: library, now: now, events: events)
        self = ProcessInstance.nothing
        events = []
        defer {
            self = run.instance
            events = run.events
        }
        try run.carryOut(command)
    }

    /// Stands in while an instance is being changed elsewhere, so that nobody else holds what it holds.
    private static let nothing = ProcessInstance(of: DefinitionKey(""))

    /// What the world has to do because of an event.
    public static func effects(of event: Event) -> [Effect] { event.effects }
}
