public import Basics

/// Which statutory interest a claim bears.
public enum InterestKind: String, Hashable, Sendable, CaseIterable {
    /// Ordinary statutory interest (BW 6:119).
    case consument
    /// Commercial interest between businesses or with a public body (BW 6:119a, 6:119b).
    case handel
}

/// What the interest of a claim is computed by.
public enum InterestBasis: Hashable, Sendable {
    case statutory(InterestKind)
    /// A rate agreed between the parties (BW 6:119 lid 3).
    case agreed(Rate)
}

/// The statutory rates by date of both kinds.
public struct InterestRates: Hashable, Sendable {
    public let consument: DatedTable<Rate>
    public let handel: DatedTable<Rate>
    /// How interest is reckoned where the law is open; the row of the first day of default counts for the whole claim.
    public let conventions: DatedTable<InterestConventions>

    public init(
        consument: DatedTable<Rate>, handel: DatedTable<Rate>,
        conventions: DatedTable<InterestConventions> = DatedTable([])
    ) {
        self.consument = consument
        self.handel = handel
        self.conventions = conventions
    }

    /// How the interest of a claim is reckoned that is in default since a day.
    public func conventions(from start: Day) -> InterestConventions { conventions.value(on: start) ?? .init() }

    /// The table a claim follows; an agreed rate is a table of one row.
    public func table(for basis: InterestBasis) -> DatedTable<Rate> {
        switch basis {
        case .statutory(.consument): consument
        case .statutory(.handel): handel
        case .agreed(let rate): DatedTable([Dated(from: Day(number: -719_162), rate, source: "overeenkomst")])
        }
    }
}

extension InterestBasis {
    /// The article the interest rests on.
    public var article: String {
        switch self {
        case .statutory(.consument): "BW 6:119"
        case .statutory(.handel): "BW 6:119a"
        case .agreed: "BW 6:119 lid 3"
        }
    }

    /// The paragraph by which the interest of a year bears interest itself.
    var compoundingArticle: String {
        switch self {
        case .statutory(.consument), .agreed: "BW 6:119 lid 2"
        case .statutory(.handel): "BW 6:119a lid 3"
        }
    }
}
