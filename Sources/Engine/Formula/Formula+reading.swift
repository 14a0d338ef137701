import Bpmn

extension Formula {
    /// The formula inside `=…`, `${…}` or `#{…}`; nothing for plain text.
    static func expression(in text: String) -> String? {
        let text = trimmed(text)
        if text.hasPrefix("=") { return String(text.dropFirst()) }
        return UnifiedExpression.feel(in: text)
    }

    static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
