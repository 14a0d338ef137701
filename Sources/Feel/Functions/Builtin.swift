/// The functions that FEEL brings along (DMN 1.5, 10.3.4), with the few that process tools add to them.
enum Builtin: String, CaseIterable, Sendable {
    case date, dateAndTime = "date and time", time, number, string, duration
    case yearsAndMonthsDuration = "years and months duration"
    case context, range
    case not
    case substring, stringLength = "string length", upperCase = "upper case", lowerCase = "lower case"
    case substringBefore = "substring before", substringAfter = "substring after", replace, contains
    case startsWith = "starts with", endsWith = "ends with", matches, split, stringJoin = "string join"
    case listContains = "list contains", count, min, max, sum, mean, all, any, sublist, append, concatenate
    case insertBefore = "insert before", remove, listReplace = "list replace", reverse, indexOf = "index of", union
    case distinctValues = "distinct values", flatten, product, median, stddev, mode, sort
    case decimal, floor, ceiling, roundUp = "round up", roundDown = "round down", roundHalfUp = "round half up"
    case roundHalfDown = "round half down", abs, modulo, sqrt, log, exp, odd, even
    case sameValue = "is", today, now, dayOfYear = "day of year", dayOfWeek = "day of week"
    case monthOfYear = "month of year", weekOfYear = "week of year"
    case before, after, meets, metBy = "met by", overlaps, overlapsBefore = "overlaps before"
    case overlapsAfter = "overlaps after", finishes, finishedBy = "finished by", includes, during, starts
    case startedBy = "started by", coincides
    case getValue = "get value", getEntries = "get entries", contextPut = "context put"
    case contextMerge = "context merge"
    // Of Camunda's FEEL, which process models from there use.
    case isDefined = "is defined", getOrElse = "get or else", isEmpty = "is empty", isBlank = "is blank", trim
    case duplicateValues = "duplicate values", lastDayOfMonth = "last day of month"

    var name: String { rawValue }

    /// The function as a value.
    var value: FeelValue { Builtin.values[self] ?? .null }

    private static let values: [Builtin: FeelValue] = Dictionary(
        uniqueKeysWithValues: allCases.map { builtin in
            let names = builtin.signature.forms.first ?? []
            let parameters = names.map { FeelFunction.Parameter($0.name) }
            return (builtin, .function(FeelFunction(parameters: parameters, body: .builtin(builtin))))
        })

    /// The names by their first word, as a parser meets them.
    static let byFirstWord: [String: [(pieces: [String], builtin: Builtin)]] = Dictionary(
        grouping: allCases.map { (NameSet.pieces($0.rawValue), $0) }, by: { $0.0.first ?? "" })
}
