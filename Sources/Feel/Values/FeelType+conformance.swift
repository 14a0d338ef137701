extension FeelType {
    /// Whether a value is an instance of this type (DMN 1.5, table 60); null is an instance of `Null` and of `Any` only here.
    public func admits(_ value: FeelValue) -> Bool {
        switch (self, value) {
        case (.any, _): true
        case (.null, .null), (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date),
            (.time, .time), (.dateTime, .dateTime), (.daysDuration, .daysDuration),
            (.yearsDuration, .yearsDuration):
            true
        case (.list(let element), .list(let values)): values.allSatisfy { $0.isNull || element.admits($0) }
        case (.context(let fields), .context(let context)): FeelType.admits(fields, context)
        case (.range(let element), .range(let range)): FeelType.admits(element, range)
        case (.function(let parameters, let result), .function(let function)):
            FeelType.admits(parameters, result, function)
        case (.constrained(let base, let tests), let value): base.admits(value) && tests.allow(value)
        default: false
        }
    }

    private static func admits(_ fields: [String: FeelType], _ context: FeelContext) -> Bool {
        fields.allSatisfy { name, type in context[name].map { $0.isNull || type.admits($0) } ?? false }
    }

    private static func admits(_ element: FeelType, _ range: FeelRange) -> Bool {
        if case .any = element { return true }
        let ends = [range.start, range.end].filter { !$0.isNull }
        return !ends.isEmpty && ends.allSatisfy { element.admits($0) }
    }

    private var isAny: Bool {
        if case .any = self { true } else { false }
    }

    private static func admits(_ parameters: [FeelType], _ result: FeelType, _ function: FeelFunction) -> Bool {
        if parameters.isEmpty, case .any = result { return true }
        guard parameters.count == function.parameters.count else { return false }
        return function.result.conforms(to: result)
            && zip(parameters, function.parameters).allSatisfy { $0.conforms(to: $1.type) }
    }

    /// Whether every instance of this type is one of the other (DMN 1.5, 10.3.2.9.2).
    public func conforms(to other: FeelType) -> Bool {
        switch (self, other) {
        case (_, .any), (.null, _): true
        case (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date), (.time, .time),
            (.dateTime, .dateTime), (.daysDuration, .daysDuration), (.yearsDuration, .yearsDuration):
            true
        case (.list(let mine), .list(let theirs)), (.range(let mine), .range(let theirs)): mine.conforms(to: theirs)
        case (.context(let mine), .context(let theirs)):
            theirs.allSatisfy { name, type in mine[name]?.conforms(to: type) ?? false }
        case (.function(let mine, let result), .function(let theirs, let expected)):
            mine.count == theirs.count && result.conforms(to: expected)
                && zip(mine, theirs).allSatisfy { $1.conforms(to: $0) }
        case (.constrained(let base, _), _): base.conforms(to: other)
        case (_, .constrained(let base, _)): conforms(to: base)
        default: false
        }
    }
}

extension FeelType {
    /// The value as this type, by the implicit conversions (DMN 1.5, 10.3.2.9.4); `nil` when there is none.
    public func converted(_ value: FeelValue) -> FeelValue? {
        if value.isNull { return .null }
        if case .unknown = value { return value }
        if admits(value) { return value }
        switch (self, value) {
        case (.function(let parameters, _), .function(let function)) where function.result.isAny:
            return FeelType.admits(parameters, .any, function) ? value : nil
        case (.constrained(let base, let tests), _):
            guard let converted = base.converted(value), tests.allow(converted) else { return nil }
            return converted
        case (.dateTime, .date(let date)): return .dateTime(FeelDateTime(startOf: date))
        case (.list(let element), _) where element.admits(value): return .list([value])
        case (_, .list(let values)) where values.count == 1 && admits(values[0]): return values[0]
        default: return nil
        }
    }
}

extension FeelType {
    /// A value from outside as this type writes it: texts become dates, times and durations where those are asked for.
    public func read(_ value: FeelValue) -> FeelValue {
        switch (self, value) {
        case (.date, .string(let text)): TemporalReader.date(text).map { .date($0) } ?? value
        case (.time, .string(let text)): TemporalReader.time(text).map { .time($0) } ?? value
        case (.dateTime, .string(let text)): TemporalReader.dateTime(text).map { .dateTime($0) } ?? value
        case (.daysDuration, .string(let text)), (.yearsDuration, .string(let text)):
            TemporalReader.duration(text) ?? value
        case (.list(let element), .list(let values)): .list(values.map { element.read($0) })
        case (.context(let fields), .context(let context)):
            .context(FeelContext(context.entries.map { ($0, fields[$0]?.read($1) ?? $1) }))
        case (.constrained(let base, _), _): base.read(value)
        default: value
        }
    }
}
