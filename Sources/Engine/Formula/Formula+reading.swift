extension Formula {
    /// The formula inside `=…`, `${…}` or `#{…}`; nothing for plain text.
    static func expression(in text: String) -> String? {
        let text = trimmed(text)
        if text.hasPrefix("=") { return String(text.dropFirst()) }
        guard (text.hasPrefix("${") || text.hasPrefix("#{")) && text.hasSuffix("}") else { return nil }
        return unified(String(text.dropFirst(2).dropLast()))
    }

    static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// The signs of the Unified Expression Language, as FEEL writes them.
    private static func unified(_ text: String) -> String {
        let pieces = text.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
        return pieces.enumerated().map { index, piece in
            guard index.isMultiple(of: 2) else { return piece }
            return signs.reduce(negated(piece)) { $0.replacing($1.0, with: $1.1) }
        }.joined(separator: "\"")
    }

    private static let signs = [
        ("==", "="), ("&&", " and "), ("||", " or "), (" eq ", " = "), (" ne ", " != "), (" gt ", " > "),
        (" ge ", " >= "), (" lt ", " < "), (" le ", " <= "),
    ]

    /// `!x` and `!(…)` as FEEL's `not(…)`; `!=` stays.
    private static func negated(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let sign = rest.firstIndex(of: "!") {
            result += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            if rest.first == "=" {
                result += "!"
            } else if rest.first == "(" {
                result += "not"
            } else {
                let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
                result += "not(\(name))"
                rest = rest[name.endIndex...]
            }
        }
        return result + rest
    }
}
