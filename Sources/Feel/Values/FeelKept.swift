import Basics
import Synchronization

/// The variables that a function keeps. Among them may be functions that keep others, and so on: letting go of a long row of them goes as
/// deep, and moves to a fresh stack where that of the thread at work is too short.
final class FeelKept: Sendable {
    struct Variables: Sendable {
        var locals: [FeelValue]
        var globals: [FeelValue?]
    }

    /// Rows up to this long need no care.
    private static let short = 100

    private let held: Mutex<Variables>
    /// How many functions keep one another in here.
    let nesting: Int

    init(_ variables: Variables, nesting: Int) {
        held = Mutex(variables)
        self.nesting = nesting
    }

    var variables: Variables { held.withLock { $0 } }

    deinit {
        guard nesting > FeelKept.short, StackRoom.here < StackRoom.floor else { return }
        _ = StackRoom.onMore { held.withLock { $0 = Variables(locals: [], globals: []) } }
    }
}
