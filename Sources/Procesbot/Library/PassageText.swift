/// A passage as a model reads it, with the hash that its vector is kept under.
public struct PassageText: Hashable, Sendable {
    public let hash: String
    public let text: String

    init(_ text: String) {
        self.text = text
        hash = LibraryDocument.hash(of: Array(text.utf8))
    }

    /// Models read no more than a page or so.
    static let longest = 6_000
}

extension LibraryDocument {
    /// The passages in their order, each below the title and headings that it stands under.
    public var passageTexts: [PassageText] {
        passages.map { passage in
            let heads = (passage.trail.first == title ? [] : [title]) + passage.trail
            let whole = heads.joined(separator: " › ") + "\n" + text.quote(passage.range)
            return PassageText(String(whole.prefix(PassageText.longest)))
        }
    }
}

extension Library {
    /// How many passages may be found, and of how many of them is known what they mean.
    public var passageCount: Int { index.count }
    public var meaningCount: Int { vectors?.numbers.count ?? 0 }

    /// The same library with what its passages mean, by the hash of ``PassageText``; one without goes by its words alone.
    public func knowing(_ meanings: [String: Meaning]) -> Library {
        var library = self
        library.vectors = meanings.values.first.map { PassageVectors(dimension: $0.dimension) }
        var number = 0
        for (place, document) in documents.enumerated() {
            let texts = isCurrent(place) ? document.passageTexts : []
            for (passage, text) in texts.enumerated() {
                if let meaning = meanings[text.hash] { library.vectors?.insert(number + passage, meaning) }
            }
            number += document.passages.count
        }
        return library
    }
}

extension Adviser {
    /// The same adviser, who also knows what passages mean.
    public func knowing(_ meanings: [String: Meaning]) -> Adviser {
        var adviser = self
        adviser.library = library.knowing(meanings)
        return adviser
    }
}
