public import Basics

/// What time it is; in a demo also a way to move it on.
public struct WebClock: Sendable {
    public let now: @Sendable () -> Moment
    /// The clock on the wall, by which sessions expire; moving a demo's time signs nobody out.
    let wall: @Sendable () -> Moment
    /// Moves time and lets everything happen that falls due on the way; `nil` where time cannot be moved.
    public let move: (@Sendable (ClockStep) async throws -> Void)?

    public init(
        now: @escaping @Sendable () -> Moment, wall: (@Sendable () -> Moment)? = nil,
        move: (@Sendable (ClockStep) async throws -> Void)? = nil
    ) {
        self.now = now
        self.wall = wall ?? now
        self.move = move
    }

    var canMove: Bool { move != nil }
}

/// How far a demo's clock is moved.
public enum ClockStep: String, Sendable, CaseIterable {
    case day = "dag"
    case week
    case nextEvent = "gebeurtenis"
}
