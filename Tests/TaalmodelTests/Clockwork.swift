import Synchronization

/// A clock that is moved by hand.
final class Clockwork: Sendable {
    private let time = Mutex(ContinuousClock.now)

    var now: @Sendable () -> ContinuousClock.Instant { { self.time.withLock(\.self) } }

    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
}
