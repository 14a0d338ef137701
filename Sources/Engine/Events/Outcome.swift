/// How a process instance ended.
public enum Outcome: Hashable, Sendable {
    case completed
    /// A terminate end event stopped all that still ran.
    case terminated
    /// An error end event that nothing caught.
    case error(code: String)
    case cancelled(reason: String)
}
