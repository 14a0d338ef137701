/// A type of FEEL's lattice (DMN 1.5, 10.3.2.9).
public indirect enum FeelType: Sendable {
    case any, null, boolean, number, string, date, time, dateTime, daysDuration, yearsDuration
    case list(FeelType)
    case context([String: FeelType])
    case range(FeelType)
    case function([FeelType], FeelType)
    /// A type whose values must also pass tests.
    case constrained(FeelType, UnaryTests)

    /// The types that the standard names.
    public static let named: [String: FeelType] = [
        "Any": .any, "Null": .null, "boolean": .boolean, "number": .number, "string": .string, "date": .date,
        "time": .time, "date and time": .dateTime, "dateTime": .dateTime,
        "days and time duration": .daysDuration, "dayTimeDuration": .daysDuration,
        "years and months duration": .yearsDuration, "yearMonthDuration": .yearsDuration,
        "list": .list(.any), "context": .context([:]), "range": .range(.any), "function": .function([], .any),
    ]
}
