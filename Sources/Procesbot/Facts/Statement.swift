/// A thing that is said of the case, in a few words: in the question, in the facts given with it, or worked out.
struct Statement: Sendable {
    enum Origin: String, Sendable {
        case question, given, computed
    }

    let text: String
    let tokens: [Token]
    let terms: [Term]
    let quantities: [Quantity]
    let places: [PlaceMention]
    /// Denied: `geen crisis`, `niet bereikt`.
    let isDenied: Bool
    /// Doubted or said to be not known: `misschien`, `weet niet of`.
    let isUncertain: Bool
    /// Stands in a question, so that it is asked and not said.
    let isAsked: Bool
    let origin: Origin
}

/// A town in a text, and whether it is where, where not, or left behind.
struct PlaceMention: Sendable, Hashable {
    enum Relation: Sendable { case inside, outside, left }

    let name: String
    let relation: Relation
    let token: Int
}
