/// The methods of Java values that expressions of Camunda 7, Flowable and Activiti call, as FEEL has them.
enum UnifiedMethod {
    /// What a call gives; `nil` where FEEL has nothing like it.
    static func feel(_ name: String, of value: String, _ arguments: [String]) -> String? {
        if value == "execution" || value == "task" { return variable(name, arguments) }
        switch (name, arguments.count) {
        case ("size", 0): return "count(\(value))"
        case ("isEmpty", 0): return isEmpty(value)
        case ("equals", 1): return "(\(value) = \(arguments[0]))"
        case ("equalsIgnoreCase", 1): return "(lower case(\(value)) = lower case(\(arguments[0])))"
        case ("contains", 1): return contains(value, arguments[0])
        case ("get", 1):
            return "(if \(value) instance of list<Any> then \(value)[\(arguments[0]) + 1] else "
                + "get value(\(value), \(arguments[0])))"
        case ("containsKey", 1): return "(get value(\(value), \(arguments[0])) != null)"
        default: return text(name, value, arguments)
        }
    }

    private static func text(_ name: String, _ value: String, _ arguments: [String]) -> String? {
        let functions = [
            "length": "string length", "toUpperCase": "upper case", "toLowerCase": "lower case", "toString": "string",
            "trim": "trim",
        ]
        let tests = ["startsWith": "starts with", "endsWith": "ends with", "matches": "matches"]
        if arguments.isEmpty { return functions[name].map { "\($0)(\(value))" } }
        guard arguments.count == 1 else { return nil }
        return tests[name].map { "\($0)(\(value), \(arguments[0]))" }
    }

    private static func contains(_ value: String, _ part: String) -> String {
        "(if \(value) instance of string then contains(\(value), \(part)) else list contains(\(value), \(part)))"
    }

    /// Nothing, an empty text or an empty list.
    static func isEmpty(_ value: String) -> String {
        "(if \(value) = null then true else if \(value) instance of string then \(value) = \"\" "
            + "else if \(value) instance of list<Any> then count(\(value)) = 0 else false)"
    }

    /// `execution.getVariable('x')`.
    private static func variable(_ name: String, _ arguments: [String]) -> String? {
        guard arguments.count == 1, arguments[0].hasPrefix("\""), arguments[0].hasSuffix("\"") else { return nil }
        let variable = String(arguments[0].dropFirst().dropLast()).asFeelName
        switch name {
        case "getVariable", "getVariableLocal": return variable
        case "hasVariable", "hasVariableLocal": return "(\(variable) != null)"
        default: return nil
        }
    }
}

extension String {
    /// A name as FEEL writes it, between backquotes where it would else be a word of the language.
    var asFeelName: String {
        let isPlain = allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        return isPlain && !isFeelWord ? self : "`\(self)`"
    }

    /// Whether FEEL keeps this word for itself.
    var isFeelWord: Bool {
        let words: Set = [
            "and", "or", "in", "between", "instance", "of", "then", "else", "return", "satisfies", "if", "for", "some",
            "every", "function", "external",
        ]
        return words.contains(self)
    }
}
