public import Basics

extension ProcessInstance {
    /// What would happen because of a command; nothing changes yet.
    public func decide(
        _ command: Command, in library: ProcessLibrary, at now: Moment, into events: inout [Event]
    ) throws(EngineRefusal) {
        var copy = self
        var decided: [Event] = []
        try copy.perform(command, in: library, at: now, into: &decided)
        events += decided
    }

    /// Decides and applies in one go.
    public mutating func perform(
        _ command: Command, in library: ProcessLibrary, at now: Moment, into events: inout [Event]
    ) throws(EngineRefusal) {
        if !isPlaced { placeDefinitions(in: library) }
        var run = Run(try library.graphs(of: self), library: library, now: now)
        // A step gives some events, whose list need not grow one by one.
        if events.isEmpty { events.reserveCapacity(16) }
        run.exchange(&self, &events)
        defer { run.exchange(&self, &events) }
        try run.carryOut(command)
    }

    /// What the world has to do because of an event.
    public static func effects(of event: Event) -> [Effect] { event.effects }
}
