/// The figures of the reference process over a period, each with its trend, its benchmark and its definition.
struct SturingPage: Page {
    let period: String
    /// Why another period is shown than was asked.
    var misread: String?
    /// A period that still runs is counted up to today.
    let running: String?
    /// When the figures were counted, and whether they may still move.
    let counted: String
    /// What was counted otherwise before, the newest first.
    var earlier: [String] = []
    let periods: [Option]
    let creditors: [Option]
    let from: String
    let to: String
    let before: Way
    let after: Way?
    let exports: [Way]
    let own: Way
    let night: Way
    let groups: [Group]

    struct Group: Sendable {
        let title: String
        let cards: [Card]
    }

    /// One figure.
    struct Card: Sendable {
        let id: String
        let number: String
        let name: String
        let value: String?
        /// Why there is no figure.
        let missing: String?
        let beside: [Pair]
        let change: Chip?
        let benchmark: String?
        let drawing: SafeMarkup?
        /// The first and the last figure of the line, under its ends.
        var ends: Ends? = nil
        let points: [Point]
        let definition: Definition
        let parts: [Way]
    }

    struct Ends: Sendable {
        let first: Pair
        let last: Pair
    }

    struct Pair: Sendable {
        let name: String
        let value: String
    }

    /// The figure of one period, for the table behind the line.
    struct Point: Sendable {
        let period: String
        let path: String
        let value: String
        let current: Bool
    }

    /// What a figure means.
    struct Definition: Sendable {
        let text: String
        let formula: String
        let facts: [Pair]
    }

    static let template = "sturing/sturing"
    static let area: Area? = .sturing
}
