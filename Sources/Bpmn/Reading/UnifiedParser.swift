/// Parses an expression of the Unified Expression Language and writes it in FEEL; `nil` where it is none.
struct UnifiedParser {
    private let tokens: [UnifiedToken]
    private var at = 0
    private var depth = 0
    /// Whether it calls a method that FEEL has nothing for.
    private(set) var callsOutside = false

    init(_ text: String) { tokens = UnifiedToken.all(in: text) ?? [] }

    mutating func whole() -> String? {
        guard let feel = choice(), at == tokens.count else { return nil }
        return feel
    }

    private mutating func take(_ signs: [String]) -> String? {
        guard at < tokens.count, let sign = tokens[at].sign, signs.contains(sign) else { return nil }
        at += 1
        return sign
    }

    private mutating func expect(_ sign: String) -> Bool { take([sign]) != nil }

    /// `a ? b : c`
    private mutating func choice() -> String? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 60, let condition = binary(0) else { return nil }
        guard expect("?") else { return condition }
        guard let yes = choice(), expect(":"), let no = choice() else { return nil }
        return "(if \(condition) then \(yes) else \(no))"
    }

    /// The signs between two values, those that bind least first.
    private static let levels = [
        ["||", "or"], ["&&", "and"], ["==", "!=", "eq", "ne"], ["<", ">", "<=", ">=", "lt", "gt", "le", "ge"],
        ["+", "-"], ["*", "/", "%", "div", "mod"],
    ]

    private static let words = [
        "||": "or", "&&": "and", "==": "=", "eq": "=", "ne": "!=", "lt": "<", "gt": ">", "le": "<=", "ge": ">=",
        "div": "/",
    ]

    private mutating func binary(_ level: Int) -> String? {
        guard level < UnifiedParser.levels.count else { return unary() }
        guard var left = binary(level + 1) else { return nil }
        while let sign = take(UnifiedParser.levels[level]) {
            guard let right = binary(level + 1) else { return nil }
            let isRest = sign == "%" || sign == "mod"
            left = isRest ? "modulo(\(left), \(right))" : "(\(left) \(UnifiedParser.words[sign] ?? sign) \(right))"
        }
        return left
    }

    private mutating func unary() -> String? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 60 else { return nil }
        if take(["!", "not"]) != nil { return unary().map { "not(\($0))" } }
        if expect("-") { return unary().map { "(-\($0))" } }
        if expect("empty") { return unary().map(UnifiedMethod.isEmpty).flatMap(bounded) }
        return postfix()
    }

    /// FEEL writes some values more than once, so that a few words could grow beyond all measure.
    private func bounded(_ feel: String) -> String? { feel.utf8.count <= UnifiedParser.longest ? feel : nil }
    private static let longest = 20_000

    /// A value with what follows it: members, methods, places in a list.
    private mutating func postfix() -> String? {
        guard var value = primary() else { return nil }
        while let sign = take([".", "["]) {
            guard let next = (sign == "." ? member(of: value) : place(in: value)).flatMap(bounded) else { return nil }
            value = next
        }
        return value
    }

    private mutating func member(of value: String) -> String? {
        guard let name = name() else { return nil }
        guard expect("(") else { return "\(value).\(name.asFeelName)" }
        guard let arguments = arguments() else { return nil }
        let call = UnifiedMethod.feel(name, of: value, arguments)
        if call == nil { callsOutside = true }
        return call
    }

    private mutating func place(in list: String) -> String? {
        let key = at < tokens.count ? tokens[at] : nil
        guard let index = choice(), expect("]") else { return nil }
        if case .text = key { return "get value(\(list), \(index))" }
        return "\(list)[\(index) + 1]"
    }

    /// What stands between the brackets of a call, the closing one included.
    private mutating func arguments() -> [String]? {
        var arguments: [String] = []
        if expect(")") { return arguments }
        repeat {
            guard let argument = choice() else { return nil }
            arguments.append(argument)
        } while expect(",")
        return expect(")") ? arguments : nil
    }

    private mutating func name() -> String? {
        guard at < tokens.count, case .name(let name) = tokens[at] else { return nil }
        at += 1
        return name
    }

    private mutating func primary() -> String? {
        if expect("(") {
            guard let inside = choice(), expect(")") else { return nil }
            return "(\(inside))"
        }
        guard at < tokens.count else { return nil }
        switch tokens[at] {
        case .text(let text):
            at += 1
            return text.asFeelText
        case .number(let number):
            at += 1
            return number
        case .name: return variable()
        case .sign: return nil
        }
    }

    private mutating func variable() -> String? {
        guard let name = name() else { return nil }
        if ["true", "false", "null"].contains(name) { return name }
        guard expect("(") else { return name.asFeelName }
        return arguments().map { "\(name)(\($0.joined(separator: ", ")))" }
    }
}
