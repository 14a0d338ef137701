/// What a condition says, as far as it is made of plain comparisons: for those who put conditions in words.
public indirect enum FeelStatement: Hashable, Sendable {
    /// All of two or more hold.
    case all([FeelStatement])
    /// At least one of two or more holds.
    case any([FeelStatement])
    case not(FeelStatement)
    /// A value that is true by itself.
    case isTrue(FeelTerm)
    case isKnown(FeelTerm)
    case isEmpty(FeelTerm)
    case compares(FeelTerm, Comparison, FeelTerm)
    case isOneOf(FeelTerm, [FeelTerm])
    case isBetween(FeelTerm, from: FeelTerm, included: Bool, to: FeelTerm, endIncluded: Bool)
    /// A list or text has this in it.
    case contains(FeelTerm, FeelTerm)

    /// A condition of more steps than this is not put in words.
    static let longest = 200

    /// How two values are compared.
    public enum Comparison: String, Hashable, Sendable, CaseIterable {
        case equal, notEqual, less, atMost, greater, atLeast
    }

    /// The other way round, where that can be said as plainly.
    var negated: FeelStatement {
        switch self {
        case .not(let inner): inner
        case .compares(let left, .equal, let right): .compares(left, .notEqual, right)
        case .compares(let left, .notEqual, let right): .compares(left, .equal, right)
        case .all, .any, .isTrue, .isKnown, .isEmpty, .compares, .isOneOf, .isBetween, .contains: .not(self)
        }
    }
}

/// A value in a condition, as people may name it.
public indirect enum FeelTerm: Hashable, Sendable {
    /// A name with the names inside it, `saldo.totaal`.
    case name(String)
    case text(String)
    /// In decimals with a point.
    case number(String)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
    case days(Int)
    case months(Int)
    case today, now
    case count(FeelTerm)
    case sum(FeelTerm)
    case calculation(FeelTerm, Sign, FeelTerm)

    /// What two values are joined by.
    public enum Sign: String, Hashable, Sendable, CaseIterable {
        case plus, minus, times, divided
    }
}

extension FeelExpression {
    /// What it says as a condition; nothing where a part of it has no plain words.
    public var statement: FeelStatement? {
        guard program.nodes.count <= FeelStatement.longest else { return nil }
        return StatementReader(program, symbols.names).statement(program.root)
    }
}
