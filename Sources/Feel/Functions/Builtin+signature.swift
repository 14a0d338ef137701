extension Builtin {
    /// The ways in which a function may be called.
    struct Signature: Sendable {
        struct Parameter: Sendable {
            let name: String
            let isOptional: Bool
        }

        let forms: [[Parameter]]
        /// Whether the last parameter of a form may be repeated.
        let repeats: Bool

        func admits(_ count: Int) -> Bool {
            forms.contains { form in
                let required = form.count { !$0.isOptional }
                return count >= required && (count <= form.count || (repeats && count >= 1))
            }
        }

        /// Named arguments in the order of the form that has all these names; what was left out is null.
        func ordered(_ given: [String: FeelValue]) -> [FeelValue]? {
            for form in forms where given.keys.allSatisfy({ name in form.contains { $0.name == name } }) {
                guard form.allSatisfy({ $0.isOptional || given[$0.name] != nil }) else { continue }
                let last = form.lastIndex { given[$0.name] != nil } ?? -1
                return form.prefix(last + 1).map { given[$0.name] ?? .null }
            }
            return nil
        }
    }

    var signature: Signature { Builtin.signatures[self] ?? Signature(forms: [[]], repeats: false) }

    private static let signatures: [Builtin: Signature] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, parsed($0.form)) })

    /// `a, b?` with `|` between forms and `…` after a last parameter that repeats.
    private static func parsed(_ text: String) -> Signature {
        let forms = text.split(separator: "|", omittingEmptySubsequences: false).map { form in
            form.split(separator: ",").map { part in
                let name = part.filter { $0 != "?" && $0 != "…" }.split(separator: " ").joined(separator: " ")
                return Signature.Parameter(name: name, isOptional: part.contains("?"))
            }
        }
        return Signature(forms: forms, repeats: text.contains("…"))
    }

    private var form: String {
        switch self {
        case .date: "from|year, month, day"
        case .dateAndTime:
            "from|date, time|date, timezone|year, month, day, hour, minute, second, offset?"
                + "|year, month, day, hour, minute, second, timezone"
        case .time: "from|hour, minute, second, offset?"
        case .number: "from, grouping separator?, decimal separator?"
        case .string, .duration, .range: "from"
        case .yearsAndMonthsDuration: "from, to"
        case .context: "entries"
        case .not: "negand"
        case .substring: "string, start position, length?"
        case .stringLength, .upperCase, .lowerCase: "string"
        case .substringBefore, .substringAfter, .contains, .startsWith, .endsWith: "string, match"
        case .replace: "input, pattern, replacement, flags?"
        case .matches: "input, pattern, flags?"
        case .split: "string, delimiter"
        case .stringJoin: "list, delimiter?"
        case .listContains: "list, element"
        case .count, .distinctValues, .flatten, .reverse: "list"
        case .min, .max, .sum, .mean, .all, .any, .product, .median, .stddev, .mode: "list…"
        case .sublist: "list, start position, length?"
        case .append: "list, item…"
        case .concatenate, .union: "list…"
        case .insertBefore: "list, position, newItem"
        case .remove: "list, position"
        case .listReplace: "list, position, newItem|list, match, newItem"
        case .indexOf: "list, match"
        case .sort: "list, precedes"
        case .decimal, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown: "n, scale"
        case .floor, .ceiling: "n, scale?"
        case .abs: "n|number"
        case .sqrt, .log, .exp, .odd, .even: "number"
        case .modulo: "dividend, divisor"
        case .sameValue: "value1?, value2?"
        case .today, .now: ""
        case .dayOfYear, .dayOfWeek, .monthOfYear, .weekOfYear: "date"
        case .before, .after: "point1, point2|point, range|range, point|range1, range2"
        case .meets, .metBy, .overlaps, .overlapsBefore, .overlapsAfter: "range1, range2"
        case .finishes, .during, .starts: "point, range|range1, range2"
        case .finishedBy, .includes, .startedBy: "range, point|range1, range2"
        case .coincides: "point1, point2|range1, range2"
        case .getValue: "m, key|context, key|context, keys|m, keys"
        case .getEntries: "m|context"
        case .contextPut: "context, key, value|context, keys, value"
        case .contextMerge: "contexts"
        case .isDefined: "value"
        case .getOrElse: "value, default"
        case .isEmpty, .duplicateValues: "list"
        case .isBlank, .trim: "string"
        case .lastDayOfMonth: "date"
        }
    }
}
