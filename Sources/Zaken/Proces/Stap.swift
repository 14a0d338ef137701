/// How the steps of the reference process are named: a code such as `A.2.2`, and words after it.
public enum Stap {
    /// Whether an element of a drawing is a step with a code of its own, not plumbing: a letter and a number, or the letter of a whole
    /// phase where the drawing writes it before the name (`B Incasseren door deurwaarder`). An id of one letter alone is no code.
    public static func isStep(_ id: String, named name: String? = nil) -> Bool {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, isPhase(first) else { return false }
        return parts.count == 1 ? name?.hasPrefix(id + " ") == true : isNumber(parts[1])
    }

    /// Whether the journal tells that it was begun and done: a phase letter and two numbers (`A.2.1`).
    public static func isRecorded(_ id: String) -> Bool {
        let parts = id.split(separator: ".")
        return parts.count >= 3 && parts[0].count == 1 && parts.dropFirst().prefix(2).allSatisfy { Int($0) != nil }
    }

    /// `A.2.1` of `A.2.1.aanmanen`; nothing to read in an id that is not a step.
    public static func code(_ id: String) -> String {
        guard isStep(id) else { return "" }
        let parts = id.split(separator: ".")
        return (parts.prefix(1) + parts.dropFirst().prefix(while: isNumber)).joined(separator: ".")
    }

    /// A name without the code before it.
    public static func name(_ text: String) -> String {
        guard let space = text.firstIndex(of: " "), isStep(String(text[..<space])) else { return text }
        return String(text[text.index(after: space)...])
    }

    /// A name without the code or the letter of a phase before it, by which the string tables know it.
    public static func bareName(_ text: String) -> String {
        guard let space = text.firstIndex(of: " "), isPhase(text[..<space]) else { return name(text) }
        return String(text[text.index(after: space)...])
    }

    private static func isPhase(_ part: Substring) -> Bool { part.count == 1 && part.allSatisfy(\.isUppercase) }

    private static func isNumber(_ part: Substring) -> Bool { !part.isEmpty && part.allSatisfy(\.isWholeNumber) }
}
