/// What must hold before a rule applies, as a document words it.
indirect enum Condition: Sendable {
    case clause(Clause)
    case all([Condition])
    case any([Condition])
    case atLeast(Int, [Condition])
    /// A list of which the text does not say whether one or all must hold.
    case either([Condition])
    case not(Condition)

    /// `tenzij …`: the rule goes for all but those.
    var isExclusion: Bool {
        switch self {
        case .not: true
        case .clause, .all, .any, .atLeast, .either: false
        }
    }

    var clauses: [Clause] {
        switch self {
        case .clause(let clause): [clause]
        case .all(let parts), .any(let parts), .atLeast(_, let parts), .either(let parts): parts.flatMap(\.clauses)
        case .not(let part): part.clauses
        }
    }
}

/// One plain condition: some words, numbers and towns.
struct Clause: Sendable {
    let tokens: [Token]
    let terms: [Term]
    var quantities: [Quantity]
    let places: [PlaceMention]
    let isDenied: Bool
    /// What a clause of only numbers is about, from the sentence before it: `Bij twee of drie maanden …`.
    var subject: [Term] = []
    /// The whole of which it is one of the choices: `een ouder of voogd tekent mee`.
    var choice: [Token] = []

    /// Its words by where they stand; what was put together of a header and a cell has no range.
    var standing: [Range<Int>] { tokens.map(\.range) }
}

/// A sentence of a document read as what it is: what to do, and when.
struct Rule: Sendable {
    enum Mood: Sendable { case instruct, forbid, permit, state }

    /// The sentence it starts with, and all sentences that belong to it (a list with its announcement).
    var sentences: Range<Int>
    private(set) var range: Range<Int>
    var condition: Condition?
    /// The sentence before it, when its condition cannot be read without: `Anders: …`, `Daarboven …`.
    var leaning: Range<Int>?
    /// Only asks or only supposes; nothing follows from it.
    var isBare = false
    /// The words that say what follows.
    let action: [Token]
    let terms: [Term]
    let mood: Mood
    /// The cells of a table row with their headers; empty for a sentence.
    let cells: [(header: String, value: Range<Int>)]
    /// What each column of a row that asks says in words; nothing where it asks nothing.
    var columns: [Condition?] = []

    /// The same up to a place behind it.
    func through(_ end: Int) -> Rule {
        var rule = self
        rule.range = range.lowerBound..<end
        return rule
    }

    /// The words that must be read together: with those that its condition leans on.
    var whole: Range<Int> { (leaning?.lowerBound ?? range.lowerBound)..<range.upperBound }

    /// The same with the word that answers before it: `Ja. De bewoner …`.
    func opened(by answer: Sentence, at index: Int) -> Rule {
        var rule = Rule(
            sentences: index..<sentences.upperBound, range: answer.range.lowerBound..<range.upperBound,
            condition: condition, action: answer.tokens + action, terms: terms, mood: mood, cells: cells)
        rule.leaning = leaning
        return rule
    }

    /// Says no more than where else to read: `geldt ook §6.1`.
    var isReference: Bool { action.count <= 6 && action.contains { $0.text.hasPrefix("§") } }

    /// Opens with its verb, as an instruction does.
    var isOrder: Bool {
        guard let first = action.first else { return false }
        return !FunctionWords.all.contains(first.text) && !DutchSyntax.determiners.contains(first.text)
    }
}
