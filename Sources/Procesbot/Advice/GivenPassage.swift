/// A piece of the library that a language model may speak from, by the name it was given.
public struct GivenPassage: Sendable, Hashable {
    public let name: String
    public let source: QuotedSource
    /// The adviser's own sentences that cite it, with what was computed for this case.
    public let computed: [String]

    public init(name: String, source: QuotedSource, computed: [String] = []) {
        self.name = name
        self.source = source
        self.computed = computed
    }
}

/// Why a claim of a language model is dropped.
public enum ClaimFlaw: String, Sendable, CaseIterable, Error {
    /// It names no passage that was given.
    case unknownPassage = "onbekende-passage"
    /// The words that it quotes do not stand in that passage, byte for byte.
    case quoteMissing = "citaat-ontbreekt"
    /// It holds a number, amount or date that neither the passage nor what was computed from it holds.
    case otherNumber = "ander-getal"
    /// It speaks of things of which the passage does not speak.
    case otherWords = "andere-woorden"
    /// It denies what the passage says, or the other way round.
    case otherDenial = "andere-ontkenning"
    /// It lets someone else do it, or swaps who does it to whom.
    case otherRoles = "andere-rollen"
    /// It makes a duty of what may, or the other way round, or says it more strongly.
    case otherForce = "andere-strekking"
    /// It leaves out the condition or exception under which the passage says it.
    case lostCondition = "voorwaarde-weg"
    /// It carries a link, an address or a mark-up of its own.
    case foreign = "vreemde-inhoud"
}

extension QuotedSource {
    /// The same source, narrowed to words that stand in it byte for byte.
    func narrowed(to words: String) -> QuotedSource? {
        let wanted = Array(words.utf8)
        guard wanted.count >= QuotedSource.shortest, let found = Array(quote.utf8).firstRange(of: wanted) else {
            return nil
        }
        let start = range.lowerBound + found.lowerBound
        return QuotedSource(
            document: document, title: title, edition: edition, hash: hash, heading: heading, quote: words,
            range: start..<start + wanted.count, page: page)
    }

    /// Fewer bytes than this are no quote of anything.
    private static let shortest = 8
}
