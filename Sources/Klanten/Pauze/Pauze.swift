public import Basics

/// A rest for a person: until its end nothing is collected on any of their zaken and every clock stands still.
public struct Pauze: Hashable, Sendable, Identifiable {
    public let id: Identifier<Pauze>
    public let partij: Identifier<Partij>
    public var reden: String
    public let begin: Day
    /// The last day of the pause.
    public var einde: Day
    public let door: String
    /// When it ended; nothing while it runs.
    public var opgeheven: Moment?

    public init(id: Identifier<Pauze>, partij: Identifier<Partij>, reden: String, begin: Day, einde: Day, door: String)
    {
        self.id = id
        self.partij = partij
        self.reden = reden
        self.begin = begin
        self.einde = einde
        self.door = door
    }
}
