/// Finds citizen service numbers, which a private creditor may not keep, so that they can be masked.
public enum BSN {
    /// Whether eight or nine digits pass the test of a citizen service number (weights 9 to 2, and −1 for the last).
    public static func isValid(_ digits: String) -> Bool {
        guard digits.isAllASCIIDigits, (8...9).contains(digits.utf8.count) else { return false }
        let padded = digits.utf8.count == 8 ? "0" + digits : digits
        let sum = zip(padded.utf8, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
        return sum != 0 && sum % 11 == 0
    }

    /// Where numbers that could be one stand in a text.
    public static func find(in text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var start: String.Index?
        for index in text.indices {
            if text[index].isASCII, text[index].isNumber {
                start = start ?? index
            } else if let begin = start {
                if isValid(String(text[begin..<index])) { found.append(begin..<index) }
                start = nil
            }
        }
        if let start, isValid(String(text[start...])) { found.append(start..<text.endIndex) }
        return found
    }

    /// The text with each such number replaced by stars.
    public static func masked(_ text: String) -> String {
        var result = text
        for range in find(in: text).reversed() {
            result.replaceSubrange(range, with: String(repeating: "*", count: text[range].count))
        }
        return result
    }
}
