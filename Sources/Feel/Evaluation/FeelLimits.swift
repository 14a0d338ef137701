/// What an evaluation may use; an expression from outside cannot pass these.
public struct FeelLimits: Hashable, Sendable {
    /// Steps of the expression and elements that functions walk through.
    public var steps: Int
    /// Levels of nesting, calls included.
    public var depth: Int
    /// List elements and characters that are made, together.
    public var room: Int

    public init(steps: Int = 5_000_000, depth: Int = 600, room: Int = 8_000_000) {
        self.steps = steps
        self.depth = depth
        self.room = room
    }
}
