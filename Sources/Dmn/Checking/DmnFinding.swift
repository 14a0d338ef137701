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
    /// A rule that never fires, because its cell asks for a value that its column does not list.
    case notListed(rule: Int, column: Int, text: String, allowed: String)
    /// A name that nothing gives the decision, in a text of its table: what rests on it comes to nothing.
    case unknownName(String, at: DmnPlace, text: String)
    /// A cell of which the check cannot tell for all facts whether it passes, so that it says nothing that rests on it.
    case notChecked(rule: Int, column: Int, text: String, because: DmnDoubt)
    /// An input of which the check cannot tell which values it may have, so that it looks for no gaps, nor for overlaps that rest on it.
    case inputNotChecked(column: Int, text: String, because: DmnInputDoubt)
    /// There are more places to look at than the check may visit.
    case tooLarge

    /// Whether it must be looked at before the table decides anything.
    public var isFlaw: Bool {
        switch self {
        case .gap, .overlap, .notAllowed, .unknownName: true
        case .neverFires, .notListed, .notChecked, .inputNotChecked, .tooLarge: false
        }
    }
}

/// Why a cell could not be checked.
public enum DmnDoubt: String, Hashable, Sendable, CaseIterable {
    /// It depends on other facts than its input, or on the clock.
    case otherFacts
    /// It asks something of its input that does not cut the values into pieces, as `string length(?) > 3` does.
    case notCut
    /// It cannot be read.
    case unreadable
}

/// Why an input could not be checked.
public enum DmnInputDoubt: String, Hashable, Sendable, CaseIterable {
    /// It computes something, so that not every value needs to occur.
    case computed
    /// It looks at the same facts as an input before it.
    case sharesFacts
    /// The values that it allows depend on other facts.
    case allowedUnknown
    /// Its type is nowhere described.
    case typeUnknown
}

/// A value of an input, as an example.
public struct DmnExample: Hashable, Sendable {
    public let input: String
    /// What the input looks at.
    public let expression: String
    public let value: FeelValue
}
