import Synchronization

/// What was made of something lately, by all that it was made of: the same source makes the same thing, so that nothing here can be out of date,
/// whoever asks and from whatever database it comes. Bounded by what the sources weigh; a very heavy one is made each time.
public final class Shelf<Source: Hashable & Sendable, Made: Sendable>: Sendable {
    private let half: Int
    private let known: Mutex<Recent<Source, Made>>

    /// Room for two halves of this weight.
    public init(half: Int) {
        self.half = half
        known = Mutex(Recent(half: half))
    }

    /// How many are at hand.
    public var count: Int { known.withLock(\.count) }

    /// What this makes, at hand or made now. Two who ask at once may both make it; neither waits for the other.
    public func made(of source: Source, weighing size: Int, _ make: () throws -> Made) rethrows -> Made {
        if let made = known.withLock({ $0.find(source, weighing: size) }) { return made }
        let made = try make()
        keep(made, of: source, weighing: size)
        return made
    }

    /// Keeps what was made of a source; what was asked for longest ago makes room.
    public func keep(_ made: Made, of source: Source, weighing size: Int) {
        guard size <= half / 16 else { return }
        known.withLock { $0.keep(made, for: source, weighing: size) }
    }
}
