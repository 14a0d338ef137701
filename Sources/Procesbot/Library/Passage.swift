/// A piece of a document that is found and cited as a whole, with the headings above it.
public struct Passage: Sendable {
    /// The headings from the outside in, as they stand in the document.
    public let trail: [String]
    public let blocks: [Block]
    /// The page it starts on, for a PDF.
    public let page: Int?

    public var heading: String { trail.last ?? "" }
    public var range: Range<Int> { (blocks.first?.range.lowerBound ?? 0)..<(blocks.last?.range.upperBound ?? 0) }
}

/// A paragraph, list item or table row with its place in the source.
public struct Block: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case paragraph
        /// `ordered` for a numbered step; `depth` counts from 0.
        case item(ordered: Bool, depth: Int)
        /// The header cells of its table; the header row itself has none.
        case row(header: [Range<Int>], cells: [Range<Int>])
        case header(cells: [Range<Int>])
    }

    public let kind: Kind
    /// The bytes of the whole line or paragraph, without list mark.
    public let range: Range<Int>
}
