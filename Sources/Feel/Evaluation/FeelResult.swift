/// What an evaluation gave: a value, and what went wrong on the way.
public struct FeelResult: Sendable {
    public let value: FeelValue
    public let problems: [FeelProblem]

    public init(value: FeelValue, problems: [FeelProblem] = []) { (self.value, self.problems) = (value, problems) }
}

/// The answer to a yes-or-no question when not every fact is known.
public enum FeelTruth: Hashable, Sendable {
    case yes
    case no
    /// Null, or no truth at all.
    case neither
    /// It depends on these names.
    case unknown(Set<String>)
}

extension FeelResult {
    /// The value as an answer.
    public var truth: FeelTruth {
        switch value {
        case .boolean(true): .yes
        case .boolean(false): .no
        case .unknown(let unknown): .unknown(unknown.names)
        default: .neither
        }
    }
}
