/// Tells `derde` in a row (`de derde keer`, `Derde: stoppen`) from a third person (`een derde belt`).
enum Ordinal {
    private static let row: Set<String> = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde"]

    /// An ordinal stands before what it counts, or alone before a colon.
    static func isOrdinal(_ index: Int, in tokens: [Token]) -> Bool {
        guard row.contains(tokens[index].text) else { return false }
        if tokens[index].mark == ":" { return true }
        guard tokens[index].mark == nil, index + 1 < tokens.count else { return false }
        let next = tokens[index + 1].text
        return !FunctionWords.all.contains(next) && !DutchSyntax.finite.contains(next)
    }
}
