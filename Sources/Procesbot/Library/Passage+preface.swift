extension Passage {
    /// The few lines under the title that speak of the document itself: version, validity, owner.
    func isPreface(in text: SourceText) -> Bool {
        guard trail.count <= 1, range.count < 600 else { return false }
        let words = Tokenizer.tokens(of: text.quote(range)).map(\.text)
        return words.contains { ["versie", "eigenaar", "version"].contains($0) }
            && words.contains { ["geldig", "vanaf", "eigenaar", "status", "datum", "vervalt"].contains($0) }
    }
}

extension [Element] {
    /// The first heading, which is the title where the document gives none.
    var firstHeading: String? {
        for case .heading(_, let title) in self { return title }
        return nil
    }
}
