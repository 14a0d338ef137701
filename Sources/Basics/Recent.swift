/// What was used lately, bounded: the latest and those before them; when there is too much of the latest, it takes the place of those
/// before it, which go.
public struct Recent<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// How much a half holds: of things that each weigh one unless it is said otherwise.
    private let half: Int
    private var latest: [Key: Value] = [:]
    private var earlier: [Key: Value] = [:]
    private var weight = 0

    /// Room for two halves of this weight.
    public init(half: Int) { self.half = half }

    /// How many are at hand.
    public var count: Int { Set(latest.keys).union(earlier.keys).count }

    public mutating func keep(_ value: Value, for key: Key, weighing more: Int = 1) {
        if weight + more > half { (earlier, latest, weight) = (latest, [:], 0) }
        if latest.updateValue(value, forKey: key) == nil { weight += more }
    }

    /// What is kept for a key, which is thereby used again.
    public mutating func find(_ key: Key, weighing more: Int = 1) -> Value? {
        if let value = latest[key] { return value }
        guard let value = earlier[key] else { return nil }
        keep(value, for: key, weighing: more)
        return value
    }

    /// Keeps nothing any more.
    public mutating func clear() { (earlier, latest, weight) = ([:], [:], 0) }
}
