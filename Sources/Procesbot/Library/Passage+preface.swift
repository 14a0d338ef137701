extension Passage {
    /// The few lines under the title that speak of the document itself: version, validity, owner.
    func isPreface(in text: SourceText) -> Bool {
        guard trail.count <= 1, range.count < 600 else { return false }
        let tokens = Tokenizer.tokens(of: text.quote(range))
        let names = tokens.indices.filter { Self.names(tokens[$0].text, tokens, $0) }
        return names.count >= 2 || !names.isEmpty && range.count < 200
            || !names.isEmpty
                && tokens.contains { ["geldig", "vanaf", "status", "datum", "vervalt"].contains($0.text) }
    }

    /// `Eigenaar: …` or `Versie 1.0`; the owner of a car is no owner of a document.
    private static func names(_ word: String, _ tokens: [Token], _ index: Int) -> Bool {
        switch word {
        case "eigenaar", "owner", "beheerder", "auteur": tokens[index].mark == ":"
        case "versie", "version":
            tokens[index].mark == ":" || index + 1 < tokens.count && tokens[index + 1].isNumeric
        default: false
        }
    }
}

extension [Element] {
    /// The first heading, which is the title where the document gives none.
    var firstHeading: String? {
        for case .heading(_, let title) in self { return title }
        return nil
    }
}
