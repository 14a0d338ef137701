import Basics

/// Stands in for FEEL until that room lands: literals, names, comparison, sums, and/or, contains().
struct SmallExpression: Sendable {
    private indirect enum Tree: Sendable {
        case value(JSON)
        case path([String])
        case binary(String, Tree, Tree)
        case call(String, [Tree])
    }

    private let tree: Tree

    init(_ text: String) throws(FormulaFault) {
        var tokens = SmallExpression.tokens(text)[...]
        tree = try SmallExpression.parse(&tokens, 0)
        guard tokens.isEmpty else { throw FormulaFault(reason: "cannot be read after \(tokens.first ?? "")") }
    }

    func value(_ facts: Facts) throws(FormulaFault) -> JSON { try SmallExpression.value(tree, facts) }

    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var rest = Array(text)[...]
        while let first = rest.first {
            if first.isWhitespace { rest.removeFirst(); continue }
            var token = String(rest.removeFirst())
            if first == "\"" {
                while let next = rest.first { rest.removeFirst(); if next == "\"" { break }; token.append(next) }
            } else if first.isLetter || first.isNumber || first == "_" {
                while let next = rest.first, next.isLetter || next.isNumber || "_.".contains(next) { token.append(rest.removeFirst()) }
            } else if "<>!".contains(first), rest.first == "=" { token.append(rest.removeFirst()) }
            tokens.append(token)
        }
        return tokens
    }

    private static let levels = [["or"], ["and"], ["=", "!=", "<", "<=", ">", ">="], ["+", "-"], ["*"]]

    private static func parse(_ tokens: inout ArraySlice<String>, _ level: Int) throws(FormulaFault) -> Tree {
        guard level < levels.count else { return try primary(&tokens) }
        var left = try parse(&tokens, level + 1)
        while let sign = tokens.first, levels[level].contains(sign) {
            tokens.removeFirst()
            left = .binary(sign, left, try parse(&tokens, level + 1))
        }
        return left
    }

    private static func primary(_ tokens: inout ArraySlice<String>) throws(FormulaFault) -> Tree {
        guard let token = tokens.popFirst() else { throw FormulaFault(reason: "ends too early") }
        if token.hasPrefix("\"") { return .value(.string(String(token.dropFirst()))) }
        if let number = Int(token) { return .value(JSONNumber.of(number)) }
        if token == "(" || token == "[" {
            var items: [Tree] = []
            while let next = tokens.first, next != ")", next != "]" {
                if next == "," { tokens.removeFirst() } else { items.append(try parse(&tokens, 0)) }
            }
            tokens = tokens.dropFirst()
            return token == "(" ? items[0] : .call("list", items)
        }
        guard let first = token.first, first.isLetter || first == "_" else { throw FormulaFault(reason: "cannot be read at \(token)") }
        if tokens.first == "(" {
            guard case .call(_, let items) = try { () throws(FormulaFault) in tokens[tokens.startIndex] = "["; return try primary(&tokens) }() else { throw FormulaFault(reason: "?") }
            return .call(token, items)
        }
        switch token {
        case "true": return .value(.bool(true))
        case "false": return .value(.bool(false))
        case "null": return .value(.null)
        default: return .path(token.split(separator: ".").map(String.init))
        }
    }

    private static func value(_ tree: Tree, _ facts: Facts) throws(FormulaFault) -> JSON {
        switch tree {
        case .value(let value): return value
        case .path(let path):
            guard var value = facts.value(path[0]) else { return .null }
            for field in path.dropFirst() {
                guard case .object(let fields) = value else { return .null }
                value = fields[field] ?? .null
            }
            return value
        case .call("list", let items):
            var values: [JSON] = []
            for item in items { values.append(try value(item, facts)) }
            return .array(values)
        case .call("contains", let items) where items.count == 2:
            guard case .string(let whole) = try value(items[0], facts), case .string(let part) = try value(items[1], facts) else { return .null }
            return .bool(whole.contains(part))
        case .call("not", let items) where items.count == 1:
            guard case .bool(let flag) = try value(items[0], facts) else { return .null }
            return .bool(!flag)
        case .call(let name, _): throw FormulaFault(reason: "no function \(name)")
        case .binary(let sign, let left, let right): return try combine(sign, try value(left, facts), try value(right, facts))
        }
    }

    private static func combine(_ sign: String, _ left: JSON, _ right: JSON) throws(FormulaFault) -> JSON {
        switch (sign, left, right) {
        case ("=", _, _): return .bool(left == right)
        case ("!=", _, _): return .bool(left != right)
        case ("and", .bool(let a), .bool(let b)): return .bool(a && b)
        case ("or", .bool(let a), .bool(let b)): return .bool(a || b)
        case (_, .number, .number):
            let (a, b) = (left.integer ?? 0, right.integer ?? 0)
            switch sign {
            case "<": return .bool(a < b)
            case "<=": return .bool(a <= b)
            case ">": return .bool(a > b)
            case ">=": return .bool(a >= b)
            case "+": return JSONNumber.of(a + b)
            case "-": return JSONNumber.of(a - b)
            case "*": return JSONNumber.of(a * b)
            default: return .null
            }
        default: return .null
        }
    }
}
