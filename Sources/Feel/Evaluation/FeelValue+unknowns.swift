extension FeelValue {
    /// Whether something in the value is not known.
    var hasUnknowns: Bool {
        switch self {
        case .unknown: true
        case .list(let values): values.contains(where: \.hasUnknowns)
        case .context(let context): context.values.contains(where: \.hasUnknowns)
        case .null, .boolean, .number, .string, .date, .time, .dateTime, .daysDuration, .yearsDuration, .range,
            .function:
            false
        }
    }

    /// The names that what is not known depends on.
    var unknowns: FeelUnknown {
        switch self {
        case .unknown(let unknown): unknown
        case .list(let values): FeelUnknown.joined(values)
        case .context(let context): FeelUnknown.joined(context.values)
        case .null, .boolean, .number, .string, .date, .time, .dateTime, .daysDuration, .yearsDuration, .range,
            .function:
            FeelUnknown([])
        }
    }
}

extension FeelUnknown {
    static func joined(_ values: [FeelValue]) -> FeelUnknown {
        FeelUnknown(values.reduce(into: Set()) { $0.formUnion($1.unknowns.names) })
    }
}
