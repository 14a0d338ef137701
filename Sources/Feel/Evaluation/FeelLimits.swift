/// What an evaluation may use; an expression from outside cannot pass these.
public struct FeelLimits: Hashable, Sendable {
    /// Steps of the expression and elements that functions walk through.
    public var steps: Int
    /// Levels of nesting, those within calls included.
    public var depth: Int
    /// Functions that are at work within each other, and decisions that need each other in a row.
    public var calls: Int
    /// List elements and characters that are made, together.
    public var room: Int

    public init(steps: Int = 5_000_000, depth: Int = 40_000, calls: Int = 3_000, room: Int = 8_000_000) {
        self.steps = steps
        self.depth = depth
        self.calls = calls
        self.room = room
    }
}
