/// Writes the tests and conditions of models, which are FEEL, as people say them; what it does not know stays as it is.
enum FeelWords {
    /// A cell of a decision table: `>= 2`, `[3..6)`, `"a", "b"`, `true`, `-`.
    static func test(_ text: String) -> String {
        let text = text.trimmed(of: "")
        switch text {
        case "", "-": return "maakt niet uit"
        case "true": return "ja"
        case "false": return "nee"
        default: break
        }
        if text.hasPrefix("not("), text.hasSuffix(")") { return "niet " + test(String(text.dropFirst(4).dropLast())) }
        let parts = text.split(separator: ",").map { part(String($0).trimmed(of: "")) }
        return ModelText.cell(parts.joined(separator: " of "))
    }

    /// `openBills >= 4 and not(paid)`: names as words, signs as comparisons.
    static func condition(_ text: String) -> String {
        var text = text.trimmed(of: "")
        if text.hasPrefix("=") { text = String(text.dropFirst()) }
        if text.hasPrefix("${"), text.hasSuffix("}") { text = String(text.dropFirst(2).dropLast()) }
        var words: [String] = []
        let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
        for (index, word) in parts.enumerated() {
            switch word {
            case "and": words.append("en")
            case "or": words.append("of")
            case "in": continue
            case "=", "==":
                let isNumber = parts.dropFirst(index + 1).first?.first?.isNumber == true
                if isNumber { words.append("precies") }
            case "true": words.append("ja")
            case "false": words.append("nee")
            default: words.append(part(word))
            }
        }
        return ModelText.cell(words.joined(separator: " "))
    }

    private static func part(_ text: String) -> String {
        if let range = range(text) { return range }
        for (sign, words) in [
            (">=", "minstens"), ("<=", "hooguit"), (">", "meer dan"), ("<", "minder dan"), ("=", "precies"),
        ]
        where text.hasPrefix(sign) {
            return (words + " " + text.dropFirst(sign.count).trimmed(of: "")).trimmed(of: "")
        }
        guard text.first?.isLetter == true, text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
        else {
            return text
        }
        return spaced(text)
    }

    /// `[2..3]`, `(2..3]`, `]2..3]`
    private static func range(_ text: String) -> String? {
        guard let open = text.first, let close = text.last, "[](".contains(open), "[])".contains(close) else {
            return nil
        }
        let ends = text.dropFirst().dropLast().split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard text.contains(".."), ends.count == 2 else { return nil }
        return (open == "[" ? "" : "meer dan ") + ends[0] + (close == "]" ? " tot en met " : " tot ") + ends[1]
    }

    /// `openBills` and `open_bills` are `open bills`.
    private static func spaced(_ name: String) -> String {
        var words = ""
        for character in name {
            if character == "_" || character == "." {
                words.append(" ")
            } else if character.isUppercase, words.last?.isLowercase == true {
                words += " " + character.lowercased()
            } else {
                words.append(character)
            }
        }
        return words
    }
}
