/// How the steps of the reference process are named: a code such as `A.2.2`, and words after it.
public enum Stap {
    /// Whether an element of a drawing is a step with a code of its own, not plumbing.
    public static func isStep(_ id: String) -> Bool {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 1, first.allSatisfy(\.isUppercase) else { return false }
        return parts.count == 1 || Int(parts[1]) != nil
    }

    /// `A.2.1` of `A.2.1.aanmanen`; nothing to read in an id that is not a step.
    public static func code(_ id: String) -> String {
        guard isStep(id) else { return "" }
        return id.split(separator: ".").prefix { $0.count == 1 }.joined(separator: ".")
    }

    /// A name without the code before it.
    public static func name(_ text: String) -> String {
        guard let space = text.firstIndex(of: " "), isStep(String(text[..<space])) else { return text }
        return String(text[text.index(after: space)...])
    }
}
