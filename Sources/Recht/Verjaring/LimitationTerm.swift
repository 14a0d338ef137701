import Basics

/// The kinds of claim that lapse after different terms.
public enum LimitationKind: String, Hashable, Sendable, CaseIterable {
    /// Performance of a contract (BW 3:307).
    case nakoming
    /// Rent, interest and all that is paid per year or shorter (BW 3:308).
    case periodiek
    /// Damages and penalties, from the day they are known (BW 3:310).
    case schadevergoeding
    /// The price of a consumer purchase (BW 7:28).
    case consumentenkoop
    /// All other claims (BW 3:306).
    case overig
    /// A judgment (BW 3:324).
    case vonnis
    /// Amounts under a judgment that fall due per year or shorter (BW 3:324 lid 3).
    case vonnisPeriodiek = "vonnis-periodiek"
}

/// After how many years a kind of claim lapses.
public struct LimitationTerm: Hashable, Sendable {
    public let years: Int
    /// The most, counted from the event itself, where the term counts from knowledge of it.
    public let latestYears: Int?
    public let article: String

    public init(years: Int, latestYears: Int? = nil, article: String) {
        self.years = years
        self.latestYears = latestYears
        self.article = article
    }
}

/// The dated terms of limitation, what an interruption gives, and when to warn.
public struct LimitationTable: Hashable, Sendable {
    public let terms: [LimitationKind: DatedTable<LimitationTerm>]
    /// The most years a new term has after an interruption (BW 3:319).
    public let interruptionYears: Int
    public let interruptionArticle: String
    /// How many months before the end to warn, longest first.
    public let warningMonths: [Int]
    /// Which kind of limitation the kinds of claim in creditors' files follow; another is performance of a contract.
    public let kinds: [String: LimitationKind]

    public init(
        terms: [LimitationKind: DatedTable<LimitationTerm>], interruptionYears: Int, interruptionArticle: String,
        warningMonths: [Int], kinds: [String: LimitationKind] = [:]
    ) {
        self.terms = terms
        self.interruptionYears = interruptionYears
        self.interruptionArticle = interruptionArticle
        self.warningMonths = warningMonths.sorted(by: >)
        self.kinds = kinds
    }

    /// The kind of limitation of a claim of this kind, such as `huur`.
    public func kind(of claim: String) -> LimitationKind { kinds[claim.lowercased()] ?? .nakoming }

    /// The fewest years that any term has.
    public var shortestYears: Int { terms.values.flatMap(\.rows).map(\.value.years).min() ?? 0 }
}
