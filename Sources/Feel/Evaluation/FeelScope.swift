public import Basics

/// What an expression may see: values by name, names whose value is not known, and the time that it is.
public struct FeelScope: Sendable {
    public var values: [String: FeelValue]
    /// Names that have a value, which nobody knows yet.
    public var unknown: Set<String>
    public var now: FeelNow

    public init(_ values: [String: FeelValue] = [:], unknown: Set<String> = [], now: FeelNow = .unset) {
        self.values = values
        self.unknown = unknown
        self.now = now
    }

    /// Values from outside.
    public init(json: [String: JSON], unknown: Set<String> = [], now: FeelNow = .unset) {
        self.init(json.mapValues { FeelValue($0) }, unknown: unknown, now: now)
    }

    func globals(for symbols: FeelSymbols) -> [FeelValue?] {
        symbols.names.map { name in
            unknown.contains(name) ? .unknown(FeelUnknown([name])) : values[name]
        }
    }
}

/// The clock that `now()` and `today()` read: passed in, so that the same question has the same answer.
public struct FeelNow: Sendable {
    public let dateTime: FeelDateTime?

    /// No clock: `now()` and `today()` are null.
    public static let unset = FeelNow(dateTime: nil)

    private init(dateTime: FeelDateTime?) { self.dateTime = dateTime }

    /// A moment as a clock in this region shows it.
    public init(_ moment: Moment, region: String = "Europe/Amsterdam") {
        dateTime = FeelDateTime(moment, zone: FeelZone(region: region) ?? .offset(0))
    }
}
