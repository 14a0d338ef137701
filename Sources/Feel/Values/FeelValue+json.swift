public import Basics

extension FeelValue {
    /// A JSON value as FEEL sees it; a date in JSON is a text, until a type or a function makes it a date.
    public init(_ json: JSON) {
        switch json {
        case .null: self = .null
        case .bool(let flag): self = .boolean(flag)
        case .number(let number): self = .number(number)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .list(elements.map { FeelValue($0) })
        case .object(let fields):
            let sorted = fields.sorted { $0.key < $1.key }
            let shape = FeelShape(sorted.map(\.key))
            self = .context(FeelContext(shape: shape, values: sorted.map { FeelValue($0.value) }))
        }
    }

    /// The value as JSON: dates, times and durations as their text, a range as its ends, a function as null.
    public var json: JSON {
        switch self {
        case .null, .function, .unknown: .null
        case .boolean(let flag): .bool(flag)
        case .number(let number): .number(number)
        case .string(let text): .string(text)
        case .date, .time, .dateTime, .daysDuration, .yearsDuration: .string(literal)
        case .list(let values): .array(values.map(\.json))
        case .context(let context): .object(Dictionary(context.entries.map { ($0, $1.json) }) { _, last in last })
        case .range(let range): range.json
        }
    }
}

extension FeelRange {
    var json: JSON {
        [
            "start": start.json, "end": end.json, "startIncluded": .bool(includesStart),
            "endIncluded": .bool(includesEnd),
        ]
    }
}
