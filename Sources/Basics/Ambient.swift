/// What an act may know of the world that is not in its arguments: the time and a source of identifiers.
///
/// Made once per request or job from the real clock, and by tests and simulations from a clock of their own.
public struct Ambient: Sendable {
    public let now: Moment
    private var random: any RandomNumberGenerator & Sendable

    public init(now: Moment, random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()) {
        self.now = now
        self.random = random
    }

    public var today: Day { now.day }

    public mutating func newID<Subject>(_ subject: Subject.Type = Subject.self) -> Identifier<Subject> {
        Identifier(at: now, random: &random)
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed, for tests, demos and simulations.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
