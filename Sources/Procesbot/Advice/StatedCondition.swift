/// What must still hold before a rule goes, told so that it is seen whether one is enough or all are needed.
indirect enum StatedCondition {
    case thing(ClauseWording)
    case all([StatedCondition])
    case any([StatedCondition])
    case atLeast(Int, [StatedCondition])
    /// A list of which its source does not say how many must hold.
    case list([StatedCondition])

    /// Keeps of a condition the clauses that are `open`, all where none is; of a number out of a list the whole list.
    init?(_ condition: Condition, open: Set<[Range<Int>]>, words: (Clause) -> ClauseWording) {
        func stated(_ parts: [Condition]) -> [StatedCondition] {
            var seen: Set<String> = []
            return parts.compactMap { StatedCondition($0, open: open, words: words) }.filter {
                seen.insert($0.text).inserted
            }
        }
        func joined(_ parts: [Condition], _ join: ([StatedCondition]) -> StatedCondition) -> StatedCondition? {
            let stated = stated(parts)
            return stated.count > 1 ? join(stated) : stated.first
        }
        let made: StatedCondition? =
            switch condition {
            case .clause(let clause): open.isEmpty || open.contains(clause.standing) ? .thing(words(clause)) : nil
            case .not(let part): StatedCondition(part, open: open, words: words)
            case .all(let parts): joined(parts, Self.all)
            case .any(let parts): joined(parts, Self.any)
            case .either(let parts): joined(parts, Self.list)
            case .atLeast(let count, let parts):
                .atLeast(count, parts.compactMap { StatedCondition($0, open: [], words: words) })
            }
        guard let made else { return nil }
        self = made
    }

    /// Its words; what stands within another is joined by *en* or *of*.
    var text: String {
        switch self {
        case .thing(let wording): wording.text
        case .all(let parts), .any(let parts), .list(let parts), .atLeast(_, let parts):
            parts.map(\.within).joined(separator: "; ")
        }
    }

    private var within: String {
        switch self {
        case .thing(let wording): wording.text
        case .all(let parts): parts.map(\.within).joined(separator: " en ")
        case .any(let parts): parts.map(\.within).joined(separator: " of ")
        case .list(let parts): parts.map(\.within).joined(separator: ", ")
        case .atLeast(let count, let parts):
            "minstens \(count) van deze: " + parts.map(\.within).joined(separator: ", ")
        }
    }

    /// What the key of its sentence ends in.
    var manner: String {
        switch self {
        case .thing(let wording): wording.shape == .clause ? ".zin" : ""
        case .all: ".alle"
        case .any: ".een"
        case .atLeast: ".minstens"
        case .list: ""
        }
    }

    /// How many of it are needed, where it says so.
    var count: Int? { if case .atLeast(let count, _) = self { count } else { nil } }
}
