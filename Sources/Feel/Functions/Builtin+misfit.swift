extension Builtin {
    /// Why arguments that give no value do not suit: how many there are, which one is of another kind, else that their values do not.
    func misfit(of values: [FeelValue]) -> FeelProblem.Reason {
        guard signature.admits(values.count) else {
            return .badCount(function: name, given: values.count, form: signature.told)
        }
        let forms = signature.forms.filter { $0.count >= values.count }
        let faults = forms.map { form in zip(form, values).firstFault(in: name) }
        if let fault = faults.first ?? nil, faults.allSatisfy({ $0 != nil }) { return fault }
        return .badArguments(function: "\(name)(\(values.map(\.brief).joined(separator: ", ")))")
    }
}

extension Builtin.Signature {
    /// `list, start position, length?`, the forms with `or` between them.
    fileprivate var told: String {
        forms.map { form in form.map { $0.name + ($0.isOptional ? "?" : "") }.joined(separator: ", ") }
            .joined(separator: ") or (")
    }
}

extension Zip2Sequence<[Builtin.Signature.Parameter], [FeelValue]> {
    fileprivate func firstFault(in function: String) -> FeelProblem.Reason? {
        let isOfList = first { _ in true }?.0.name == "list"
        for (parameter, value) in self where !(isOfList && parameter.name == "match") {
            guard let kind = parameter.kind, !value.isOf(kind), !(value.isNull && parameter.isOptional) else {
                continue
            }
            return .badKind(function: function, argument: parameter.name, value.kind, expected: kind)
        }
        return nil
    }
}

extension FeelValue {
    /// As FEEL writes it, cut off where it is long.
    fileprivate var brief: String {
        switch self {
        case .list, .context, .range, .function, .unknown: return "a \(kind.rawValue)"
        case .string(let text):
            let start = text.prefix(40)
            return FeelValue.string(String(start) + (start.endIndex < text.endIndex ? "…" : "")).literal
        case .null, .boolean, .number, .date, .time, .dateTime, .daysDuration, .yearsDuration: return literal
        }
    }

    /// Whether a function takes it as that kind: a list of one is its element, and a value is a list of one.
    fileprivate func isOf(_ kind: FeelKind) -> Bool {
        if kind == .list { return !isNull }
        if case .list(let elements) = self, elements.count == 1 { return elements[0].kind == kind }
        return self.kind == kind
    }
}

extension Builtin.Signature.Parameter {
    /// The kind that a parameter of this name has in every function that takes one kind of it.
    fileprivate var kind: FeelKind? {
        switch name {
        case "string", "match", "input", "pattern", "replacement", "flags", "delimiter", "grouping separator",
            "decimal separator", "timezone":
            .string
        case "start position", "position", "length", "n", "scale", "number", "dividend", "divisor", "year", "month",
            "day", "hour",
            "minute", "second":
            .number
        case "list": .list
        case "m", "context": .context
        case "range", "range1", "range2": .range
        case "precedes": .function
        case "negand": .boolean
        default: nil
        }
    }
}
