import Basics

extension Arguments {
    func text(_ builtin: Builtin) -> FeelValue? {
        guard let text = string(0) else { return nil }
        switch builtin {
        case .stringLength: return .number(Decimal128(text.unicodeScalars.count))
        case .upperCase: return .string(text.uppercased())
        case .lowerCase: return .string(text.lowercased())
        case .isBlank: return .boolean(text.allSatisfy(\.isWhitespace))
        case .trim: return .string(Arguments.trimmed(text))
        case .substring: return substring(Array(text.unicodeScalars))
        default: return string(1).map { Arguments.searched(builtin, text, $0) }
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Counts code points from 1, or from the end when negative.
    private func substring(_ text: [Unicode.Scalar]) -> FeelValue? {
        guard let start = truncated(1), start != 0 else { return nil }
        let first = start > 0 ? start - 1 : text.count + start
        guard first >= 0 else { return count > 2 && truncated(2) == nil ? nil : .string("") }
        guard first < text.count else { return .string("") }
        if count < 3 { return .string(String(String.UnicodeScalarView(text[first...]))) }
        guard let length = truncated(2), length >= 1 else { return nil }
        return .string(String(String.UnicodeScalarView(text[first...].prefix(length))))
    }

    private static func searched(_ builtin: Builtin, _ text: String, _ match: String) -> FeelValue {
        let found = TextSearch.find(match, in: text)
        switch builtin {
        case .contains: return .boolean(found != nil)
        case .startsWith: return .boolean(text.utf8.starts(with: match.utf8))
        case .endsWith: return .boolean(text.utf8.reversed().starts(with: match.utf8.reversed()))
        case .substringBefore: return .string(found.map { String(text.utf8.prefix($0)) ?? "" } ?? "")
        case .substringAfter:
            return .string(found.map { String(text.utf8.dropFirst($0 + match.utf8.count)) ?? "" } ?? "")
        default: return .null
        }
    }
}

/// Finds a text in another by its bytes, so that what differs in code points differs.
enum TextSearch {
    /// The number of bytes before the first match.
    static func find(_ match: String, in text: String) -> Int? {
        let (needle, hay) = (Array(match.utf8), Array(text.utf8))
        guard let first = needle.first else { return 0 }
        guard needle.count <= hay.count else { return nil }
        var skips = Array(repeating: needle.count, count: 256)
        for (index, byte) in needle.dropLast().enumerated() { skips[Int(byte)] = needle.count - 1 - index }
        var at = 0
        while at + needle.count <= hay.count {
            if hay[at] == first, hay[at..<at + needle.count].elementsEqual(needle) { return at }
            at += skips[Int(hay[at + needle.count - 1])]
        }
        return nil
    }
}
