/// A word, number, text or sign of the Unified Expression Language.
enum UnifiedToken: Equatable {
    case name(String)
    case text(String)
    case number(String)
    case sign(String)

    var sign: String? {
        if case .sign(let sign) = self { sign } else { nil }
    }

    /// All of a text; `nil` where it holds something that is none.
    static func all(in text: String) -> [UnifiedToken]? {
        var tokens: [UnifiedToken] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if let token = next(in: &rest) {
                tokens.append(token)
            } else {
                return nil
            }
        }
        return tokens
    }

    private static func next(in rest: inout Substring) -> UnifiedToken? {
        guard let first = rest.first else { return nil }
        if first == "'" || first == "\"" { return text(in: &rest, until: first) }
        if first.isNumber { return .number(take(from: &rest) { $0.isNumber || $0 == "." }) }
        if first.isUnifiedLetter {
            let word = take(from: &rest) { $0.isUnifiedLetter || $0.isNumber }
            return words.contains(word) ? .sign(word) : .name(word)
        }
        guard let sign = signs.first(where: { rest.hasPrefix($0) }) else { return nil }
        rest.removeFirst(sign.count)
        return .sign(sign)
    }

    private static let words: Set = ["or", "and", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod"]

    /// The longer before those that they begin with.
    private static let signs = [
        "||", "&&", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", "(", ")", "[", "]", ".",
        ",",
    ]

    private static func take(from rest: inout Substring, while fits: (Character) -> Bool) -> String {
        let found = rest.prefix(while: fits)
        rest = rest[found.endIndex...]
        return String(found)
    }

    /// A text in quotes; a backslash says that the next letter is itself.
    private static func text(in rest: inout Substring, until quote: Character) -> UnifiedToken? {
        rest.removeFirst()
        var text = ""
        while let letter = rest.popFirst() {
            if letter == quote { return .text(text) }
            if letter == "\\", let next = rest.popFirst() { text.append(next) } else { text.append(letter) }
        }
        return nil
    }
}

extension Character {
    fileprivate var isUnifiedLetter: Bool { isLetter || self == "_" || self == "$" }
}
