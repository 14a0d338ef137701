import Basics
import Synchronization

/// The variables that a function keeps. Among them may be functions that keep others, and so on, however many: none is let go of within
/// another, so that a long row of them takes no stack.
final class FeelKept: Sendable {
    struct Variables: Sendable {
        var locals: [FeelValue]
        var globals: [FeelValue?]
    }

    private let held: Mutex<Variables>

    init(_ variables: Variables) { held = Mutex(variables) }

    var variables: Variables { held.withLock { $0 } }

    deinit {
        Farewell.take(
            held.withLock { held in
                let last = held
                held = Variables(locals: [], globals: [])
                return last
            })
    }
}
