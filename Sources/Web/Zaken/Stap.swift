/// How the steps of the reference process are named: a code such as `A.2.2`, and words after it.
enum Stap {
    /// Whether an element of a drawing is a step with a code of its own, not plumbing.
    static func isStep(_ id: String) -> Bool {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 1, first.allSatisfy(\.isUppercase) else { return false }
        return parts.count == 1 || Int(parts[1]) != nil
    }

    /// `A.2.1` of `A.2.1.aanmanen`; nothing to read in an id that is not a step.
    static func code(_ id: String) -> String {
        guard isStep(id) else { return "" }
        return id.split(separator: ".").prefix { $0.count == 1 }.joined(separator: ".")
    }

    /// A name without the code before it.
    static func name(_ text: String) -> String {
        guard let space = text.firstIndex(of: " "), isStep(String(text[..<space])) else { return text }
        return String(text[text.index(after: space)...])
    }
}

extension Words {
    /// What a drawing calls something, in the reader's language where the tables have it; the code before it stays.
    func drawn(_ name: String) -> String {
        let plain = Stap.name(name)
        return name.dropLast(plain.count) + (text("drawn.\(plain)") ?? plain)
    }
}
