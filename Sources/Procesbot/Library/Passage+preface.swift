extension Passage {
    /// Without the lines under the title that speak of the document itself: version, validity, owner. What else stands there stays;
    /// nothing when nothing does.
    func withoutPreface(in text: SourceText) -> Passage? {
        guard trail.count <= 1 else { return self }
        let start = range.lowerBound
        let rest = blocks.compactMap { block in
            block.range.lowerBound - start < Self.reach ? block.withoutPreface(in: text) : block
        }
        return rest.isEmpty ? nil : Passage(trail: trail, blocks: rest, page: page)
    }

    /// So far below the title a document speaks of itself, in bytes.
    private static let reach = 600
}

extension Block {
    /// The sentences of a paragraph behind the last that names version or owner.
    fileprivate func withoutPreface(in text: SourceText) -> Block? {
        guard case .paragraph = kind else { return self }
        let sentences = SentenceCutter.ranges(in: text, range)
        let named = sentences.lastIndex { Tokenizer.tokens(of: text.quote($0)).namesDocument }
        guard let named else { return self }
        guard named + 1 < sentences.count else { return nil }
        return Block(kind: kind, range: sentences[named + 1].lowerBound..<range.upperBound)
    }
}

extension [Token] {
    /// `Eigenaar: …` or `Werkinstructie versie 1.0`; the owner of a car is no owner of a document, and `Gebruik versie 2 van het formulier` tells what to do.
    fileprivate var namesDocument: Bool {
        indices.contains { index in
            switch self[index].text {
            case "eigenaar", "owner", "beheerder", "auteur": self[index].mark == ":"
            case "versie", "version":
                self[index].mark == ":" || index + 1 < count && self[index + 1].isNumeric && self[index + 1].mark != nil
            default: false
            }
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
