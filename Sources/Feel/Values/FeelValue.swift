public import Basics

/// A value of FEEL's semantic domain (DMN 1.5, 10.3.2).
public enum FeelValue: Sendable {
    case null
    case boolean(Bool)
    case number(Decimal128)
    case string(String)
    case date(FeelDate)
    indirect case time(FeelTime)
    indirect case dateTime(FeelDateTime)
    case daysDuration(FeelDaysDuration)
    case yearsDuration(FeelYearsDuration)
    case list([FeelValue])
    case context(FeelContext)
    indirect case range(FeelRange)
    case function(FeelFunction)
    /// Not known yet; only in evaluations that were told so, with the names that it depends on.
    case unknown(FeelUnknown)

    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    var isTrue: Bool {
        if case .boolean(true) = self { true } else { false }
    }
}

/// The names whose values are not known and that a value depends on.
public struct FeelUnknown: Hashable, Sendable {
    public let names: Set<String>

    public init(_ names: Set<String>) { self.names = names }

    func joined(with other: FeelUnknown) -> FeelUnknown { FeelUnknown(names.union(other.names)) }
}

extension FeelValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(integerLiteral value: Int) { self = .number(Decimal128(value)) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: FeelValue...) { self = .list(elements) }
}

/// The kinds of value that FEEL tells apart, for comparisons and messages.
public enum FeelKind: String, Sendable {
    case null, boolean, number, string, date, time
    case dateTime = "date and time"
    case daysDuration = "days and time duration"
    case yearsDuration = "years and months duration"
    case list, context, range, function, unknown
}

extension FeelValue {
    public var kind: FeelKind {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .daysDuration: .daysDuration
        case .yearsDuration: .yearsDuration
        case .list: .list
        case .context: .context
        case .range: .range
        case .function: .function
        case .unknown: .unknown
        }
    }
}
