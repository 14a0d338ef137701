public import Feel

/// Something that a check of a decision table found; rules and columns are counted from 1.
public enum DmnFinding: Hashable, Sendable {
    /// Facts for which no rule fires, by the text of the input.
    case gap(example: [DmnExample])
    /// Two rules that fire together where the hit policy allows one, or where their outputs differ.
    case overlap(rule: Int, other: Int, example: [DmnExample])
    /// A rule that can never fire, with the rules that always come first; none when its own tests contradict each other.
    case neverFires(rule: Int, covered: [Int])
    /// An outcome outside the values that its column allows (DMN 1.5, 8.2.9); rule 0 is the outcome when no rule fires.
    case notAllowed(rule: Int, column: Int, value: String, allowed: String)
    /// A cell that depends on more than its input, so that the check says nothing about this rule.
    case notChecked(rule: Int, column: Int)
    /// There are more places to look at than the check may visit.
    case tooLarge

    /// Whether it must be looked at before the table decides anything.
    public var isFlaw: Bool {
        switch self {
        case .gap, .overlap, .notAllowed: true
        case .neverFires, .notChecked, .tooLarge: false
        }
    }
}

/// A value of an input, as an example.
public struct DmnExample: Hashable, Sendable {
    public let input: String
    public let value: FeelValue
}
