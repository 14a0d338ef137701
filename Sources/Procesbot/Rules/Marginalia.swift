/// What stands at the edge of a document and says nothing to do: the head of a memo, the foot of a page, a number left over.
enum Marginalia {
    private static let labels: Set<String> = [
        "aan", "van", "cc", "datum", "kenmerk", "betreft", "opgesteld", "documentnummer", "referentie", "classificatie",
    ]
    private static let pages: Set<String> = ["blad", "blz", "bladzijde", "pagina", "pag"]
    private static let states: [[String]] = [
        ["laatst", "bijgewerkt"], ["bijgewerkt", "op"], ["bijgewerkt", "door"], ["laatst", "nagelopen"],
        ["laatst", "gewijzigd"],
        ["laatst", "herzien"], ["afdruk", "verouderd"], ["geprint", "op"], ["afgedrukt", "op"], ["einde", "memo"],
        ["einde", "document"], ["einde", "instructie"], ["alle", "rechten", "voorbehouden"],
    ]

    /// Whether a sentence that asks nothing and allows nothing is one of these.
    static func isOne(_ tokens: [Token], inHead isHead: Bool = false) -> Bool {
        guard let first = tokens.first else { return true }
        let words = tokens.map(\.text)
        if tokens.allSatisfy(\.isNumeric) { return true }
        // Under the title stand who wrote it, for whom and when: words without a verb.
        if isHead, tokens.count <= 10, !hasVerb(words), isName(tokens) { return true }
        if tokens.count <= 14, labels.contains(first.text), first.mark == ":", !hasVerb(words) { return true }
        if tokens.count <= 6, pages.contains(first.text), tokens.dropFirst().first?.isNumeric == true { return true }
        if tokens.count <= 24, !hasVerb(words), namesPage(tokens) { return true }
        // `Vermogen:` above a table only names it.
        if tokens.count <= 3, tokens.last?.mark == ":", !hasVerb(words) { return true }
        return tokens.count <= 9
            && states.contains { state in
                words.indices.contains { words[$0...].starts(with: state) }
            }
    }

    /// `Vlietnet (verzonnen).`, `Werkinstructie BH-02, versie 2026.1.`: names, numbers and who keeps it.
    private static func isName(_ tokens: [Token]) -> Bool {
        2 * tokens.count(where: \.isCapitalised) >= tokens.count || tokens.contains(where: \.isNumeric)
            || tokens.contains { ["versie", "beheer", "afdeling", "eigenaar", "stand", "status"].contains($0.text) }
    }

    /// `… - pagina 1/1 - geldig tot en met …`
    private static func namesPage(_ tokens: [Token]) -> Bool {
        zip(tokens, tokens.dropFirst()).contains { pages.contains($0.text) && $1.isNumeric }
    }

    private static func hasVerb(_ words: [String]) -> Bool { words.contains(where: DutchSyntax.finite.contains) }
}
