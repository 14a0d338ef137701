public import Basics

extension ProcessInstance {
    /// What would happen because of a command; nothing changes yet.
    public func decide(
        _ command: Command, in library: ProcessLibrary, at now: Moment, into events: inout [Event]
    ) throws(EngineRefusal) {
        var run = try Run(self, library: library, now: now)
        try run.carryOut(command)
        events += run.events
    }

    /// Decides and applies in one go.
    public mutating func perform(
        _ command: Command, in library: ProcessLibrary, at now: Moment, into events: inout [Event]
    ) throws(EngineRefusal) {
        var run = try Run(self, library: library, now: now)
        self = ProcessInstance(of: definitions[0])
        do throws(EngineRefusal) {
            try run.carryOut(command)
        } catch {
            self = run.instance
            throw error
        }
        self = run.instance
        events += run.events
    }

    /// What the world has to do because of an event.
    public static func effects(of event: Event) -> [Effect] { event.effects }
}
