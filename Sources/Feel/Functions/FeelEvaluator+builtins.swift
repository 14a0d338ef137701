extension Builtin {
    /// Steps that a power, exponential or logarithm counts for.
    static let transcendentalCost = 300
    /// Steps that a calculation with dates and time zones counts for.
    static let calendarCost = 25

    /// How many steps of the usual length the function takes beside looking at its arguments.
    fileprivate var cost: Int {
        switch self {
        case .exp, .log: Builtin.transcendentalCost
        case .date, .dateAndTime, .time: Builtin.calendarCost
        default: 1
        }
    }

    /// Whether the function looks at few parts of its arguments, or counts its own work.
    fileprivate var isBrief: Bool {
        switch self {
        case .count, .min, .max, .sum, .mean, .all, .any, .product, .median, .stddev, .mode, .not, .sort, .isDefined,
            .getOrElse, .isEmpty:
            true
        default: false
        }
    }
}

extension FeelEvaluator {
    /// Runs a built-in function; arguments that do not suit it give null with a problem.
    mutating func run(_ builtin: Builtin, _ values: [FeelValue]) -> FeelValue {
        guard builtin.signature.admits(values.count) else { return fail(builtin.misfit(of: values)) }
        if mayMeetUnknowns, values.contains(where: \.hasUnknowns) { return .unknown(FeelUnknown.joined(values)) }
        let arguments = Arguments(values: values)
        guard spend(builtin.cost), builtin.isBrief || look(at: values) else { return .null }
        guard let result = result(builtin, arguments) else {
            return hasHalted ? .null : fail(builtin.misfit(of: values))
        }
        return builtin.isBrief ? result : made(result)
    }

    private mutating func result(_ builtin: Builtin, _ arguments: Arguments) -> FeelValue? {
        switch builtin {
        case .date, .dateAndTime, .time, .duration, .yearsAndMonthsDuration, .today, .now, .dayOfYear, .dayOfWeek,
            .monthOfYear, .weekOfYear, .lastDayOfMonth:
            arguments.temporal(builtin, now)
        case .number, .string, .range, .sameValue, .not: arguments.conversion(builtin)
        case .context, .getValue, .getEntries, .contextPut, .contextMerge: arguments.contexts(builtin)
        case .substring, .stringLength, .upperCase, .lowerCase, .substringBefore, .substringAfter, .contains,
            .startsWith, .endsWith, .isBlank, .trim:
            arguments.text(builtin)
        case .replace, .matches, .split: patterns(builtin, arguments)
        case .stringJoin: joined(arguments)
        case .isDefined: .boolean(!arguments[0].isNull)
        case .getOrElse: arguments[0].isNull ? arguments[1] : arguments[0]
        case .isEmpty: arguments.list(0).map { .boolean($0.isEmpty) }
        case .min, .max, .sum, .mean, .all, .any, .product, .median, .stddev, .mode: summary(builtin, arguments)
        case .listContains, .count, .sublist, .append, .concatenate, .insertBefore, .remove, .reverse, .indexOf,
            .union, .distinctValues, .flatten, .duplicateValues:
            list(builtin, arguments)
        case .sort: sorted(arguments)
        case .listReplace: replaced(arguments)
        case .decimal, .floor, .ceiling, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown, .abs, .modulo, .sqrt,
            .log, .exp, .odd, .even:
            arguments.numeric(builtin)
        case .before, .after, .meets, .metBy, .overlaps, .overlapsBefore, .overlapsAfter, .finishes, .finishedBy,
            .includes, .during, .starts, .startedBy, .coincides:
            arguments.intervals(builtin)
        }
    }
}
